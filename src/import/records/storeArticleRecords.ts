import { takenSlugs } from '../../articles/addresses';
import type { Prisma } from '../../generated/prisma/client';
import { freeArticleSlugs, reserveAll } from '../articleSlugs';
import { insertRows, type Row, rowOf } from './insertRows';
import type { RecordOf } from './recordSchema';

type ArticleRecord = RecordOf<'article'>;

const columns = {
  article: [
    ...[
      'id',
      'slug',
      'uri',
      'status',
      'version',
      'scheduled_for',
      'embargoed_until',
      'published_at',
      'revised_at',
      'created_at',
      'public_since',
      'status_set_at',
    ],
    ...['byline', 'dateline', 'credit_line', 'language', 'genre', 'urgency', 'keywords', 'located_id', 'source_id'],
  ],
  article_version: ['article_id', 'number', 'headline', 'standfirst', 'body', 'created_at', 'created_by', 'reason'],
  image: ['id', 'article_id', 'index', 'caption', 'credit_line', 'photographer_id', 'taken_on', 'located_id'],
  image_person: ['image_id', 'person_id'],
  correction: ['id', 'article_id', 'kind', 'text', 'version', 'created_at'],
  mention: [
    ...[
      'id',
      'article_id',
      'version',
      'rel',
      'person_id',
      'organization_id',
      'place_id',
      'position',
      'method',
      'confidence',
    ],
    ...['review_status', 'reviewed_at', 'reviewed_by'],
  ],
  mention_span: ['mention_id', 'article_id', 'version', 'index', 'start_offset', 'end_offset', 'text'],
  quote: [
    ...[
      'id',
      'article_id',
      'version',
      'text',
      'kind',
      'position',
      'cue_text',
      'cue_start',
      'cue_end',
      'speaker_person_id',
    ],
    ...[
      'speaker_organization_id',
      'speaker_name',
      'speaker_title',
      'source_type',
      'said_at',
      'said_in_id',
      'method',
      'confidence',
    ],
    ...['review_status', 'reviewed_at', 'reviewed_by', 'anchor_state', 'created_at'],
  ],
  quote_span: ['quote_id', 'article_id', 'version', 'index', 'start_offset', 'end_offset', 'text', 'prefix', 'suffix'],
} as const;

const entities = { person: 'person_id', organization: 'organization_id', place: 'place_id', located: 'located_id' };
const speakers = {
  speakerPerson: 'speaker_person_id',
  speakerOrganization: 'speaker_organization_id',
  saidIn: 'said_in_id',
};
const offsets = { start: 'start_offset', end: 'end_offset' };

/** Stores articles as an export holds them, with their versions and everything that hangs on those. None of their ids is there. */
export async function storeArticleRecords(
  tx: Prisma.TransactionClient,
  given: readonly ArticleRecord[],
): Promise<void> {
  const articles = await withFreeSlugs(tx, given);
  await tx.$executeRaw`/* versions first */ set constraints article_version_article_id_fkey deferred`;
  await insert(tx, 'article_version', partsOf(articles, 'versions'));
  await insert(
    tx,
    'article',
    articles.map((article) => rowOf(article, { ...entities, source: 'source_id' })),
  );
  await fileUnder(tx, articles);
  await insert(tx, 'correction', partsOf(articles, 'corrections'));
  await storeImages(tx, articles);
  await storeFindings(tx, articles);
  await noteImported(tx, articles);
}

function insert(tx: Prisma.TransactionClient, table: keyof typeof columns, rows: readonly Row[]): Promise<number> {
  return insertRows(tx, table, columns[table], rows);
}

/** The rows of what articles hold under a name. */
function partsOf(
  articles: readonly ArticleRecord[],
  name: 'versions' | 'corrections' | 'images' | 'mentions' | 'quotes',
  renamed: Readonly<Record<string, string>> = {},
): Row[] {
  return articles.flatMap((article) =>
    article[name].map((part: object) => ({ ...rowOf(part, renamed), article_id: article.id })),
  );
}

/** The rows of where mentions, or quotes, stand. */
function spansOf(articles: readonly ArticleRecord[], name: 'mentions' | 'quotes', owner: string): Row[] {
  return articles.flatMap((article) =>
    article[name].flatMap(({ id, spans }) =>
      spans.map((span: object) => ({ ...rowOf(span, offsets), [owner]: id, article_id: article.id })),
    ),
  );
}

async function storeImages(tx: Prisma.TransactionClient, articles: readonly ArticleRecord[]): Promise<void> {
  await insert(tx, 'image', partsOf(articles, 'images', { ...entities, photographer: 'photographer_id' }));
  const images = articles.flatMap((article) => article.images);
  const shown = images.flatMap(({ id, people }) => people.map((person) => ({ image_id: id, person_id: person })));
  await insert(tx, 'image_person', shown);
}

async function storeFindings(tx: Prisma.TransactionClient, articles: readonly ArticleRecord[]): Promise<void> {
  await insert(tx, 'mention', partsOf(articles, 'mentions', entities));
  await insert(tx, 'mention_span', spansOf(articles, 'mentions', 'mention_id'));
  await insert(tx, 'quote', partsOf(articles, 'quotes', speakers));
  await insert(tx, 'quote_span', spansOf(articles, 'quotes', 'quote_id'));
}

async function withFreeSlugs(tx: Prisma.TransactionClient, given: readonly ArticleRecord[]): Promise<ArticleRecord[]> {
  await reserveAll(
    tx,
    given.map(({ slug }) => `slug ${slug}`),
  );
  const unnamed = given.map(({ id, slug }) => ({ text: slug, otherwise: 'article', identity: id }));
  const slugs = await freeArticleSlugs(unnamed, (wanted) => takenSlugs(tx, wanted));
  return given.map((article, i) => ({ ...article, slug: slugs[i]! }));
}

async function fileUnder(tx: Prisma.TransactionClient, articles: readonly ArticleRecord[]): Promise<void> {
  const filings = articles.flatMap(({ id, subjects }) => subjects.map((code) => ({ id, code })));
  if (filings.length === 0) return;
  await tx.$executeRaw`
    /* restore filings */ insert into article_subject (article_id, subject_id)
    select f.id, s.id from jsonb_to_recordset(${JSON.stringify(filings)}::jsonb) as f(id uuid, code text)
    join subject s on s.code = f.code on conflict do nothing`;
}

async function noteImported(tx: Prisma.TransactionClient, articles: readonly ArticleRecord[]): Promise<void> {
  const noted = articles.flatMap(({ id, imported }) => (imported ? { id, ...imported } : []));
  if (noted.length === 0) return;
  await tx.$executeRaw`
    /* restore imported items */ insert into imported_item (article_id, digest, version_at, version_number, brought, note, extracted)
    select id, decode(digest, 'hex'), "versionAt", "versionNumber", brought::jsonb, note, extracted
    from jsonb_to_recordset(${JSON.stringify(noted)}::jsonb) as i(id uuid, digest text, "versionAt" timestamptz,
      "versionNumber" bigint, brought text, note text, extracted boolean)`;
}
