import { takenSlugs } from '../../articles/addresses';
import type { Prisma } from '../../generated/prisma/client';
import { article } from '../../records/articles';
import { insertRows } from '../../records/insertRows';
import type { RecordOf } from '../../records/records';
import { type Part, partRows, rowOf } from '../../records/table';
import { freeArticleSlugs, reserveAll } from '../articleSlugs';

type ArticleRecord = RecordOf<'article'>;
type Stored = ReturnType<typeof partRows>;

/** Stores articles as an export holds them, with their versions and everything that hangs on those. None of their ids is there. */
export async function storeArticleRecords(
  tx: Prisma.TransactionClient,
  given: readonly ArticleRecord[],
): Promise<void> {
  const articles = (await withFreeSlugs(tx, given)).map((record) => ({ record, row: rowOf(article, record) }));
  await tx.$executeRaw`/* versions first */ set constraints article_version_article_id_fkey deferred`;
  const { versions, subjects, ...others } = article.parts;
  await storePart(tx, versions, 'versions', articles);
  await store(tx, article.name, articles);
  await fileUnder(tx, partRows(subjects, 'subjects', articles));
  await storeParts(tx, others, articles);
}

function store(tx: Prisma.TransactionClient, table: string, stored: Stored): Promise<number> {
  return insertRows(
    tx,
    table,
    stored.map(({ row }) => row),
    { leaveExisting: true },
  );
}

/** Stores the rows that belong to records, and then the rows that belong to those. */
async function storeParts(
  tx: Prisma.TransactionClient,
  parts: Readonly<Record<string, Part>>,
  holders: Stored,
): Promise<void> {
  for (const [name, part] of Object.entries(parts)) await storePart(tx, part, name, holders);
}

async function storePart(tx: Prisma.TransactionClient, part: Part, name: string, holders: Stored): Promise<void> {
  const rows = partRows(part, name, holders);
  await store(tx, part.table.name, rows);
  await storeParts(tx, part.table.parts ?? {}, rows);
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

/** Files articles under the subjects that have these codes here. */
async function fileUnder(tx: Prisma.TransactionClient, filings: Stored): Promise<void> {
  if (filings.length === 0) return;
  await tx.$executeRaw`
    /* restore filings */ insert into article_subject (article_id, subject_id)
    select f.article_id, s.id
    from jsonb_to_recordset(${JSON.stringify(filings.map(({ row }) => row))}::jsonb) as f(article_id uuid, subject_id text)
    join subject s on s.code = f.subject_id on conflict do nothing`;
}
