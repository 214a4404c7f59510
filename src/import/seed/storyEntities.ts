import { randomUUID } from 'node:crypto';
import { slugOf } from '../../articles/slug';
import type { Prisma } from '../../generated/prisma/client';
import type { StoryRecords } from './storyFormat';
import { storyError } from './storyError';

type Kind = 'people' | 'organizations' | 'places';

/** Ids of records that are stored already, by slug. */
export type StoredIds = Readonly<Record<Kind, ReadonlyMap<string, string>>>;

/** The ids of a story's people, organizations and places by slug, and the rows of those not stored yet. */
export interface StoryEntities {
  /** The id of the record that `path` names by slug; null where it names none. @throws StoryError for an unknown one. */
  id(kind: Kind, slug: string | undefined, path: string): string | null;
  readonly people: Prisma.PersonCreateManyInput[];
  readonly organizations: Prisma.OrganizationCreateManyInput[];
  readonly places: Prisma.PlaceCreateManyInput[];
}

/** The slugs of a story's people, organizations and places, given or made from their names. */
export function slugsOf(records: StoryRecords, kind: Kind): string[] {
  return records[kind].map(({ name, slug }, index) => {
    const made = slug ?? slugOf(name);
    if (made === '') throw storyError(`${kind}[${index}].slug`, `Nothing can be made of “${name}”; give one.`);
    return made;
  });
}

/**
 * Gives every person, organization and place its id: the stored one where its slug is known, a new one otherwise. A stored
 * record stays as it is.
 * @throws StoryError where a slug comes twice or is not there.
 */
export function entitiesOf(records: StoryRecords, stored: StoredIds): StoryEntities {
  const ids = {
    people: idsOf(records, 'people', stored),
    organizations: idsOf(records, 'organizations', stored),
    places: idsOf(records, 'places', stored),
  };
  const id: StoryEntities['id'] = (kind, slug, path) => {
    if (slug === undefined) return null;
    const known = ids[kind].get(slug);
    if (known === undefined) throw storyError(path, `There is no “${slug}” among the ${kind} of this story.`);
    return known;
  };
  /** The rows to add: `fields` of every record that is not stored yet, with its id and slug. */
  const rows = <T>(kind: Kind, fields: (index: number) => T): (T & { id: string; slug: string })[] =>
    [...ids[kind]].flatMap(([slug, own], index) => (stored[kind].has(slug) ? [] : { ...fields(index), id: own, slug }));
  return {
    id,
    people: rows('people', (index) => {
      const { name, aliases, description } = records.people[index]!;
      return { name, aliases, description };
    }),
    organizations: rows('organizations', (index) => {
      const { name, aliases, kind, parent } = records.organizations[index]!;
      return { name, aliases, kind, parentId: id('organizations', parent, `organizations[${index}].parent`) };
    }),
    places: rows('places', (index) => {
      const { name, aliases, kind, parent, countryCode, latitude, longitude } = records.places[index]!;
      const where = { countryCode, latitude, longitude };
      return { name, aliases, kind, ...where, parentId: id('places', parent, `places[${index}].parent`) };
    }),
  };
}

function idsOf(records: StoryRecords, kind: Kind, stored: StoredIds): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const [index, slug] of slugsOf(records, kind).entries()) {
    if (ids.has(slug)) throw storyError(`${kind}[${index}].slug`, `“${slug}” comes twice.`);
    ids.set(slug, stored[kind].get(slug) ?? randomUUID());
  }
  return ids;
}
