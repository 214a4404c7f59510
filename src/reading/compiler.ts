import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  isNonNullType,
} from 'graphql';
import { parentIsVisible } from './parentRow';
import { type Compiled, type Model, Row, type TypeReading } from './model';
import { limitExceeded } from '../errors/requestError';
import type { Audience } from '../auth/audience';
import { collectFields, type SelectionContext } from './selection';
import { concat, join, literal, type Param, sql, type Sql } from './sql';
import { anyChange, knownMark, recordMark, type Tag, type DependencyTracker } from './dependencyTracker';

/** How many fields one statement may hold. An interface is compiled once for each of its types, so nesting multiplies. */
const MAX_FIELDS = 4000;

/** Compiles selections to JSON text, for one audience and one shape of the variables. */
export class Compiler {
  /** Parameters that must be right even where the statement has no use for them: a cursor where only a count is asked. */
  readonly checked: Param[] = [];
  private aliases = 0;
  private fields = 0;

  constructor(
    readonly context: SelectionContext,
    readonly model: Model,
    readonly audience: Audience,
    /** Where to note what answers depend on; null where nobody keeps them. */
    readonly tracker: DependencyTracker | null = null,
  ) {}

  /** How the type of that name is read. */
  reading(type: string): TypeReading {
    const reading = this.model[type];
    if (!reading) throw new Error(`The model does not say how ${type} is read.`);
    return reading;
  }

  /** The object type of that name. */
  objectType(name: string): GraphQLObjectType {
    return this.context.schema.getType(name) as GraphQLObjectType;
  }

  /** A new row of a type, under an alias of its own. */
  row(reading?: TypeReading): Row {
    this.aliases += 1;
    return new Row(`t${this.aliases}`, reading?.joins);
  }

  /**
   * An object of that type as JSON text, from the row.
   * @param holder the row that it was reached from, where that one's record is the object's too
   */
  object(typeName: string, nodes: readonly FieldNode[], row: Row, parent?: Row): Compiled {
    const type = this.objectType(typeName);
    const { recordTag } = this.reading(typeName);
    if (recordTag) row.record = recordTag.kind;
    const object = this.entries(type, nodes, (field, fieldNodes) => this.field(type, field, fieldNodes, row));
    if (!this.tracker || !recordTag) return object;
    const hasParent = parent?.record === 'article' && recordTag.kind === 'article';
    if (!row.dependsOnLinks && (hasParent || this.tellsRecord(typeName, nodes))) return object;
    return {
      ...object,
      json: concat([recordMark(recordTag.kind, row.col(recordTag.id), row.dependsOnLinks), object.json]),
    };
  }

  /** Notes what makes a row visible, or lets it appear where it is not. */
  examine(reading: TypeReading, row: Row): readonly Tag[] {
    if (reading.visibilityTag === 'links') row.dependsOnLinks = true;
    else if (reading.visibilityTag) this.tracker?.tags.add(reading.visibilityTag.tag);
    return [reading.listTag ?? anyChange];
  }

  /** Whether the global id of the record that an object shows stands in the answer anyway: its own, or in the field that gives the record. */
  private tellsRecord(typeName: string, nodes: readonly FieldNode[]): boolean {
    const type = this.objectType(typeName);
    const { recordTag } = this.reading(typeName);
    const sets = nodes.map((node) => node.selectionSet);
    return [...collectFields(this.context, type, sets).values()].some((fieldNodes) => {
      const name = fieldNodes[0]!.name.value;
      if (recordTag?.id === 'id') return name === 'id';
      return name === recordTag?.field && this.tellsRecord(getNamedType(type.getFields()[name]!.type).name, fieldNodes);
    });
  }

  /** One field of an object as JSON text, from the object's row. */
  field(
    type: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    row: Row,
  ): Compiled {
    const name = `${type.name}.${field.name}`;
    const read = this.reading(type.name).fields[field.name];
    if (!read) throw new Error(`The model does not say how ${name} is read.`);
    const compiled = read({
      compiler: this,
      row,
      args: this.argumentsOf(field, nodes[0]!),
      type: field.type,
      nodes,
      name,
    });
    const nullable = !isNonNullType(field.type) && compiled.json.literal === undefined;
    return nullable ? { ...compiled, json: sql`coalesce(${compiled.json}, ${this.absence(compiled)})` } : compiled;
  }

  /** The JSON text of nothing, with what it depends on. */
  absence({ absent = [] }: Compiled): Sql {
    return this.tracker && absent.length > 0 ? concat([knownMark(absent), literal('null')]) : literal('null');
  }

  /** The entries of one JSON object, `__typename` included, each field's value by `read`. */
  entries(
    type: GraphQLObjectType,
    nodes: readonly FieldNode[],
    read: (field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[]) => Compiled,
  ): Compiled {
    const pieces: Sql[] = [];
    let cost = 0;
    const sets = nodes.map((node) => node.selectionSet);
    for (const [key, fieldNodes] of collectFields(this.context, type, sets)) {
      this.countField();
      pieces.push(literal(`${pieces.length === 0 ? '' : ','}"${key}":`));
      const name = fieldNodes[0]!.name.value;
      if (name === '__typename') {
        pieces.push(literal(`"${type.name}"`));
        continue;
      }
      const compiled = read(type.getFields()[name]!, fieldNodes);
      pieces.push(compiled.json);
      cost += compiled.cost;
    }
    return { json: concat([literal('{'), ...pieces, literal('}')]), cost };
  }

  /** Where a row may be seen by the audience. `inherited`: the row it was reached from already decides that. */
  visible(reading: TypeReading, row: Row, inherited: 'none' | 'throughParent' | 'all' = 'none'): Sql[] {
    if (!this.asksVisible(reading)) return [];
    const { own, throughParent, parent } = reading.visible ?? {};
    const conditions = own && inherited !== 'all' ? [own(row)] : [];
    if (throughParent && inherited === 'none') conditions.push(throughParent(row));
    if (parent && inherited === 'none') conditions.push(parentIsVisible(this, parent, row));
    return conditions;
  }

  /** Whether it matters to this audience which of these rows may be seen. */
  asksVisible({ visible }: TypeReading): boolean {
    return this.audience === 'READER' || visible?.forEditors === true;
  }

  /** `from …` for an object that was compiled from the row: the row's source and whatever the object joined to it. */
  from(source: Sql, row: Row): Sql {
    return sql`from ${source} ${row.alias}${join([...row.joins.values()], '')}`;
  }

  /** The names of the object types that a field of an abstract or object type may give. */
  possibleTypes(typeName: string): readonly string[] {
    const type = getNamedType(getNullableType(this.context.schema.getType(typeName)!));
    return 'getFields' in type && !('resolveType' in type)
      ? [typeName]
      : this.context.schema.getPossibleTypes(type as never).map((possible) => possible.name);
  }

  private argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): Record<string, unknown> {
    return field.args.length === 0 ? {} : getArgumentValues(field, node, this.context.variables);
  }

  private countField(): void {
    this.fields += 1;
    if (this.fields > MAX_FIELDS) {
      const message = `The operation needs more than ${MAX_FIELDS} fields: fields of interfaces and unions count once for each type. Ask for less at once.`;
      throw limitExceeded(message, 'compiledFields', MAX_FIELDS, this.fields);
    }
  }
}
