import type { EntityName } from '../entities/kind';
import type { Work } from '../writing/command';
import { entityNames, type ExtractedArticle } from './extractedArticle';
import { holdMatched, matchExtractions } from './match';
import type { Matched, MatchedBatch } from './matching/matchBatch';
import type { Changes } from './storing/changes';
import { mentionFacts, planMentions } from './storing/mentions';
import { insertEntities } from './storing/newEntities';
import { type OriginPlan, planOrigin, writeOrigins } from './storing/origins';
import { type PicturePlan, planPictures, writePictures } from './storing/pictures';
import { planQuotes, quoteFacts } from './storing/quotes';
import { rejectedSpans } from './storing/rejectedWords';
import { loadExistingLinks, type StoredTies } from './existingLinks';
import { type PlannedMentions, writeMentions } from './storing/writeMentions';
import { type PlannedQuotes, writeQuotes } from './storing/writeQuotes';

/** What storing a batch changed. */
export interface StoredFindings {
  readonly quotes: Changes;
  readonly mentions: Changes;
  /** The records that were made for people, organizations and places. */
  readonly entities: readonly { readonly kind: EntityName; readonly id: string; readonly articleId: string }[];
  /** The names that were left without a record since more records share them than are looked at. */
  readonly tooManyCandidates: ReadonlySet<string>;
  /** The ids of the articles of which anything changed. */
  readonly articles: ReadonlySet<string>;
}

interface Plans {
  readonly quotes: PlannedQuotes[];
  readonly mentions: PlannedMentions[];
  readonly pictures: PicturePlan[];
  readonly origins: OriginPlan[];
}

/**
 * Stores what was found in articles: quotes and mentions by the method RULE, which nobody reviewed yet, and a record for each
 * person, organization and place that has none. What a person recorded or decided about stays; of what rules found earlier only
 * what is different changes, so that storing the same again changes nothing. (What was learned since may link a name that was
 * left alone before.)
 *
 * The articles and the versions must be stored, at the latest by the same transaction, and the versions be the current ones.
 * Other transactions that store findings, or add people, organizations or places, wait until this one ends. A batch of some
 * hundred articles takes about as many statements as one article.
 */
export async function storeExtractions(tx: Work['tx'], batch: readonly ExtractedArticle[]): Promise<StoredFindings> {
  await reserveExtractionResults(tx);
  const existingLinks = await loadExistingLinks(tx, batch);
  const result = await matchAndHold(tx, batch, existingLinks);
  await insertEntities(tx, result.added);
  const plans = planAll(batch, result.matched, existingLinks);
  const quotes = await writeQuotes(tx, plans.quotes);
  await writePictures(tx, plans.pictures);
  const mentions = await writeMentions(tx, plans.mentions);
  await writeOrigins(tx, plans.origins);
  return {
    quotes,
    mentions,
    entities: result.added.map(({ id, found, articleId }) => ({ kind: entityNames[found.kind], id, articleId })),
    tooManyCandidates: result.tooManyCandidates,
    articles: new Set([...changedIn(plans.quotes), ...changedIn(plans.mentions)]),
  };
}

/**
 * Makes others who store findings wait, so that two batches don't bring the same person twice. Whoever reserves names in the same
 * transaction, or takes an article for a change, does this before: two who held a share of it would wait for each other for ever.
 */
export async function reserveExtractionResults(tx: Work['tx']): Promise<void> {
  await tx.$executeRaw`/* reserve findings */ select pg_advisory_xact_lock(hashtextextended('findings', 0))`;
}

/** A record that is merged into another one while we look is looked for again: its survivor has its names. */
async function matchAndHold(
  tx: Work['tx'],
  batch: readonly ExtractedArticle[],
  existingLinks: StoredTies,
): Promise<MatchedBatch> {
  for (;;) {
    const result = await matchExtractions(tx, batch, existingLinks);
    if (await holdMatched(tx, batch, result)) return result;
  }
}

function planAll(batch: readonly ExtractedArticle[], matched: readonly Matched[], existingLinks: StoredTies): Plans {
  const plans: Plans = { quotes: [], mentions: [], pictures: [], origins: [] };
  for (const [n, article] of batch.entries()) {
    const { articleId, version, extraction } = article;
    const records = matched[n]!;
    const stored = existingLinks.storedIn(articleId);
    const { body } = extraction.story;
    const quotes = planQuotes(
      quoteFacts(article, records),
      stored.quotes,
      version,
      rejectedSpans(stored.quotes, stored.rejectedBodies, body),
    );
    plans.quotes.push({ articleId, version, body, plan: quotes });
    const pictures = planPictures(article, records, stored.images);
    plans.pictures.push(...pictures.plans);
    const mentions = planMentions(mentionFacts(article, records, pictures.shown), stored.mentions, version);
    plans.mentions.push({ articleId, version, plan: mentions });
    const origin = stored.isFirst ? planOrigin(article, records) : null;
    if (origin) plans.origins.push(origin);
  }
  return plans;
}

function changedIn(planned: readonly (PlannedQuotes | PlannedMentions)[]): string[] {
  return planned.filter(({ plan }) => plan.plans.length > 0 || plan.gone.length > 0).map(({ articleId }) => articleId);
}
