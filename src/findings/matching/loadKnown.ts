import { Prisma } from '../../generated/prisma/client';
import type { EntityName } from '../../entities/kind';
import type { Work } from '../../writing/command';
import { entityNames, type ExtractedArticle } from '../extractedArticle';
import type { KnownEntity } from './known';
import { namesOf } from './names';

type Transaction = Work['tx'];

/** How many records of one name are looked at. Nobody can be told from more. */
const mostNamesakes = 20;

/** How many of the newest articles of an entity show its company. */
const companyArticles = 20;

/** What name_key() makes of each name that the batch holds, by the name. */
export async function loadKeys(tx: Transaction, batch: readonly ExtractedArticle[]): Promise<Map<string, string>> {
  const names = new Set(batch.flatMap(({ extraction }) => extraction.entities.flatMap(namesOf)));
  const rows = await tx.$queryRaw<{ name: string; key: string }[]>`
    /* name keys */ select name, name_key(name) as key from unnest(${[...names]}::text[]) as name`;
  return new Map(rows.map(({ name, key }) => [name, key]));
}

/** The stored entities that something in the batch may be. */
export async function loadKnown(
  tx: Transaction,
  batch: readonly ExtractedArticle[],
  keys: ReadonlyMap<string, string>,
): Promise<KnownEntity[]> {
  const wanted: Record<EntityName, Set<string>> = { person: new Set(), organization: new Set(), place: new Set() };
  const countries = new Set<string>();
  for (const found of batch.flatMap(({ extraction }) => extraction.entities)) {
    for (const name of namesOf(found)) wanted[entityNames[found.kind]].add(keys.get(name)!);
    if (found.place?.kind === 'COUNTRY' && found.place.countryCode !== null) countries.add(found.place.countryCode);
  }
  return [
    ...(await named(tx, 'person', wanted.person)),
    ...(await named(tx, 'organization', wanted.organization)),
    ...(await named(tx, 'place', wanted.place)),
    ...(await countriesOf(tx, countries)),
  ];
}

interface KnownRow extends Omit<KnownEntity, 'nameKeys' | 'kind'> {
  readonly nameKeys: string;
}

const columns: Readonly<Record<EntityName, Prisma.Sql>> = {
  person: Prisma.sql`null as "placeKind", null as "countryCode", array(
    select r.title from role r where r.person_id = e.id union select e.description where e.description is not null) as titles`,
  organization: Prisma.sql`null as "placeKind", null as "countryCode", '{}'::text[] as titles`,
  place: Prisma.sql`e.kind::text as "placeKind", e.country_code as "countryCode", '{}'::text[] as titles`,
};

/** In an order that no index has: with one, the planner would walk through the table in the hope to find enough soon. */
async function named(tx: Transaction, kind: EntityName, keys: ReadonlySet<string>): Promise<KnownEntity[]> {
  if (keys.size === 0) return [];
  const names = Prisma.raw(kind === 'person' ? 'names_and_surnames_in' : 'names_in');
  const rows = await tx.$queryRaw<KnownRow[]>`
    /* known ${Prisma.raw(kind)} */ select distinct e.id::text, e.sort_name as "nameKey", e.name_keys as "nameKeys", ${columns[kind]}
    from unnest(${[...keys]}::text[]) as key cross join lateral (
      select * from ${Prisma.raw(kind)} where ${names}(name_keys) @> array[key] order by created_at, id limit ${mostNamesakes + 1}) e`;
  return rows.map((row) => knownFrom(kind, row));
}

async function countriesOf(tx: Transaction, codes: ReadonlySet<string>): Promise<KnownEntity[]> {
  if (codes.size === 0) return [];
  const rows = await tx.$queryRaw<KnownRow[]>`
    /* known countries */ select e.id::text, e.sort_name as "nameKey", e.name_keys as "nameKeys", ${columns.place}
    from place e where e.kind = 'COUNTRY' and e.country_code = any(${[...codes]}::text[])`;
  return rows.map((row) => knownFrom('place', row));
}

function knownFrom(kind: EntityName, row: KnownRow): KnownEntity {
  return { ...row, kind, nameKeys: row.nameKeys.split('\n').filter((key) => key !== '') };
}

/** By entity, whom its newest articles speak of too; countries left out. */
export async function loadCompany(tx: Transaction, ids: ReadonlySet<string>): Promise<Map<string, Set<string>>> {
  const company = new Map([...ids].map((id) => [id, new Set<string>()]));
  for (const kind of Object.values(entityNames)) {
    const column = Prisma.raw(`${kind}_id`);
    const rows = await tx.$queryRaw<{ id: string; others: string[] }[]>`
      /* company of ${Prisma.raw(kind)} */ select e.id::text, array_agg(distinct o.other::text) as others
      from unnest(${[...ids]}::uuid[]) as e (id) cross join lateral (
        select article_id from mention where ${column} = e.id and review_status <> 'REJECTED'
        order by article_listed_at desc, article_created_at desc, article_id desc limit ${companyArticles}) a
      join lateral (
        select coalesce(m.person_id, m.organization_id, m.place_id) as other from mention m left join place p on p.id = m.place_id
        where m.article_id = a.article_id and m.review_status <> 'REJECTED' and p.kind is distinct from 'COUNTRY') o on o.other <> e.id
      group by e.id`;
    for (const { id, others } of rows) company.set(id, new Set(others));
  }
  return company;
}
