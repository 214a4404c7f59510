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
  // One reference stands for a list of one.
  const refs = (one: () => Values): unknown =>
    random.chance(0.4) ? one() : Array.from({ length: random.pick([0, 1, 1, 1, 2, 3]) }, one);
  const values: Readonly<Record<string, () => unknown>> = {
    person: () => refs(() => pools.ref('Person')),
    organization: () => refs(() => pools.ref('Organization')),
    place: () => refs(() => pools.ref('Place')),
    provider: () => refs(() => pools.ref('Organization')),
    subject: () => refs(() => pools.ref('Subject')),
    speaker: () => refs(() => pools.speakerRef()),
    article: () => refs(() => pools.ref('Article')),
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
