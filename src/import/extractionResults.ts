import type { Extraction, Story } from '../extraction/extraction';
import { knownOrigins } from '../linking/knownOrigins';
import { storeExtractions } from '../linking/storeExtractions';
import type { Prisma, PrismaClient } from '../generated/prisma/client';
import type { CheckedItem } from './checkItem';
import type { ExtractionPool } from '../linking/extractionPool';
import type { RunItem } from './importBatch';
import type { EntityIds } from './namedEntities';
import type { Origins } from './newArticles';
import type { Circumstances } from './stateRule';
import { decisionOn, storedItems } from './storedItems';

/** What was found in items, by the items. */
export type ExtractionResults = ReadonlyMap<CheckedItem, Extraction>;

/**
 * Looks through those items of which the words are not stored, or not looked through, yet. The transaction that stores them
 * looks again what is to be done: in between, others may have stored the same.
 */
export async function extractFrom(
  prisma: PrismaClient,
  items: readonly RunItem[],
  extractionPool: ExtractionPool,
  wish: Circumstances['wish'],
): Promise<ExtractionResults> {
  const known = await storedItems(
    prisma,
    items.map(({ item }) => item.uri),
  );
  const wanted = items.flatMap(({ item, isAgain }) => {
    const { effect } = decisionOn(item, known, { isAgain, wish });
    const isDone = effect === 'UNCHANGED' && known.stored.get(item.uri)?.extracted;
    return isDone || effect === 'REFUSED' || !item.hasWords ? [] : item;
  });
  const found = await extractionPool.extractAll(wanted.map(storyOf));
  return new Map(wanted.flatMap((item, i) => (found[i] ? [[item, found[i]] as const] : [])));
}

function storyOf(item: CheckedItem): Story {
  const { headline, standfirst, byline, dateline, source, creditLine, language, body } = item;
  const images = item.images.map((image) => ({ ...image, caption: image.caption ?? '' }));
  return { headline, standfirst, byline, dateline, source: source?.name ?? null, creditLine, language, images, body };
}

/** An article, and the item that it was stored from now or earlier. */
export interface FoundArticle {
  readonly id: string;
  readonly item: CheckedItem;
}

/** Where new articles come from by what was found in them, as far as their items don't tell it. */
export async function findOrigins(
  tx: Prisma.TransactionClient,
  articles: readonly FoundArticle[],
  ids: EntityIds,
  findings: ExtractionResults,
): Promise<Origins> {
  const isOpen = (item: CheckedItem): boolean => ids.of(item.located) === null || ids.of(item.source) === null;
  const open = articles.filter(({ item }) => findings.has(item) && isOpen(item));
  const batch = open.map(({ id, item }) => ({ articleId: id, version: 1, extraction: findings.get(item)! }));
  const named = open.map(({ id, item }) => [id, new Set(item.mentions.flatMap((one) => ids.of(one) ?? []))] as const);
  return knownOrigins(tx, batch, new Map(named));
}

/** What storing findings came to. */
interface StoredFindings {
  /** The ids of the articles of which anything changed. */
  readonly changed: ReadonlySet<string>;
  /** The names that too many records share to tell whom they mean. */
  readonly tooManyCandidates: ReadonlySet<string>;
}

/**
 * Stores what was found in articles that have exactly the words of their items; an editor may have changed others since.
 */
export async function storeFindings(
  tx: Prisma.TransactionClient,
  articles: readonly FoundArticle[],
  findings: ExtractionResults,
): Promise<StoredFindings> {
  const found = articles.filter(({ item }) => findings.has(item));
  if (found.length === 0) return { changed: new Set(), tooManyCandidates: new Set() };
  const rows = await tx.$queryRaw<{ id: string; version: number; body: string }[]>`
    /* words to look through */ select a.id::text, a.version, v.body from article a
    join article_version v on v.article_id = a.id and v.number = a.version
    where a.id = any(${found.map(({ id }) => id)}::uuid[])`;
  const current = new Map(rows.map((row) => [row.id, row]));
  const batch = found.flatMap(({ id, item }) => {
    const article = current.get(id);
    const extraction = findings.get(item)!;
    return article?.body === item.body ? [{ articleId: id, version: article.version, extraction }] : [];
  });
  const { articles: changed, tooManyCandidates } = await storeExtractions(tx, batch);
  const looked = found.map(({ id }) => id);
  await tx.importedItem.updateMany({ where: { articleId: { in: looked } }, data: { extracted: true } });
  return { changed, tooManyCandidates };
}
