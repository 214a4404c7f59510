import { Prisma } from '../../generated/prisma/client';
import type { Viewer } from '../../auth/audience';
import type { UserError } from '../../writing/userErrors';
import type { ItemResult } from '../itemResults';
import { insertRows } from '../../records/insertRows';
import { type RecordKind, type RecordOf, records as kinds } from '../../records/records';
import { partRows, rowOf } from '../../records/table';
import type { ExportedRecord } from './recordIn';
import { storeArticleRecords } from './storeArticleRecords';

/** Ids of an export that stand for a record which is here under another id: the same slug and name. */
export type Renamed = Map<string, string>;

/**
 * Stores records of one kind as an export holds them, ids and all. What is here already is left as it is, so that twice the same
 * export changes nothing.
 * @param renamed what earlier records of the same export stand for here; added to
 */
export async function storeRecords(
  tx: Prisma.TransactionClient,
  kind: RecordKind,
  given: readonly ExportedRecord[],
  { viewer, renamed }: { readonly viewer: Viewer; readonly renamed: Renamed },
): Promise<ItemResult[]> {
  const records = given.map(({ record }) => withIds(record, renamed));
  if (kind === 'article') return storeArticles(tx, records as RecordOf<'article'>[], viewer, renamed);
  if (kind === 'person' || kind === 'organization' || kind === 'place') {
    return storeEntities(tx, kind, records as RecordOf<typeof kind>[], renamed);
  }
  return storePlain(tx, kind, records);
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

function withIds<Value>(value: Value, renamed: Renamed): Value {
  if (renamed.size === 0) return value;
  return JSON.parse(JSON.stringify(value).replace(uuid, (id) => renamed.get(id) ?? id)) as Value;
}

type EntityKind = 'person' | 'organization' | 'place';

async function storeEntities(
  tx: Prisma.TransactionClient,
  kind: EntityKind,
  records: readonly RecordOf<EntityKind>[],
  renamed: Renamed,
): Promise<ItemResult[]> {
  const here = await tx.$queryRaw<{ id: string; slug: string; name: string }[]>`
    /* records here */ select id::text, slug, name from ${Prisma.raw(kind)}
    where id = any(${records.map(({ id }) => id)}::uuid[]) or slug = any(${records.map(({ slug }) => slug)}::text[])`;
  const results = records.map(({ id, slug, name }): ItemResult => {
    if (here.some((one) => one.id === id)) return { change: 'UNCHANGED' };
    const other = here.find((one) => one.slug === slug);
    if (!other) return { change: 'CREATED' };
    if (other.name !== name) return refused('TAKEN', `Another ${kind} here has the slug ${slug}: ${other.name}.`);
    renamed.set(id, other.id);
    return { change: 'UNCHANGED' };
  });
  const { table } = kinds[kind];
  const fresh = records.filter((_, i) => results[i]!.change === 'CREATED');
  const stored = fresh.map((record) => ({ record, row: rowOf(table, record) }));
  const { externalIds } = table.parts;
  for (const [name, rows] of [
    [table.name, stored],
    [externalIds.table.name, partRows(externalIds, 'externalIds', stored)],
  ] as const) {
    await insertRows(
      tx,
      name,
      rows.map(({ row }) => row),
      { leaveExisting: true },
    );
  }
  return results;
}

async function storeArticles(
  tx: Prisma.TransactionClient,
  records: readonly RecordOf<'article'>[],
  viewer: Viewer,
  renamed: Renamed,
): Promise<ItemResult[]> {
  const uris = records.flatMap(({ uri }) => uri ?? []);
  const here = await tx.$queryRaw<{ id: string; uri: string | null; slug: string; body: string }[]>`
    /* articles here */ select a.id::text, a.uri, a.slug, v.body from article a
    join article_version v on v.article_id = a.id and v.number = a.version
    where a.id = any(${records.map(({ id }) => id)}::uuid[]) or a.uri = any(${uris}::text[])
      or a.slug = any(${records.map(({ slug }) => slug)}::text[])`;
  const results = records.map(({ id, uri, slug, version, versions }): ItemResult => {
    if (here.some((one) => one.id === id)) return { change: 'UNCHANGED', articleId: id };
    const body = versions.find(({ number }) => number === version)?.body;
    const same = here.find((one) => one.slug === slug && one.uri === (uri ?? null) && one.body === body);
    if (same) {
      renamed.set(id, same.id);
      return { change: 'UNCHANGED', articleId: same.id };
    }
    if (uri !== undefined && here.some((one) => one.uri === uri))
      return refused('TAKEN', `Another article here has the uri ${uri}.`);
    return { change: 'CREATED', articleId: id };
  });
  const fresh = records.filter((_, i) => results[i]!.change === 'CREATED');
  await storeArticleRecords(tx, fresh);
  await tx.auditEntry.createMany({
    data: fresh.map(({ id, version }) => ({
      actor: viewer.name ?? 'anonymous',
      action: 'importArticles',
      recordKind: 'article',
      recordId: id,
      toVersion: version,
    })),
  });
  return results;
}

/** Records that nobody shows by themselves; what is here of them stays. */
async function storePlain(
  tx: Prisma.TransactionClient,
  kind: Exclude<RecordKind, EntityKind | 'article'>,
  records: readonly object[],
): Promise<ItemResult[]> {
  if (kind === 'origin' || kind === 'parent') {
    const changed = kind === 'origin' ? await storeOrigins(tx, records) : await storeParents(tx, records);
    return records.map((_, i) => ({ change: i < changed ? 'CREATED' : 'UNCHANGED' }));
  }
  const { table } = kinds[kind];
  const rows = records.map((record) => rowOf(table, record));
  const added = await insertRows(tx, table.name, rows, { leaveExisting: true });
  return records.map((_, i) => ({ change: i < added ? 'CREATED' : 'UNCHANGED' }));
}

/** What articles were made from, where that is not known here. */
function storeOrigins(tx: Prisma.TransactionClient, records: readonly object[]): Promise<number> {
  return tx.$executeRaw`
    /* restore origins */ update article a set rewritten_from_id = coalesce(a.rewritten_from_id, o."rewrittenFrom"),
      translated_from_id = coalesce(a.translated_from_id, o."translatedFrom")
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as o(article uuid, "rewrittenFrom" uuid, "translatedFrom" uuid)
    where a.id = o.article and (a.rewritten_from_id is null and o."rewrittenFrom" is not null
      or a.translated_from_id is null and o."translatedFrom" is not null)`;
}

/** What organizations and places are a part of, where that is not known here. */
async function storeParents(tx: Prisma.TransactionClient, records: readonly object[]): Promise<number> {
  const told = JSON.stringify(records);
  const organizations = await tx.$executeRaw`
    /* restore parents */ update organization e set parent_id = p.parent
    from jsonb_to_recordset(${told}::jsonb) as p(kind text, id uuid, parent uuid)
    where e.id = p.id and p.kind = 'organization' and e.parent_id is null`;
  const places = await tx.$executeRaw`
    /* restore parents */ update place e set parent_id = p.parent
    from jsonb_to_recordset(${told}::jsonb) as p(kind text, id uuid, parent uuid)
    where e.id = p.id and p.kind = 'place' and e.parent_id is null`;
  return organizations + places;
}

function refused(code: UserError['code'], message: string): ItemResult {
  return { change: 'REFUSED', userErrors: [{ code, message, path: [] }] };
}
