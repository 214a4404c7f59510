import { newId } from '../data/newId';
import { freeSlugs } from '../entities/freeSlugs';
import { type EntityName } from '../entities/kind';
import { reserve, wantedSlug } from '../entities/reserve';
import { Prisma } from '../generated/prisma/client';
import { UserErrors } from '../writing/userErrors';
import type { CheckedItem } from './checkItem';
import type { NamedEntity } from './item';

/** The records that items' names stand for. */
export interface EntityIds {
  /** The record's uuid; null for what is not known here and was not to be made. */
  of(entity: NamedEntity | null): string | null;
}

const kinds = ['organization', 'place', 'person'] as const satisfies readonly EntityName[];

/**
 * Finds the people, organizations and places that items name: by an id in a catalogue, or by a name that exactly one record
 * has, accents and case aside, and no other id in that catalogue. One that nobody has is made,
 * unreviewed and not listed: readers see it with the first article that they see.
 * Of several with that name none is taken: that would be a guess. A place of unknown kind is only found, never made.
 */
export async function entitiesOf(tx: Prisma.TransactionClient, items: readonly CheckedItem[]): Promise<EntityIds> {
  const found = new Map<string, string | null>();
  for (const kind of kinds) {
    const named = distinct(items.flatMap(namedIn).filter((entity) => entity.kind === kind));
    if (named.length === 0) continue;
    const names = named.map(({ name }) => name);
    const slugs = names.map((name) => wantedSlug(kind, name));
    const externalIds = named.flatMap((entity) => entity.externalIds ?? []);
    await reserve({ tx, userErrors: new UserErrors() }, kind, { slugs, names, externalIds, tree: false });
    for (const [key, id] of await idsOf(tx, kind, named)) found.set(key, id);
  }
  return { of: (entity) => (entity ? (found.get(keyOf(entity)) ?? null) : null) };
}

function namedIn({ source, located, mentions }: CheckedItem): NamedEntity[] {
  return [...(source ? [source] : []), ...(located ? [located] : []), ...mentions];
}

function keyOf({ kind, name, externalIds }: NamedEntity): string {
  return JSON.stringify([kind, name, (externalIds ?? []).map(({ scheme, value }) => [scheme, value])]);
}

function distinct(entities: readonly NamedEntity[]): NamedEntity[] {
  const known = new Map<string, NamedEntity>();
  for (const entity of entities) {
    const before = known.get(keyOf(entity));
    if (!before || (before.placeKind == null && entity.placeKind != null)) known.set(keyOf(entity), entity);
  }
  return [...known.values()];
}

interface Match {
  readonly n: number;
  readonly ids: readonly string[] | null;
  readonly catalogued: string | null;
}

async function idsOf(
  tx: Prisma.TransactionClient,
  kind: EntityName,
  named: readonly NamedEntity[],
): Promise<Map<string, string | null>> {
  const table = Prisma.raw(kind);
  const owner = Prisma.raw(`${kind}_id`);
  const wanted = named.map(({ name, externalIds }, n) => ({ n, name, ids: externalIds ?? [] }));
  const matches = await tx.$queryRaw<Match[]>`
    /* ${Prisma.raw(`${kind} by names`)} */ select w.n,
      (select array_agg(e.id::text) from (select id from ${table} e where ${hasName(kind)}
        and not exists (select 1 from external_id x join jsonb_to_recordset(w.ids) as g(scheme text, value text)
          on x.scheme = g.scheme and x.value <> g.value where x.${owner} = e.id) limit 2) e) as ids,
      (select x.${owner}::text from external_id x join jsonb_to_recordset(w.ids) as g(scheme text, value text)
        on x.scheme = g.scheme and x.value = g.value where x.${owner} is not null limit 1) as catalogued
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(n integer, name text, ids jsonb)`;
  const ids = new Map<string, string | null>();
  const missing: NamedEntity[] = [];
  for (const { n, ids: same, catalogued } of matches) {
    const entity = named[n]!;
    if (catalogued !== null || same) ids.set(keyOf(entity), catalogued ?? (same!.length === 1 ? same![0]! : null));
    else if (kind !== 'place' || entity.placeKind != null) missing.push(entity);
  }
  for (const { entity, id } of await make(tx, kind, missing)) ids.set(keyOf(entity), id);
  return ids;
}

/** Whether one of a record's names is the name, as the indexes of names find it; people's hold their last names beside them. */
function hasName(kind: EntityName): Prisma.Sql {
  const named = Prisma.sql`names_in(e.name_keys) @> array[name_key(w.name)]`;
  return kind === 'person'
    ? Prisma.sql`names_and_surnames_in(e.name_keys) @> array[name_key(w.name)] and ${named}`
    : named;
}

/** Makes records of the names, one for each however it is written in capitals. */
async function make(tx: Prisma.TransactionClient, kind: EntityName, missing: readonly NamedEntity[]) {
  if (missing.length === 0) return [];
  const fresh = [...new Map(missing.map((entity) => [sameAs(entity), entity])).values()];
  const wanted = fresh.map(({ name }) => wantedSlug(kind, name));
  const slugs = await freeSlugs(tx, kind, wanted);
  const rows = fresh.map(({ name, placeKind }, i) => ({
    id: newId(),
    slug: slugs[i]!,
    name,
    kind: placeKind ?? 'CITY',
    reviewStatus: 'UNREVIEWED' as const,
  }));
  const plain = rows.map(({ kind: _, ...row }) => row);
  if (kind === 'place') await tx.place.createMany({ data: rows });
  else if (kind === 'person') await tx.person.createMany({ data: plain });
  else await tx.organization.createMany({ data: plain });
  await tx.externalId.createMany({
    data: fresh.flatMap(({ externalIds }, i) =>
      (externalIds ?? []).map((one) => ({ ...one, [`${kind}Id`]: rows[i]!.id })),
    ),
    skipDuplicates: true,
  });
  const idOf = new Map(fresh.map((entity, i) => [sameAs(entity), rows[i]!.id]));
  return missing.map((entity) => ({ entity, id: idOf.get(sameAs(entity))! }));
}

/** Equal for names that are one record's: the same letters, and the same ids elsewhere. */
function sameAs({ name, externalIds }: NamedEntity): string {
  return JSON.stringify([name.toLowerCase(), externalIds ?? []]);
}
