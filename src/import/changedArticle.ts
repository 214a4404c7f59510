import { lockArticle } from '../articles/lockArticle';
import { planWords, writeWords } from '../articles/planWords';
import type { Step } from '../articles/states';
import type { Work } from '../writing/command';
import type { CheckedItem } from './checkItem';
import type { EntityIds } from './namedEntities';
import { canceledNotice, imageRows } from './newArticles';
import type { StoredItem } from './storedItems';

/**
 * Brings an article that is there to what an item says now: a new version where its words changed, with its quotes carried along
 * as by reviseArticle; a quote whose words are gone is marked so, because there is nobody to ask.
 * @returns the version that it has now
 * @throws Refused where the article's state doesn't allow it
 */
export async function changeArticle(
  work: Pick<Work, 'tx' | 'viewer' | 'mistakes'>,
  stored: StoredItem,
  item: CheckedItem,
  ids: EntityIds,
): Promise<number> {
  const { tx, mistakes } = work;
  const step = stepOf(stored, item);
  const article = await lockArticle(work, { id: `article_${stored.id}`, expectedVersion: stored.version }, step);
  if (item.status === 'DRAFT' && article.status === 'PUBLISHED') {
    mistakes.add(
      'WRONG_STATUS',
      'status',
      'It is published here, and its provider withholds it now: to take it back, cancel it.',
    );
  }
  // What its provider cancels keeps its words; the item's own are often the notice.
  const words =
    item.hasWords && step !== 'withdraw'
      ? { headline: item.headline, standfirst: item.standfirst, body: item.body }
      : {};
  const plan = await planWords(work, article, { words, goesOut: false, newVersion: 'whenChanged' });
  mistakes.check();
  const { columns } = await writeWords(work, plan!, 'Imported.');
  if (step === 'withdraw') {
    const data = {
      articleId: article.id,
      kind: 'KILL' as const,
      text: item.note ?? canceledNotice,
      version: columns.version,
    };
    await tx.correction.createMany({ data });
  }
  const data = { ...columns, ...metadataOf(item, ids), ...statusOf(article.status, item) };
  await tx.article.update({ where: { id: article.id }, data, select: { id: true } });
  await addImages(tx, article.id, item);
  return columns.version;
}

function stepOf({ status }: StoredItem, item: CheckedItem): Step {
  if (item.status === 'WITHDRAWN') return 'withdraw';
  return item.status === 'PUBLISHED' && status !== 'PUBLISHED' ? 'publish' : 'revise';
}

/** What the item tells; what it doesn't tell stays, because an editor may have found it out. */
function metadataOf(item: CheckedItem, ids: EntityIds) {
  if (!item.hasWords || item.status === 'WITHDRAWN') return {};
  const told = {
    byline: item.byline,
    dateline: item.dateline,
    creditLine: item.creditLine,
    genre: item.genre,
    urgency: item.urgency,
    publishedAt: item.publishedAt,
    sourceId: ids.of(item.source),
    locatedId: ids.of(item.located),
  };
  return {
    ...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null)),
    language: item.language,
    ...(item.keywords.length > 0 && { keywords: [...item.keywords] }),
    embargoedUntil: item.embargoedUntil,
  };
}

function statusOf(now: StoredItem['status'], { status }: CheckedItem) {
  if (status === now || status === 'DRAFT') return {};
  return { status, scheduledFor: null };
}

/** Pictures, where it has none yet: those that it has were perhaps described by hand. */
async function addImages(tx: Work['tx'], articleId: string, item: CheckedItem): Promise<void> {
  if (item.images.length === 0 || (await tx.image.count({ where: { articleId } })) > 0) return;
  await tx.image.createMany({ data: imageRows(articleId, item) });
}
