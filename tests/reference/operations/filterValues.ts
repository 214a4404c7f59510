import { getNamedType, type GraphQLInputObjectType, isEnumType } from 'graphql';
import type { Random } from '../../world/random';
import type { EntityRow } from '../rows';
import type { Pools } from './pools';

type Values = Record<string, unknown>;

const entityOf: Readonly<Record<string, EntityRow['type']>> = {
  PersonFilter: 'Person',
  OrganizationFilter: 'Organization',
  PlaceFilter: 'Place',
};

/** A filter with some of its fields set; null and empty lists among them. */
export function filterValue(type: GraphQLInputObjectType, random: Random, pools: Pools): Values {
  const names = Object.keys(type.getFields());
  const chosen = random.sample(names, random.pick([0, 1, 1, 1, 1, 2, 2, 3]));
  return Object.fromEntries(
    chosen.map((name) => [name, random.chance(0.06) ? null : fieldValue(type, name, random, pools)]),
  );
}

function fieldValue(type: GraphQLInputObjectType, name: string, random: Random, pools: Pools): unknown {
  const entity = entityOf[type.name] ?? 'Person';
  const values: Readonly<Record<string, () => unknown>> = {
    person: () => pools.id('Person'),
    organization: () => pools.id('Organization'),
    place: () => pools.id('Place'),
    source: () => pools.id('Organization'),
    subject: () => pools.id('Subject'),
    speaker: () => pools.id('Person', 'Organization'),
    article: () => pools.id('Article'),
    language: () => pools.language(),
    publishedFrom: () => pools.moment(),
    publishedBefore: () => pools.moment(),
    saidFrom: () => pools.day(),
    saidBefore: () => pools.day(),
    words: () => pools.text(),
    name: () => pools.name(entity),
    nameStartsWith: () => pools.beginning(entity),
    alias: () => pools.alias(entity),
    externalId: () => pools.externalId(),
  };
  const make = values[name];
  if (make) return make();
  const field = type.getFields()[name];
  const named = field ? getNamedType(field.type) : undefined;
  if (!isEnumType(named)) throw new Error(`The operations to try do not know ${type.name}.${name}.`);
  const all = named.getValues().map((value) => value.name);
  const some = random.sample(all, random.pick([0, 1, 1, 2, 3]));
  return some.length === 1 && random.chance(0.3) ? some[0] : some; // one value stands for a list of one
}
