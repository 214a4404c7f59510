import { newId } from '../data/newId';
import type { Prisma } from '../generated/prisma/client';
import { occurrencesOf } from '../text/spans';
import { spanColumns } from '../articles/quotes/spanRows';
import type { Viewer } from '../auth/audience';
import type { CheckedItem } from './checkItem';
import type { EntityIds } from './namedEntities';
import { insertRows } from './records/insertRows';

/** An article that was stored from an item just now. */
export interface StoredArticle {
  readonly id: string;
  readonly version: number;
  readonly item: CheckedItem;
}

/** Files articles under the subjects of their items, and makes those that are not there. */
export async function fileItems(tx: Prisma.TransactionClient, articles: readonly StoredArticle[]): Promise<void> {
  const filings = articles.flatMap(({ id, item }) => item.subjects.map((subject) => ({ id, ...subject })));
  if (filings.length === 0) return;
  // In one order, or two imports that bring the same subjects could wait for each other.
  const subjects = new Map(filings.map(({ code, name }) => [code, { code, name }]));
  const rows = [...subjects.keys()].sort().map((code) => subjects.get(code)!);
  await insertRows(tx, 'subject', ['code', 'name'], rows);
  await tx.$executeRaw`
    /* import filings */ insert into article_subject (article_id, subject_id)
    select f.id, s.id from jsonb_to_recordset(${JSON.stringify(filings)}::jsonb) as f(id uuid, code text)
    join subject s on s.code = f.code on conflict do nothing`;
}

/** Notes whom and what items name, with the places in the body where the name stands. What is noted already stays. */
export async function mentionItems(
  tx: Prisma.TransactionClient,
  articles: readonly StoredArticle[],
  ids: EntityIds,
): Promise<void> {
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

/** Notes what an import brought of each article, and adds its lines to the audit trail. */
export async function noteItems(
  tx: Prisma.TransactionClient,
  articles: readonly (StoredArticle & { readonly from: number | null })[],
  viewer: Viewer,
): Promise<void> {
  if (articles.length === 0) return;
  const rows = articles.map(({ id, version, from, item }) => ({
    id,
    version,
    from,
    digest: item.digest.toString('hex'),
    version_at: item.versionAt,
  }));
  await tx.$executeRaw`
    /* note items */ insert into imported_item (article_id, digest, version_at, extracted)
    select id, decode(digest, 'hex'), version_at, false
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as i(id uuid, digest text, version_at timestamptz)
    on conflict (article_id) do update set digest = excluded.digest, version_at = excluded.version_at,
      extracted = excluded.extracted, at = now()`;
  await tx.$executeRaw`
    /* audit items */ insert into audit_entry (actor, api_key_id, action, record_kind, record_id, from_version, to_version)
    select ${viewer.name ?? 'anonymous'}, ${viewer.keyId ?? null}::uuid, 'importArticles', 'article', id, "from", version
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as i(id uuid, version integer, "from" integer)`;
}
