import type { Viewer } from '../auth/audience';
import type { Prisma, PrismaClient } from '../generated/prisma/client';
import { reserveExtractionResults } from '../linking/storeExtractions';
import { UserErrors, UserErrorException } from '../writing/userErrors';
import { reserveAll } from './articleSlugs';
import { changeArticle } from './changedArticle';
import type { CheckedItem } from './checkItem';
import { findOrigins, type ExtractionResults, storeFindings } from './extractionResults';
import { adoptFormerUris } from './formerUris';
import { holdItems } from './heldItems';
import { type ItemResult, type Refusals, resultOf } from './itemResults';
import { fileItems, mentionItems, noteItems, type StoredArticle } from './itemRows';
import { entitiesOf, type EntityIds } from './namedEntities';
import { insertArticles, newArticles, reserveSlugs } from './newArticles';
import type { Circumstances, Decision } from './stateRule';
import { decisionOn, type Known, type StoredItem, storedItems } from './storedItems';
import { storeTogether } from './storeTogether';

/** An item, and whether the run had one of the same uri before. */
export interface RunItem {
  readonly item: CheckedItem;
  readonly isAgain: boolean;
}

/** How items are stored. */
export interface ImportOptions {
  readonly viewer: Viewer;
  /** What an editor wants of everything: as drafts, or published what tells no state. */
  readonly wish?: Circumstances['wish'];
  /** Called with an error of which nothing can be told to whoever gave the item. */
  readonly report: (error: unknown) => void;
  /** Called with a name that was left without a record since too many share it; more than once where a batch is tried again. */
  readonly tooManyCandidates?: (name: string) => void;
}

/** Stores items, each under its uri: new ones in sets, changed ones each as a new version. No two may have the same uri. */
export function importBatch(
  prisma: PrismaClient,
  items: readonly RunItem[],
  options: ImportOptions,
  findings: ExtractionResults = new Map(),
): Promise<ItemResult[]> {
  return storeTogether(prisma, items, (tx, some) => storeItems(tx, some, options, findings), options.report);
}

/**
 * Stores items in a transaction that is there. Transactions that want the same uris wait for each other. Everything is reserved
 * in one order: uris, slugs, findings, names, and then rows are touched; so two imports can't wait for each other in a circle.
 */
export async function storeItems(
  tx: Prisma.TransactionClient,
  given: readonly RunItem[],
  options: Pick<ImportOptions, 'viewer' | 'tooManyCandidates' | 'wish'>,
  findings: ExtractionResults = new Map(),
): Promise<ItemResult[]> {
  const items = given.map(({ item }) => item);
  const uris = items.flatMap(({ uri, formerUri }) => (formerUri === null ? uri : [uri, formerUri]));
  const labels = uris.map((uri) => `uri ${uri}`);
  await reserveAll(tx, labels);
  await adoptFormerUris(tx, items);
  const known = await storedItems(tx, uris);
  const wish = options.wish ?? null;
  const decided = given.map(({ item, isAgain }) => ({ item, decision: decisionOn(item, known, { isAgain, wish }) }));
  const refusals: Refusals = new Map();
  const done = await write(tx, decided, { options, known, findings, refusals });
  await holdItems(tx, decided);
  const written = done.map(({ id, item }) => ({ id, uri: item.uri }));
  const idOf = new Map([...known.stored.values(), ...written].map(({ uri, id }) => [uri, id]));
  const there = decided.flatMap(({ item, decision }) => {
    const id = refusals.has(item.uri) || decision.effect === 'REFUSED' ? undefined : idOf.get(item.uri);
    return id === undefined ? [] : { id, item };
  });
  const { changed, tooManyCandidates } = await storeFindings(tx, there, findings);
  for (const name of tooManyCandidates) options.tooManyCandidates?.(name);
  return decided.map((one) => resultOf(one, { known, refusals, id: idOf.get(one.item.uri), changed }));
}

/** An item, and what was decided on it. */
interface Decided {
  readonly item: CheckedItem;
  readonly decision: Decision;
}

interface Writing {
  readonly options: Pick<ImportOptions, 'viewer' | 'wish'>;
  readonly known: Known;
  readonly findings: ExtractionResults;
  /** Added to. */
  readonly refusals: Refusals;
}

/** Writes what was decided: new articles, and changes of those that are there. */
async function write(
  tx: Prisma.TransactionClient,
  decided: readonly Decided[],
  { options, known, findings, refusals }: Writing,
): Promise<Done[]> {
  const created = decided.flatMap(({ item, decision }) => (decision.effect === 'CREATED' ? { item, decision } : []));
  const updated = decided.flatMap(({ item, decision }) => (decision.effect === 'UPDATED' ? { item, decision } : []));
  const news = created.map(({ item }) => item);
  await reserveSlugs(tx, news);
  if (decided.some(({ item }) => findings.has(item))) await reserveExtractionResults(tx);
  const ids = await entitiesOf(tx, [...news, ...updated.flatMap(({ item, decision }) => (decision.all ? item : []))]);
  const articles = newArticles(created, options);
  const origins = await findOrigins(tx, articles, ids, findings);
  await insertArticles(tx, articles, { ids, origins }, options.viewer.name);
  const fresh = { version: 1, from: null, all: true, before: null } as const;
  const done: Done[] = articles.map((one) => ({ ...one, ...fresh, embargoedUntil: one.decision.embargoedUntil }));
  for (const { item, decision } of updated) {
    const changed = await change(tx, known.stored.get(item.uri)!, { item, decision }, { ...options, ids, refusals });
    if (changed) done.push(changed);
  }
  await fileItems(tx, done);
  await mentionItems(tx, done, ids);
  await noteItems(tx, done, { viewer: options.viewer, ids });
  return done;
}

type Done = StoredArticle & { readonly from: number | null };

async function change(
  tx: Prisma.TransactionClient,
  stored: StoredItem,
  { item, decision }: { readonly item: CheckedItem; readonly decision: Decision & { effect: 'UPDATED' } },
  { viewer, ids, refusals, wish }: Pick<ImportOptions, 'viewer' | 'wish'> & { ids: EntityIds; refusals: Refusals },
): Promise<Done | null> {
  try {
    const work = { tx, viewer, userErrors: new UserErrors() };
    const { version } = await changeArticle(work, stored, { item, decision, ids, isByHand: wish === 'DRAFT' });
    const { all, embargoedUntil } = decision;
    return { id: stored.id, version, item, from: stored.version, all, before: stored.brought, embargoedUntil };
  } catch (error) {
    if (!(error instanceof UserErrorException)) throw error;
    refusals.set(item.uri, error.userErrors);
    return null;
  }
}
