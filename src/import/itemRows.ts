import { newId } from '../data/newId';
import type { Prisma } from '../generated/prisma/client';
import { occurrencesOf } from '../text/spans';
import { spanColumns } from '../articles/quotes/spanRows';
import type { Viewer } from '../auth/audience';
import type { CheckedItem } from './checkItem';
import { broughtBy, broughtList, mentionKey } from './brought';
import type { EntityIds } from './namedEntities';
import { insertRows } from '../records/insertRows';
import type { Brought } from './storedItems';

/** An article that was stored from an item just now. */
export interface StoredArticle {
  readonly id: string;
  readonly version: number;
  readonly item: CheckedItem;
  /** Whether everything of the item was taken, or its state alone. */
  readonly all: boolean;
  /** What an import brought of it before; null where none did, or nobody knows. */
  readonly before: Brought | null;
  /** The embargo that it has now. */
  readonly embargoedUntil: Date | null;
}

/** Files articles under the subjects of their items, makes those that are not there, and takes off what an import put on and items no longer name. */
export async function fileItems(tx: Prisma.TransactionClient, stored: readonly StoredArticle[]): Promise<void> {
  const articles = stored.filter(({ all }) => all);
  await takeOff(tx, 'article_subject', articles.flatMap(subjectsGone));
  const filings = articles.flatMap(({ id, item }) => item.subjects.map((subject) => ({ id, ...subject })));
  if (filings.length === 0) return;
  // In one order, or two imports that bring the same subjects could wait for each other.
  const subjects = new Map(filings.map(({ code, name }) => [code, { code, name }]));
  const rows = [...subjects.keys()].sort().map((code) => subjects.get(code)!);
  await insertRows(tx, 'subject', rows, { leaveExisting: true });
  await tx.$executeRaw`
    /* import filings */ insert into article_subject (article_id, subject_id)
    select f.id, s.id from jsonb_to_recordset(${JSON.stringify(filings)}::jsonb) as f(id uuid, code text)
    join subject s on s.code = f.code on conflict do nothing`;
}

function subjectsGone({ id, item, before }: StoredArticle) {
  const codes = new Set(item.subjects.map(({ code }) => code));
  return broughtList(before, 'subjects').flatMap((key) => (codes.has(key) ? [] : { id, key }));
}

/** Takes off what an import put on an article; what an editor reviewed stays. */
async function takeOff(
  tx: Prisma.TransactionClient,
  table: 'article_subject' | 'mention',
  gone: readonly { readonly id: string; readonly key: string }[],
): Promise<void> {
  if (gone.length === 0) return;
  const rows = JSON.stringify(gone);
  if (table === 'mention') {
    await tx.$executeRaw`
      /* mentions taken off */ delete from mention m using jsonb_to_recordset(${rows}::jsonb) as g(id uuid, key text)
      where m.article_id = g.id and m.rel || ' ' || coalesce(m.person_id, m.organization_id, m.place_id) = g.key
        and m.review_status = 'UNREVIEWED'`;
    return;
  }
  await tx.$executeRaw`
    /* subjects taken off */ delete from article_subject f using jsonb_to_recordset(${rows}::jsonb) as g(id uuid, key text), subject s
    where f.article_id = g.id and s.id = f.subject_id and s.code = g.key`;
}

