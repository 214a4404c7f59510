import { isInputObjectType, type GraphQLField } from 'graphql';
import type { Random } from '../../world/random';
import type { NodeType } from '../ids';
import { orderNames } from '../orderName';
import type { Named } from '../refs';
import type { EntityRow } from '../rows';
import { filterValue } from './filterValues';
import type { Pools } from './pools';

/** Values for the arguments of a field; those that are left out are not there. */
export interface ArgumentValues {
  readonly values: Record<string, unknown>;
  /** How many records a list will give at the most. */
  readonly size: number;
}

const keyed: Readonly<Record<string, NodeType>> = {
  article: 'Article',
  person: 'Person',
  organization: 'Organization',
  place: 'Place',
  subject: 'Subject',
  quote: 'Quote',
  withdrawal: 'Article',
};

/** What was tried and gave something: `Type.field(arg:)`. What was not is tried more often. */
export type Met = Pick<ReadonlySet<string>, 'has'>;

/** Makes arguments: mostly such as make sense, and where `faulty`, now and then such as must be refused. */
export class ArgumentMaker {
  constructor(
    private readonly random: Random,
    private readonly pools: Pools,
    private readonly met: Met,
  ) {}

  make(parent: string, field: GraphQLField<unknown, unknown>, room: number, faulty: boolean): ArgumentValues {
    const has = (name: string): boolean => field.args.some((arg) => arg.name === name);
    if (has('first')) return this.list(parent, field, room, faulty && this.random.chance(0.5));
    if (parent === 'Query') return { values: this.record(field, faulty && this.random.chance(0.5)), size: 1 };
    return { values: {}, size: 1 };
  }

  private record(field: GraphQLField<unknown, unknown>, faulty: boolean): Record<string, unknown> {
    const { random, pools } = this;
    if (field.name === 'viewer') return {};
    const id = () => (faulty ? this.wrongId() : pools.anyId());
    if (field.name === 'node') return { id: id() };
    if (field.name === 'nodes') return { ids: Array.from({ length: random.int(0, 5) }, id) };
    const type = keyed[field.name];
    if (!type) throw new Error(`The operations to try do not know Query.${field.name}.`);
    const own = () => (field.name === 'withdrawal' ? pools.withdrawnId() : pools.id(type));
    if (field.name === 'quote') return { id: faulty ? this.wrongId() : own() };
    const ref = pools.ref(type as Named, field.name === 'withdrawal');
    return { by: 'id' in ref ? { id: faulty ? this.wrongId() : own() } : ref };
  }

  private wrongId(): string {
    return this.random.pick([
      this.pools.anyId(),
      this.pools.anyId(),
      'person_1',
      '',
      'nobody',
      `horse_${this.random.uuid()}`,
      'person_\u0000',
      '5',
    ]);
  }

  private list(parent: string, field: GraphQLField<unknown, unknown>, room: number, faulty: boolean): ArgumentValues {
    const { random } = this;
    const values: Record<string, unknown> = {};
    const filter = field.args.find((arg) => arg.name === 'filter')?.type;
    if (isInputObjectType(filter) && random.chance(0.5)) {
      values.filter = random.chance(0.05) ? null : filterValue(filter, random, this.pools);
      if (faulty && random.chance(0.3)) this.spoil(values.filter as Record<string, unknown> | null);
    }
    if (field.name === 'search') this.search(values);
    if (field.name === 'auditEntries' && random.chance(0.5)) {
      values.record = random.chance(0.1) ? null : faulty ? this.wrongId() : this.pools.recordId();
    }
    this.orderBy(parent, field, values, faulty);
    const { name, list } = orderNames(parent, field.name, {
      orderBy: field.args.find((arg) => arg.name === 'orderBy')?.defaultValue,
      ...values,
    });
    const size = this.paging({ parent, field }, values, list ?? name, room, faulty);
    return { values, size };
  }

  private spoil(filter: Record<string, unknown> | null): void {
    for (const name of Object.keys(filter ?? {})) {
      if (['person', 'organization', 'place', 'provider', 'subject', 'speaker', 'article'].includes(name) && filter)
        filter[name] = [{ id: this.wrongId() }];
      if (['words', 'alias', 'name'].includes(name) && filter)
        filter[name] = this.random.pick(['a\u0000b', '\ud800', '']);
    }
  }

  private search(values: Record<string, unknown>): void {
    const { random, pools } = this;
    const kinds: readonly EntityRow['type'][] = ['Person', 'Organization', 'Place'];
    values.text = random.chance(0.6) ? pools.text() : pools.name(random.pick(kinds));
    if (random.chance(0.5)) {
      values.types = random.chance(0.1)
        ? null
        : random.sample(['ARTICLE', 'QUOTE', 'PERSON', 'ORGANIZATION', 'PLACE'], random.int(0, 4));
    }
  }

  private orderBy(
    parent: string,
    field: GraphQLField<unknown, unknown>,
    values: Record<string, unknown>,
    faulty: boolean,
  ): void {
    const { random } = this;
    if (!field.args.some((arg) => arg.name === 'orderBy') || random.chance(0.5)) return;
    const filter = (values.filter ?? {}) as Record<string, unknown>;
    const sought = typeof (filter.words ?? filter.name) === 'string';
    const entities = parent === 'Query' && ['people', 'organizations', 'places'].includes(field.name);
    const plain = entities ? ['NAME'] : ['NEWEST', 'OLDEST'];
    values.orderBy = random.pick(sought || faulty ? [...plain, 'RELEVANCE', 'RELEVANCE'] : plain);
  }

  private paging(
    { parent, field }: { readonly parent: string; readonly field: GraphQLField<unknown, unknown> },
    values: Record<string, unknown>,
    order: string,
    room: number,
    faulty: boolean,
  ): number {
    const { random } = this;
    const has = (name: string): boolean => field.args.some((arg) => arg.name === name);
    const most = Math.max(1, Math.min(room, random.chance(0.15) ? 30 : 5));
    const size = random.chance(0.05) ? 0 : random.int(1, most);
    const whole = room >= 20 && random.chance(0.2);
    if (!whole) values[has('last') && random.chance(0.4) ? 'last' : 'first'] = size;
    if (random.chance(0.04)) values[values.first === undefined ? 'first' : has('last') ? 'last' : 'first'] ??= null;
    const often = (arg: string): number => (this.met.has(`${parent}.${field.name}(${arg}:)`) ? 0.25 : 0.6);
    if (random.chance(often('after'))) values.after = this.pools.cursor(order) ?? null;
    if (has('before') && random.chance(often('before'))) values.before = this.pools.cursor(order) ?? null;
    if (faulty) this.spoilPaging(values, order, has('last'));
    return whole ? 20 : size;
  }

  private spoilPaging(values: Record<string, unknown>, order: string, both: boolean): void {
    const { random } = this;
    const kind = random.int(0, 4);
    if (kind === 0) values.first = random.pick([-1, 101, 2147483647, -2147483648]);
    if (kind === 1 && both) Object.assign(values, { first: 1, last: 1 });
    if (kind === 2) values.after = random.pick(['', 'none', 'YXJ0aWNsZQ', '{}', '\u0000', '🦊', 'AAAA====']);
    if (kind === 3) values.after = this.pools.foreignCursor(order);
    if (kind === 4 && both) values.last = random.pick([-1, 101]);
  }
}
