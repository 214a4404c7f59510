import type { Row } from './columns';
import type { Random } from './random';
import { name, phrase, printed } from './words';

const instants = [
  '2024-01-01T00:00:00.000Z',
  '2024-06-30T23:59:59.999Z',
  '2025-03-13T12:00:00.001Z',
  '2025-03-13T12:00:00.002Z',
];

/** Something with a name: what people, organizations and places have in common. */
function named(random: Random, kind: string, index: number): { readonly id: string } & Row {
  return {
    id: random.uuid(),
    slug: random.chance(0.03) ? `${kind}-${index}-${'a'.repeat(150)}` : `${kind}-${index}`,
    name: name(random),
    aliases: random.chance(0.4) ? [] : Array.from({ length: random.int(1, 4) }, () => name(random)),
    listed: random.chance(0.25),
    review_status: random.pick(['VERIFIED', 'VERIFIED', 'UNREVIEWED']),
    created_at: random.pick(instants),
  };
}

export type Entity = ReturnType<typeof named>;

export function makePeople(random: Random, count: number): Entity[] {
  return Array.from({ length: count }, (_, index) => ({
    ...named(random, 'person', index),
    description: random.maybe(0.6, () => printed(random, 'en', random.int(1, 12))),
  }));
}

/** Parents come before their parts, except for one pair that name each other: nothing forbids it. */
function withParents(random: Random, entities: readonly Entity[]): Entity[] {
  return entities.map((entity, index) => {
    const parent =
      index > 0 && random.chance(0.55) ? entities[random.int(Math.max(0, index - 6), index - 1)] : undefined;
    const loop =
      index === entities.length - 2 ? entities.at(-1) : index === entities.length - 1 ? entities.at(-2) : undefined;
    return { ...entity, parent_id: (loop ?? parent)?.id ?? null };
  });
}

export function makeOrganizations(random: Random, count: number): Entity[] {
  const plain = Array.from({ length: count }, (_, index) => ({
    ...named(random, 'organization', index),
    kind: random.maybe(0.6, () => random.pick(['agency', 'news agency', 'Gewerkschaft', '', 'team "A"'])),
  }));
  return withParents(random, plain);
}

export function makePlaces(random: Random, count: number): Entity[] {
  const plain = Array.from({ length: count }, (_, index) => ({
    ...named(random, 'place', index),
    kind: random.pick(['COUNTRY', 'REGION', 'CITY', 'VENUE']),
    country_code: random.maybe(0.6, () => random.pick(['CA', 'MX', 'US'])),
    latitude: random.maybe(0.6, () => random.pick([0, -90, 90, 47.65, 0.1 + 0.2, 1e-7, -12.3456789012345])),
    longitude: random.maybe(0.6, () => random.pick([0, -180, 180, -70.15, 1 / 3, 100])),
  }));
  return withParents(random, plain);
}

export function makeSubjects(random: Random, count: number): Row[] {
  return Array.from({ length: count }, (_, index) => ({
    id: random.uuid(),
    code: index % 2 ? `medtop:1${index}000000` : `own "${index}" é`,
    name: phrase(random, 'en', random.int(1, 2)),
    listed: random.chance(0.3),
  }));
}

export function makeExternalIds(random: Random, kinds: Readonly<Record<string, readonly Entity[]>>): Row[] {
  let number = 0;
  return Object.entries(kinds).flatMap(([column, entities]) =>
    entities.flatMap((entity) =>
      Array.from({ length: random.int(0, 3) }, () => ({
        scheme: random.pick(['wikidata', 'viaf', 'x-9.y_z']),
        value: `${random.pick(['Q', 'q', 'É ', '🦊', '𝔘', '\uffee', '"', 'a/b%'])}${++number}`,
        person_id: null,
        organization_id: null,
        place_id: null,
        [column]: entity.id,
      })),
    ),
  );
}
