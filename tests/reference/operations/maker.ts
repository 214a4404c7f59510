import {
  doTypesOverlap,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import type { Random } from '../../world/random';
import { mayUse } from '../access';
import type { Knowledge, Viewer } from '../context';
import { ArgumentMaker, type Met } from './argumentValues';
import { Literals } from './literals';
import { Pools } from './pools';

type Field = GraphQLField<unknown, unknown>;

export interface Operation {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly viewer: Viewer;
  readonly operationName?: string;
}

interface Fragment {
  readonly name: string;
  readonly type: GraphQLCompositeType;
  readonly room: number;
}

/** About so many records may stand at one level of an answer. */
const wholeRoom = 150;
const mostDepth = 13;

const introspection = [
  '__schema { queryType { name } }',
  '__schema { types { name } directives { name args { name defaultValue } } }',
  '__type(name: "Person") { kind name interfaces { name } fields { name type { name kind ofType { name } } args { name defaultValue } } }',
  '__type(name: "Nothing") { name }',
  '__type(name: "ArticleOrder") { enumValues { name description isDeprecated } }',
];

/** What is not asked for: many edit scripts tell the same change, and `articleDiff` has tests that judge them. */
export const untried: readonly string[] = ['articleDiff'];
const restricted = ['auditEntries', 'apiKeys'];

/** Makes random operations that the schema allows. */
export class OperationMaker {
  private readonly pools: Pools;
  private readonly args: ArgumentMaker;

  constructor(
    private readonly schema: GraphQLSchema,
    knowledge: Knowledge,
    private readonly random: Random,
    private readonly met: Met = { has: () => true },
  ) {
    this.pools = new Pools(knowledge, random);
    this.args = new ArgumentMaker(random, this.pools, met);
  }

  make(): Operation {
    const { random } = this;
    const role = random.pick(['READER', 'READER', 'EDITOR', 'ADMIN'] as const);
    const viewer: Viewer = { role, name: random.chance(0.5) ? null : 'The "desk" é🦊' };
    // Most of what a viewer may not use is left out: it is refused whole, and says nothing of the rest.
    const left = random.chance(0.05)
      ? untried
      : [...untried, ...restricted.filter((field) => !mayUse(this.schema, field, viewer))];
    const one = new One(this.schema, random, this.args, random.chance(0.06), { left, met: this.met });
    const root = this.schema.getQueryType();
    if (!root) throw new Error('No Query.');
    const body = one.selection(root, wholeRoom, 0);
    const declarations = one.literals.declarations();
    const { variables } = one.literals;
    const named = declarations !== '' || random.chance(0.5);
    const parts = [`${named ? `query Asked${declarations} ` : ''}${body}`, ...one.fragments];
    if (!named || random.chance(0.8)) return { text: parts.join('\n'), variables, viewer };
    const text = random.sample([...parts, 'query Other { __typename }'], parts.length + 1).join('\n');
    return { text, variables, viewer, operationName: 'Asked' };
  }
}

/** One operation in the making. */
class One {
  readonly literals: Literals;
  readonly fragments: string[] = [];
  private readonly spreadable: Fragment[] = [];
  private left = 45;
  private aliases = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: Random,
    private readonly args: ArgumentMaker,
    private readonly faulty: boolean,
    private readonly wish: { readonly left: readonly string[]; readonly met: Met },
  ) {
    this.literals = new Literals(random, faulty);
  }

  /** `{ … }` on a type of which about as many records may be given as there is room for. */
  selection(type: GraphQLCompositeType, room: number, depth: number): string {
    const count = depth === 0 ? this.random.pick([1, 1, 2, 3]) : this.random.int(1, 4);
    const parts = Array.from({ length: count }, () => this.part(type, room, depth));
    parts.push(...this.leaves(type));
    // A list without its edges tells little.
    if (/Connection$/.test(type.name) && this.random.chance(0.7)) parts.push(this.named(type, 'edges', room, depth));
    if (/Edge$/.test(type.name) && this.random.chance(0.8)) parts.push(this.named(type, 'node', room, depth));
    return `{ ${parts.join(' ')} }`;
  }

  private part(type: GraphQLCompositeType, room: number, depth: number): string {
    const { random } = this;
    const kind = random.float();
    if (kind < 0.06) return `${this.alias(0.3, [])}__typename${this.directive()}`;
    const narrow = isAbstractType(type) ? 0.5 : 0.12;
    if (kind < 0.06 + narrow && depth < mostDepth && this.left > 0) return this.fragment(type, room, depth);
    if (depth === 0 && kind > 0.96) return `${this.alias(0.5, [])}${random.pick(introspection)}`;
    if (!('getFields' in type)) return '__typename';
    const fields = Object.values(type.getFields()).filter((field) => this.affordable(field, room, depth));
    return fields.length === 0 ? '__typename' : this.field(type, random.pick(this.wanted(type, fields)), room, depth);
  }

  /** Often only those of the fields that gave nothing so far, or not with each of their arguments, or lead to such. */
  private wanted(type: GraphQLCompositeType, fields: readonly Field[]): readonly Field[] {
    if (!this.random.chance(0.4)) return fields;
    const lacking = fields.filter((field) => {
      const made = getNamedType(field.type);
      return (
        this.lacks(type, field) ||
        (isObjectType(made) && Object.values(made.getFields()).some((one) => this.lacks(made, one)))
      );
    });
    return lacking.length > 0 ? lacking : fields;
  }

  private lacks(type: GraphQLCompositeType, { name, args }: Field): boolean {
    const parts = ['', ...args.map((arg) => `(${arg.name}:)`)];
    return isObjectType(type) && parts.some((part) => !this.wish.met.has(`${type.name}.${name}${part}`));
  }

  /** Some plain fields: they cost little, and each may be wrong. */
  private leaves(type: GraphQLCompositeType): string[] {
    if (!('getFields' in type)) return [];
    const plain = Object.values(type.getFields()).filter(
      (field) => field.args.length === 0 && isLeafType(getNamedType(field.type)),
    );
    return this.random.sample(this.wanted(type, plain), this.random.int(0, 3)).map((field) => field.name);
  }

  private named(type: GraphQLCompositeType, name: string, room: number, depth: number): string {
    const field = 'getFields' in type ? type.getFields()[name] : undefined;
    return field && this.affordable(field, room, depth) ? this.field(type, field, room, depth) : '__typename';
  }

  private affordable(field: Field, room: number, depth: number): boolean {
    if (this.wish.left.includes(field.name)) return false;
    if (!isCompositeType(getNamedType(field.type))) return true;
    return depth < mostDepth && this.left > 0 && (room >= 1 || !isPlural(field));
  }

  private field(type: GraphQLCompositeType, field: Field, room: number, depth: number): string {
    this.left--;
    const { values, size } = this.args.make(type.name, field, room, this.faulty);
    const head = `${field.name}${this.literals.arguments(field.args, values)}`;
    const siblings = 'getFields' in type ? Object.keys(type.getFields()) : [];
    const alias = this.alias(head === field.name ? 0.15 : 0.5, siblings);
    const made = getNamedType(field.type);
    const once = () =>
      `${alias}${head}${this.directive()}${isCompositeType(made) ? ` ${this.selection(made, this.roomIn(field, room, size), depth + 1)}` : ''}`;
    const twice = this.random.chance(0.1) && this.left > 0;
    return twice ? `${once()} ${once()}` : once();
  }

  private roomIn(field: Field, room: number, size: number): number {
    if (/Connection$/.test(getNamedType(field.type).name)) return room / Math.max(1, size);
    return isList(field.type) && field.name !== 'edges' ? room / 3 : room;
  }

  private fragment(type: GraphQLCompositeType, room: number, depth: number): string {
    const { random } = this;
    const known = this.spreadable.filter(
      (fragment) => fragment.room <= room && doTypesOverlap(this.schema, fragment.type, type),
    );
    if (known.length > 0 && random.chance(0.3)) return `...${random.pick(known).name}${this.directive()}`;
    const on = this.overlapping(type);
    if (random.chance(0.35)) {
      const name = `F${this.fragments.length}`;
      const place = this.fragments.push('') - 1; // its number is taken before the fragments in it take theirs
      this.fragments[place] = `fragment ${name} on ${on.name} ${this.selection(on, room, depth + 1)}`;
      this.spreadable.push({ name, type: on, room });
      return `...${name}${this.directive()}`;
    }
    const condition = on === type && random.chance(0.5) ? '' : ` on ${on.name}`;
    return `...${condition}${this.directive()} ${this.selection(on, room, depth + 1)}`;
  }

  private overlapping(type: GraphQLCompositeType): GraphQLCompositeType {
    const { random, schema } = this;
    const objects = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
    if (random.chance(0.7)) return random.pick(objects);
    const all = Object.values(schema.getTypeMap()).filter(
      (other) => isCompositeType(other) && !other.name.startsWith('__'),
    );
    const possible = all.filter(
      (other) => isCompositeType(other) && doTypesOverlap(schema, other, type),
    ) as GraphQLCompositeType[];
    return random.pick([
      type,
      ...possible.filter((other) => isInterfaceType(other) || isAbstractType(other) || isObjectType(other)),
    ]);
  }

  private alias(share: number, siblings: readonly string[]): string {
    if (this.aliases >= 28 || !this.random.chance(share)) return '';
    this.aliases++;
    const taken = siblings.length > 0 && this.random.chance(0.15);
    return `${taken ? this.random.pick(siblings) : `a${this.random.int(0, 60)}`}: `;
  }

  private directive(): string {
    const { random } = this;
    if (!random.chance(0.08)) return '';
    const [name, keeps] = random.pick([
      ['skip', false],
      ['include', true],
    ] as const);
    return ` @${name}(if: ${this.literals.condition(random.chance(0.7) ? keeps : !keeps)})`;
  }
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type));
}

/** Whether a field gives many records for one. */
function isPlural(field: Field): boolean {
  return (isList(field.type) && field.name !== 'edges') || /Connection$/.test(getNamedType(field.type).name);
}
