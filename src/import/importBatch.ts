import { databaseFault } from '../data/databaseFault';
import { reserveFindings } from '../linking/storeExtractions';
import type { Prisma, PrismaClient } from '../generated/prisma/client';
import type { Viewer } from '../auth/audience';
import { isTransient, takenBy } from '../writing/prismaFault';
import { Mistakes, Refused, type UserError } from '../writing/userErrors';
import { brokenRule } from './brokenRule';
import { changeArticle } from './changedArticle';
import type { CheckedItem } from './checkItem';
import { findOrigins, type Findings, storeFindings } from './findings';
import { fileItems, mentionItems, noteItems, type StoredArticle } from './itemRows';
import { entitiesOf, type EntityIds } from './namedEntities';
import { insertArticles, newArticles, reserveSlugs } from './newArticles';
import { reserveAll } from './articleSlugs';
import { type Effect, effectOf, type StoredItem, storedItems } from './storedItems';

/** What became of an item. */
export type ItemResult =
  | { readonly change: Exclude<Effect, 'CLASH'>; /** Where it is an article. */ readonly articleId?: string }
  | { readonly change: 'REFUSED'; readonly userErrors: readonly UserError[] };

/** An item, and whether the run had one of the same uri before. */
export interface RunItem {
  readonly item: CheckedItem;
  readonly isAgain: boolean;
}

/** How items are stored. */
export interface ImportOptions {
  readonly viewer: Viewer;
  /** Called with an error of which nothing can be told to whoever gave the item. */
  readonly report: (error: unknown) => void;
  /** Called with a name that was left without a record since too many share it; more than once where a batch is tried again. */
  readonly crowded?: (name: string) => void;
}

/** Stores items, each under its uri: new ones in sets, changed ones each as a new version. No two may have the same uri. */
export function importBatch(
  prisma: PrismaClient,
  items: readonly RunItem[],
  options: ImportOptions,
  findings: Findings = new Map(),
): Promise<ItemResult[]> {
  return storeTogether(prisma, items, (tx, some) => storeItems(tx, some, options, findings), options.report);
}

/** How often a batch that ran into another transaction is tried. */
const mostTries = 4;
/** How long a batch may take, and wait for a connection, in milliseconds. */
const times = { timeout: 120_000, maxWait: 30_000 };

/**
 * Stores things in one transaction. Where that fails, halves are tried until the one that can't be stored is alone: it is refused.
 * @param report told the error of that one, where it broke no rule that can be told to whoever gave it
 * @returns what became of each, in their order
 * @throws the database's error where it is away
 */
export async function storeTogether<Thing>(
  prisma: PrismaClient,
  things: readonly Thing[],
  store: (tx: Prisma.TransactionClient, some: readonly Thing[]) => Promise<ItemResult[]>,
  report: (error: unknown) => void,
): Promise<ItemResult[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await prisma.$transaction((tx) => store(tx, things), times);
    } catch (error) {
      if (attempt < mostTries && (isTransient(error) || takenBy(error))) continue;
      if (databaseFault(error) === 'away') throw error; // one that is only slow may manage half as many
      if (things.length > 1) {
        const half = Math.ceil(things.length / 2);
        const first = await storeTogether(prisma, things.slice(0, half), store, report);
        return [...first, ...(await storeTogether(prisma, things.slice(half), store, report))];
      }
      const rule = brokenRule(error);
      if (rule === null) report(error);
      const message = rule ?? 'It could not be stored, for a reason that is in the log.';
      return [{ change: 'REFUSED', userErrors: [{ code: 'INVALID', message, path: [] }] }];
    }
  }
}

/**
 * Stores items in a transaction that is there. Transactions that want the same uris wait for each other. Everything is reserved
 * in one order: uris, slugs, findings, names, and then rows are touched; so two imports can't wait for each other in a circle.
 */
export async function storeItems(
  tx: Prisma.TransactionClient,
  given: readonly RunItem[],
  options: Pick<ImportOptions, 'viewer' | 'crowded'>,
  findings: Findings = new Map(),
): Promise<ItemResult[]> {
  const uris = given.map(({ item }) => item.uri);
  const labels = uris.map((uri) => `uri ${uri}`);
  await reserveAll(tx, labels);
  const stored = await storedItems(tx, uris);
  const effects = new Map(given.map(({ item, isAgain }) => [item, effectOf(item, stored.get(item.uri), isAgain)]));
  const itemsTo = (effect: Effect) => [...effects].flatMap(([item, one]) => (one === effect ? item : []));
  const refusals: Refusals = new Map(itemsTo('CLASH').map(({ uri }) => [uri, [clash]]));
  const [created, updated] = [itemsTo('CREATED').filter((item) => isStorable(item, refusals)), itemsTo('UPDATED')];
  await reserveSlugs(tx, created);
  if (given.some(({ item }) => findings.has(item))) await reserveFindings(tx);
  const ids = await entitiesOf(tx, [...created, ...updated]);
  const articles = newArticles(created);
  const origins = await findOrigins(tx, articles, ids, findings);
  await insertArticles(tx, articles, { ids, origins }, options.viewer.name);
  const done: Done[] = articles.map((one) => ({ ...one, version: 1, from: null }));
  for (const item of updated) {
    const changed = await change(tx, stored.get(item.uri)!, item, { ...options, ids, refusals });
    if (changed) done.push(changed);
  }
  await fileItems(tx, done);
  await mentionItems(tx, done, ids);
  await noteItems(tx, done, options.viewer);
  const known = [...stored.values(), ...done.map(({ id, item }) => ({ id, uri: item.uri }))];
  const idOf = new Map(known.map(({ uri, id }) => [uri, id]));
  const there = given.flatMap(({ item }) => {
    const id = refusals.has(item.uri) ? undefined : idOf.get(item.uri);
    return id === undefined ? [] : { id, item };
  });
  const { changed, crowded } = await storeFindings(tx, there, findings);
  for (const name of crowded) options.crowded?.(name);
  return given.map(({ item }): ItemResult => {
    const userErrors = refusals.get(item.uri);
    if (userErrors) return { change: 'REFUSED', userErrors };
    const articleId = idOf.get(item.uri)!;
    const effect = effects.get(item) as Exclude<Effect, 'CLASH'>;
    return { change: effect === 'UNCHANGED' && changed.has(articleId) ? 'UPDATED' : effect, articleId };
  });
}

type Refusals = Map<string, readonly UserError[]>;
type Done = StoredArticle & { readonly from: number | null };

const clash: UserError = {
  code: 'DUPLICATE',
  message: 'Another item before it has the same uri and other words: the first one counts.',
  path: ['uri'],
};

function isStorable(item: CheckedItem, refusals: Refusals): boolean {
  if (item.hasWords) return true;
  const message = 'It is canceled, has no text, and nothing here has its uri: there is nothing to withdraw.';
  refusals.set(item.uri, [{ code: 'NOT_FOUND', message, path: ['uri'] }]);
  return false;
}

async function change(
  tx: Prisma.TransactionClient,
  stored: StoredItem,
  item: CheckedItem,
  { viewer, ids, refusals }: Pick<ImportOptions, 'viewer'> & { ids: EntityIds; refusals: Refusals },
): Promise<(StoredArticle & { from: number }) | null> {
  try {
    const version = await changeArticle({ tx, viewer, mistakes: new Mistakes() }, stored, item, ids);
    return { id: stored.id, version, item, from: stored.version };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    refusals.set(item.uri, error.userErrors);
    return null;
  }
}
