import type { EntityName } from '../../entities/kind';
import type { FoundEntity } from '../../extraction/extraction';
import { Prisma } from '../../generated/prisma/client';
import type { Work } from '../../writing/command';
import { entityNames, type ExtractedArticle } from '../extractedArticle';
import { mostNamesakes } from './decision';
import type { CrowdedKeys, KnownEntity } from './known';
import { namesOf } from './names';
import { decidingNames } from './people';

type Transaction = Work['tx'];

/** How many records of one name are looked at. Places are told apart by kind and country, too. */
const mostLoaded: Readonly<Record<EntityName, number>> = {
  person: mostNamesakes,
  organization: mostNamesakes,
  place: 5 * mostNamesakes,
};

/** What name_key() makes of each name that the batch holds, by the name. */
export async function loadKeys(tx: Transaction, batch: readonly ExtractedArticle[]): Promise<Map<string, string>> {
  const names = new Set(batch.flatMap(({ extraction }) => extraction.entities.flatMap(namesOf)));
  const rows = await tx.$queryRaw<{ name: string; key: string }[]>`
    /* name keys */ select name, name_key(name) as key from unnest(${[...names]}::text[]) as name`;
  return new Map(rows.map(({ name, key }) => [name, key]));
}

/** The stored entities that something in a batch may be. */
export interface StoredEntities {
  readonly entities: readonly KnownEntity[];
  /** The names that more records have than were loaded. */
  readonly tooManyCandidates: CrowdedKeys;
}

/** @param before by article, the ids of what it is tied to already */
export async function loadKnown(
  tx: Transaction,
  batch: readonly ExtractedArticle[],
  keys: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<StoredEntities> {
  const wanted: Record<EntityName, Set<string>> = { person: new Set(), organization: new Set(), place: new Set() };
  const countries = new Set<string>();
  for (const found of batch.flatMap(({ extraction }) => extraction.entities)) {
    for (const key of wantedNames(found, keys)) wanted[entityNames[found.kind]].add(key);
    if (found.place?.kind === 'COUNTRY' && found.place.countryCode !== null) countries.add(found.place.countryCode);
  }
  const tied = new Set([...before.values()].flatMap((ids) => [...ids]));
  const tooManyCandidates: Record<EntityName, Set<string>> = {
    person: new Set(),
    organization: new Set(),
    place: new Set(),
  };
  const entities: KnownEntity[] = [];
  for (const kind of Object.values(entityNames)) {
    entities.push(...(await named(tx, kind, wanted[kind], tooManyCandidates[kind])));
    // Of a crowded name the one that an article is tied to already is known all the same.
    if (tooManyCandidates[kind].size > 0 && tied.size > 0) entities.push(...(await withIds(tx, kind, tied)));
  }
  entities.push(...(await countriesOf(tx, countries)));
  return { entities, tooManyCandidates };
}

function wantedNames(found: FoundEntity, keys: ReadonlyMap<string, string>): readonly string[] {
  const names = namesOf(found).map((name) => keys.get(name)!);
  return found.kind === 'PERSON' ? decidingNames(names) : names;
}

interface KnownRow extends Omit<KnownEntity, 'nameKeys' | 'kind'> {
  readonly nameKeys: string;
}

const ownColumns: Readonly<Record<EntityName, Prisma.Sql>> = {
  person: Prisma.sql`null as "placeKind", null as "countryCode", array(
    select r.title from role r where r.person_id = e.id union select e.description where e.description is not null) as titles`,
  organization: Prisma.sql`null as "placeKind", null as "countryCode", '{}'::text[] as titles`,
  place: Prisma.sql`e.kind::text as "placeKind", e.country_code as "countryCode", '{}'::text[] as titles`,
};

/** What a statement takes of each entity `e`. */
function columnsOf(kind: EntityName): Prisma.Sql {
  return Prisma.sql`e.id::text, e.sort_name as "nameKey", e.name_keys as "nameKeys", ${ownColumns[kind]}`;
}

/**
 * Those best known by a name first, then the oldest; in an order that no index has: with one, the planner would walk through the
 * table in the hope to find enough soon.
 * @param crowded gets the names of which there are more
 */
async function named(
  tx: Transaction,
  kind: EntityName,
  keys: ReadonlySet<string>,
  tooManyCandidates: Set<string>,
): Promise<KnownEntity[]> {
  if (keys.size === 0) return [];
  const names = Prisma.raw(kind === 'person' ? 'names_and_surnames_in' : 'names_in');
  const most = mostLoaded[kind];
  const rows = await tx.$queryRaw<(KnownRow & { readonly key: string; readonly count: number })[]>`
    /* known ${Prisma.raw(kind)} */ select ${columnsOf(kind)}, key,
      count(*) over (partition by key)::integer as count
    from unnest(${[...keys]}::text[]) as key cross join lateral (
      select * from ${Prisma.raw(kind)} where ${names}(name_keys) @> array[key]
      order by sort_name <> key, created_at, id limit ${most + 1}) e`;
  for (const { key, count } of rows) if (count > most) tooManyCandidates.add(key);
  return rows.map((row) => knownFrom(kind, row));
}

function withIds(tx: Transaction, kind: EntityName, ids: ReadonlySet<string>): Promise<KnownEntity[]> {
  return those(tx, kind, Prisma.sql`e.id = any(${[...ids]}::uuid[])`);
}

async function countriesOf(tx: Transaction, codes: ReadonlySet<string>): Promise<KnownEntity[]> {
  if (codes.size === 0) return [];
  return those(tx, 'place', Prisma.sql`e.kind = 'COUNTRY' and e.country_code = any(${[...codes]}::text[])`);
}

/** @param condition on `e` */
async function those(tx: Transaction, kind: EntityName, condition: Prisma.Sql): Promise<KnownEntity[]> {
  const rows = await tx.$queryRaw<KnownRow[]>`
    /* known ${Prisma.raw(kind)} */ select ${columnsOf(kind)} from ${Prisma.raw(kind)} e where ${condition}`;
  return rows.map((row) => knownFrom(kind, row));
}

function knownFrom(kind: EntityName, row: KnownRow): KnownEntity {
  const { id, nameKey, titles, placeKind, countryCode } = row;
  const nameKeys = row.nameKeys.split('\n').filter((key) => key !== '');
  return { id, kind, nameKey, nameKeys, titles, placeKind, countryCode };
}