/** Notes whom and what items name, with the places in the body where the name stands. What is noted already stays. */
export async function mentionItems(
  tx: Prisma.TransactionClient,
  stored: readonly StoredArticle[],
  ids: EntityIds,
): Promise<void> {
  const articles = stored.filter(({ all }) => all);
  await takeOff(
    tx,
    'mention',
    articles.flatMap((article) => mentionsGone(article, ids)),
  );
  const rows = articles.flatMap((article) => mentionsIn(article, ids));
  if (rows.length === 0) return;
  const spans = rows.flatMap(({ id, article, version, spans }) =>
    spans.map((span) => ({ ...span, id, article, version })),
  );
  await tx.$executeRaw`
    /* import mentions */ insert into mention (id, article_id, version, rel, person_id, organization_id, place_id, position)
    select id, article, version, rel::mention_rel, person, organization, place,
      position + coalesce((select max(position) from mention where article_id = article), 0)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m(id uuid, article uuid, version integer, rel text, person uuid,
      organization uuid, place uuid, position integer)
    on conflict on constraint mention_entity_key do nothing`;
  await tx.$executeRaw`
    /* import mention spans */ insert into mention_span (mention_id, version, index, article_id, start_offset, end_offset, text)
    select s.id, s.version, s.index, s.article, s."startOffset", s."endOffset", s.text
    from jsonb_to_recordset(${JSON.stringify(spans)}::jsonb) as s(id uuid, version integer, index integer, article uuid,
      "startOffset" integer, "endOffset" integer, text text)
    where exists (select 1 from mention m where m.id = s.id)`;
}

function mentionsGone({ id, item, before }: StoredArticle, ids: EntityIds) {
  const named = new Set(item.mentions.map((mention) => mentionKey(mention.rel, ids.of(mention) ?? '')));
  return broughtList(before, 'mentions').flatMap((key) => (named.has(key) ? [] : { id, key }));
}

function mentionsIn({ id: article, version, item }: StoredArticle, ids: EntityIds) {
  const named = new Map<string, { rel: string; name: string; kind: string; of: string }>();
  for (const mention of item.mentions) {
    const of = ids.of(mention);
    if (of !== null) named.set(`${mention.rel} ${of}`, { ...mention, of });
  }
  return [...named.values()].map(({ rel, name, kind, of }, i) => ({
    id: newId(),
    article,
    version,
    rel,
    [kind]: of,
    position: i + 1,
    spans: occurrencesOf(name, item.body).map(spanColumns),
  }));
}

/**
 * Notes what an import brought of each article, and adds its lines to the audit trail. Where only the state of an item was taken,
 * its time counts, and the rest stays noted as it was.
 */
export async function noteItems(
  tx: Prisma.TransactionClient,
  articles: readonly (StoredArticle & { readonly from: number | null })[],
  { viewer, ids }: { readonly viewer: Viewer; readonly ids: EntityIds },
): Promise<void> {
  if (articles.length === 0) return;
  const rows = articles.map(({ id, version, from, item, all, embargoedUntil }) => ({
    id,
    version,
    from,
    all,
    digest: item.digest.toString('hex'),
    version_at: item.versionAt,
    version_number: item.versionNumber,
    note: item.note,
    brought: all ? broughtBy(item, embargoedUntil, ids) : { embargoedUntil },
  }));
  await tx.$executeRaw`
    /* note items */ insert into imported_item (article_id, digest, version_at, version_number, brought, note, extracted)
    select id, decode(digest, 'hex'), version_at, version_number, brought, note, false
    from jsonb_to_recordset(${JSON.stringify(rows.filter(({ all }) => all))}::jsonb) as i(id uuid, digest text, version_at timestamptz,
      version_number bigint, brought jsonb, note text)
    on conflict (article_id) do update set digest = excluded.digest, version_at = excluded.version_at,
      version_number = excluded.version_number, brought = excluded.brought, note = excluded.note,
      extracted = excluded.extracted, at = now()`;
  const states = rows.filter(({ all }) => !all);
  if (states.length > 0) {
    await tx.$executeRaw`
      /* note states */ update imported_item i set version_at = greatest(i.version_at, s.version_at), note = coalesce(s.note, i.note),
        version_number = greatest(i.version_number, s.version_number), brought = i.brought || s.brought, at = now()
      from jsonb_to_recordset(${JSON.stringify(states)}::jsonb) as s(id uuid, version_at timestamptz, version_number bigint,
        brought jsonb, note text) where i.article_id = s.id`;
  }
  await tx.$executeRaw`
    /* audit items */ insert into audit_entry (actor, api_key_id, action, record_kind, record_id, from_version, to_version)
    select ${viewer.name ?? 'anonymous'}, ${viewer.keyId ?? null}::uuid, 'importArticles', 'article', id, "from", version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as i(id uuid, version integer, "from" integer)`;
}
