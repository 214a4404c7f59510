import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  isNonNullType,
} from 'graphql';
import { type Compiled, type Model, Row, type TypeReading } from './model';
import { limitExceeded } from './refusal';
import type { Audience } from './run';
import { collectFields, type SelectionContext } from './selection';
import { concat, join, literal, type Param, sql, type Sql } from './sql';

/** How many fields one statement may hold. An interface is compiled once for each of its types, so nesting multiplies. */
const MAX_FIELDS = 4000;

/** Compiles selections to JSON text, for one audience and one shape of the variables. */
export class Compiler {
  /** Parameters that must be right even where the statement has no use for them: a cursor where only a count is asked. */
  readonly given: Param[] = [];
  private aliases = 0;
  private fields = 0;

  constructor(
    readonly context: SelectionContext,
    readonly model: Model,
    readonly audience: Audience,
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

  /** An object of that type as JSON text, from the row. */
  object(typeName: string, nodes: readonly FieldNode[], row: Row): Compiled {
    const type = this.objectType(typeName);
    return this.entries(type, nodes, (field, fieldNodes) => this.field(type, field, fieldNodes, row));
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
    return nullable ? { ...compiled, json: sql`coalesce(${compiled.json}, 'null')` } : compiled;
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

  /** Where a row may be seen by the audience. `proven`: the row it was reached from already decides that. */
  visible(reading: TypeReading, row: Row, proven: 'none' | 'through' | 'all' = 'none'): Sql[] {
    const { own, through, forEditors } = reading.visible ?? {};
    if (this.audience === 'EDITOR' && !forEditors) return [];
    return [...(own && proven !== 'all' ? [own(row)] : []), ...(through && proven === 'none' ? [through(row)] : [])];
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
