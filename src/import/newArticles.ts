import { newId } from '../data/newId';
import type { Prisma } from '../generated/prisma/client';
import type { CheckedItem } from './checkItem';
import { freeArticleSlugs, reserveAll, type Unnamed } from './articleSlugs';
import type { EntityIds } from './namedEntities';
import { image } from '../records/articles';
import { insertRows } from '../records/insertRows';
import { rowOf } from '../records/table';
import { takenSlugs } from '../articles/addresses';
import { slugOf } from '../articles/slug';
import type { ImportOptions } from './importBatch';
import type { Decision } from './stateRule';

/** An item that has been given an id, and the state that its article gets. */
export interface NewArticle {
  readonly id: string;
  readonly item: CheckedItem;
  readonly decision: Decision & { readonly effect: 'CREATED' };
  /** Whether an editor asked for the status. */
  readonly isByHand: boolean;
}

/** Gives each item an id. */
export function newArticles(
  items: readonly Pick<NewArticle, 'item' | 'decision'>[],
  { wish }: Pick<ImportOptions, 'wish'>,
): NewArticle[] {
  return items.map((one) => ({ ...one, id: newId(), isByHand: wish === 'DRAFT' }));
}

/** What an item doesn't tell of where its article comes from, by the article's id. */
export type Origins = ReadonlyMap<string, { readonly locatedId: string | null; readonly sourceId: string | null }>;

/**
 * Stores articles that are not there yet, all in a few statements. Versions come before their articles, so that an article's
 * words are indexed when its row is written, and not once more. Their slugs must be reserved.
 */
export async function insertArticles(
  tx: Prisma.TransactionClient,
  articles: readonly NewArticle[],
  { ids, origins }: { readonly ids: EntityIds; readonly origins: Origins },
  createdBy: string | null,
): Promise<void> {
  if (articles.length === 0) return;
  const named = articles.map(({ item }) => unnamed(item));
  const slugs = await freeArticleSlugs(named, (some) => takenSlugs(tx, some));
  const rows = articles.map((article, i) => articleRow(article, slugs[i]!, ids, origins));
  await tx.$executeRaw`/* versions first */ set constraints article_version_article_id_fkey deferred`;
  const versions = articles.map(({ id, item }) => ({
    article_id: id,
    number: 1,
    headline: item.headline,
    standfirst: item.standfirst,
    body: item.body,
    created_by: createdBy,
    reason: 'Imported.',
  }));
  await insertRows(tx, 'article_version', versions);
  await insertRows(tx, 'article', rows);
  await insertImages(tx, articles);
  await insertNotices(tx, articles);
}

/** Makes others who want the slugs of new articles wait until the transaction ends. */
export async function reserveSlugs(tx: Prisma.TransactionClient, items: readonly CheckedItem[]): Promise<void> {
  await reserveAll(
    tx,
    items.map(unnamed).map(({ text, otherwise }) => `slug ${slugOf(text) || otherwise}`),
  );
}

function unnamed({ headline, uri }: CheckedItem): Unnamed {
  return { text: headline, otherwise: 'article', identity: uri };
}

function articleRow({ id, item, decision, isByHand }: NewArticle, slug: string, ids: EntityIds, origins: Origins) {
  return {
    id,
    slug,
    uri: item.uri,
    version: 1,
    byline: item.byline,
    dateline: item.dateline,
    credit_line: item.creditLine,
    language: item.language,
    genre: item.genre,
    urgency: item.urgency,
    keywords: item.keywords,
    status: decision.status,
    embargoed_until: decision.embargoedUntil,
    published_at: item.publishedAt,
    // The database's clock, at the start of the transaction.
    status_set_at: isByHand ? 'now' : null,
    located_id: ids.of(item.located) ?? origins.get(id)?.locatedId ?? null,
    source_id: ids.of(item.source) ?? origins.get(id)?.sourceId ?? null,
  };
}

async function insertImages(tx: Prisma.TransactionClient, articles: readonly NewArticle[]): Promise<void> {
  const rows = articles.flatMap(({ id, item }) =>
    imageRows(id, item).map((row) => rowOf(image, row, { article_id: id })),
  );
  await insertRows(tx, 'image', rows);
}

/** The rows of an item's pictures. */
export function imageRows(articleId: string, { images }: CheckedItem) {
  return images.map(({ caption, creditLine, takenOn }, index) => ({
    articleId,
    index,
    caption,
    creditLine,
    takenOn: takenOn === null ? null : new Date(`${takenOn}T00:00:00Z`),
  }));
}

/** What readers are told in place of an article that its provider canceled: nothing of what it wrote to editors. */
export const canceledNotice = 'Canceled by its provider.';

async function insertNotices(tx: Prisma.TransactionClient, articles: readonly NewArticle[]): Promise<void> {
  const data = articles.flatMap(({ id, decision }) =>
    decision.status === 'WITHDRAWN' ? { articleId: id, kind: 'KILL' as const, text: canceledNotice, version: 1 } : [],
  );
  if (data.length > 0) await tx.correction.createMany({ data });
}
