import { type LockedArticle, lockArticle } from '../articles/lockArticle';
import { planWords, writeWords } from '../articles/planWords';
import type { Step } from '../articles/states';
import type { Work } from '../writing/command';
import { columnsOf, isUntouched } from './brought';
import { changePictures } from './changedPictures';
import type { CheckedItem } from './checkItem';
import type { EntityIds } from './namedEntities';
import { canceledNotice } from './newArticles';
import type { Decision } from './stateRule';
import type { StoredItem } from './storedItems';

/** An item that changes an article, and what was decided on it. */
export interface Change {
  readonly item: CheckedItem;
  readonly decision: Decision & { readonly effect: 'UPDATED' };
  readonly ids: EntityIds;
  /** Whether an editor asked for the status that the article gets. */
  readonly isByHand: boolean;
}

/**
 * Brings an article that is there to what an item says now: a new version where its words changed, with its quotes carried along
 * as by reviseArticle; a quote whose words are gone is marked so, because there is nobody to ask. What an editor changed stays.
 * @returns the version that it has now
 * @throws UserErrorException where the article's state doesn't allow it
 */
export async function changeArticle(
  work: Pick<Work, 'tx' | 'viewer' | 'userErrors'>,
  stored: StoredItem,
  { item, decision, ids, isByHand }: Change,
): Promise<{ readonly version: number }> {
  const { tx, userErrors } = work;
  const step = stepOf(stored.status, decision.status);
  const article = await lockArticle(work, { id: `article_${stored.id}`, expectedVersion: stored.version }, step);
  if (article.status !== stored.status)
    userErrors.stop('CONFLICT', 'status', 'An editor changed its status in this moment: import it again.');
  // What its provider cancels keeps its words; the item's own are often the notice.
  const words = decision.all ? { headline: item.headline, standfirst: item.standfirst, body: item.body } : {};
  const plan = await planWords(work, article, { words, becomesPublic: false, newVersion: 'whenChanged' });
  userErrors.check();
  const { columns } = await writeWords(work, plan!, 'Imported.');
  if (step === 'kill') {
    const data = { articleId: article.id, kind: 'KILL' as const, text: canceledNotice, version: columns.version };
    await tx.correction.createMany({ data });
  }
  const metadata = decision.all ? await metadataOf(tx, stored, item, ids) : {};
  const state = { ...statusOf(article, decision, isByHand), embargoedUntil: decision.embargoedUntil };
  await tx.article.update({
    where: { id: article.id },
    data: { ...columns, ...metadata, ...state },
    select: { id: true },
  });
  if (decision.all) await changePictures(tx, stored, item);
  return { version: columns.version };
}

function stepOf(from: StoredItem['status'], to: StoredItem['status']): Step {
  if (to === 'WITHDRAWN') return 'kill';
  if (to === from) return 'revise';
  if (to === 'PUBLISHED') return 'publish';
  return from === 'SCHEDULED' ? 'unschedule' : 'unpublish';
}

/** What no editor touched follows the item. Of what was imported before that was noted, only what the item tells. */
async function metadataOf(tx: Work['tx'], { id, brought }: StoredItem, item: CheckedItem, ids: EntityIds) {
  const told = columnsOf(item, ids);
  const current = await tx.article.findUniqueOrThrow({
    where: { id },
    select: {
      ...{ byline: true, dateline: true, creditLine: true, language: true, genre: true, urgency: true, keywords: true },
      ...{ publishedAt: true, sourceId: true, locatedId: true },
    },
  });
  const entries = Object.entries({ ...told, publishedAt: current.publishedAt ?? told.publishedAt });
  const isWanted = ([name, value]: (typeof entries)[number]): boolean => {
    if (name === 'language' && value === undeterminedLanguage) return false;
    if (brought === null) return value !== null && !(Array.isArray(value) && value.length === 0);
    return isUntouched(brought, name, current[name as keyof typeof current]);
  };
  return Object.fromEntries(entries.filter(isWanted)) as Partial<typeof current>;
}

const undeterminedLanguage = 'und';

function statusOf(article: LockedArticle, { status }: Change['decision'], isByHand: boolean) {
  if (status === article.status) return {};
  return { status, scheduledFor: null, statusSetAt: isByHand ? article.now : null };
}
