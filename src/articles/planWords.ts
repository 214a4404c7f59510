import type { QuoteDecisionInput } from '../contract/schema.types';
import { carryMentions } from './mentions/carryOver';
import { CarryOver, type CarryOverResult } from './quotes/carryOver';
import { checkUndecided, decide } from './quotes/decide';
import { codePointCount } from '../text/spans';
import { lockQuotes } from './quotes/storedQuotes';
import { writeCarryOver } from './quotes/writeCarryOver';
import type { AuditNote, Work } from '../writing/command';
import type { LockedArticle } from './lockArticle';
import { areEqual, longestBody, type Words } from './words';

/** What a command is about to make of an article's words and quotes. Nothing of it is written yet. */
export interface WordsPlan {
  readonly article: LockedArticle;
  /** The words that the article has. */
  readonly before: Words;
  /** The words that it will have. */
  readonly after: Words;
  readonly number: number;
  readonly fates: readonly CarryOverResult[];
}

/** What is asked for: other words, another version, decisions about quotes. */
export interface WordsWanted {
  readonly words?: Partial<Words>;
  readonly quotes?: readonly QuoteDecisionInput[] | null | undefined;
  /** Whether these words come before readers, now or at a set time: then no direct quote may be in doubt. */
  readonly becomesPublic: boolean;
  readonly newVersion: 'always' | 'whenChanged' | 'never';
}

/**
 * Looks at what becomes of an article's quotes. Notes what is wrong with the decisions about them, and the quotes about which
 * one is missing. Null where the new body itself is wrong, which is noted already.
 */
export async function planWords(
  { tx, userErrors }: Pick<Work, 'tx' | 'userErrors'>,
  article: LockedArticle,
  wanted: WordsWanted,
): Promise<WordsPlan | null> {
  const body = wanted.words?.body;
  if (body === '' || (body !== undefined && codePointCount(body) > longestBody)) return null;
  const before = await wordsOf(tx, article);
  const after = { ...before, ...wanted.words };
  const isNew = wanted.newVersion === 'always' || (wanted.newVersion === 'whenChanged' && !areEqual(before, after));
  const number = isNew ? article.version + 1 : article.version;

  const quotes = await lockQuotes(tx, article.id);
  const bodies = await bodiesOf(tx, article.id, new Set(quotes.map(({ version }) => version)));
  const carryOver = new CarryOver({ number, body: after.body }, bodies);
  const decided = decide(userErrors, carryOver, quotes, wanted.quotes ?? []);
  const fates = quotes.map((quote) => decided.get(quote.id) ?? carryOver.fateOf(quote));
  if (wanted.becomesPublic) checkUndecided(userErrors, carryOver, fates, decided);
  return { article, before, after, number, fates };
}

/**
 * Writes what was planned, except the article's own row.
 * @returns what to write into that, and the lines for the audit trail
 */
export async function writeWords(work: Pick<Work, 'tx' | 'viewer'>, plan: WordsPlan, reason?: string | null) {
  const { article, before, after, number, fates } = plan;
  const { tx, viewer } = work;
  const isNew = number !== article.version;
  const target = { number, body: after.body };
  if (isNew) {
    const row = { ...after, articleId: article.id, number, createdBy: viewer.name, reason };
    await tx.articleVersion.createMany({ data: row });
  }
  await writeCarryOver(work, article.id, target, fates);
  if (isNew) await carryMentions(tx, article.id, before.body, target);
  const revised = article.status === 'PUBLISHED' && !areEqual(before, after);
  return {
    columns: { version: number, ...(revised && { revisedAt: article.now }) },
    audit: [
      { kind: 'article', id: article.id, fromVersion: article.version, toVersion: number },
      ...fates.flatMap(({ quote, review, spans }): AuditNote[] =>
        review
          ? [{ kind: 'quote', id: quote.id, fromVersion: quote.version, toVersion: spans ? number : quote.version }]
          : [],
      ),
    ],
  };
}

async function wordsOf(tx: Work['tx'], { id, version }: LockedArticle): Promise<Words> {
  return tx.articleVersion.findUniqueOrThrow({
    where: { articleId_number: { articleId: id, number: version } },
    select: { headline: true, standfirst: true, body: true },
  });
}

async function bodiesOf(tx: Work['tx'], articleId: string, numbers: ReadonlySet<number>): Promise<Map<number, string>> {
  const versions = await tx.articleVersion.findMany({
    where: { articleId, number: { in: [...numbers] } },
    select: { number: true, body: true },
  });
  return new Map(versions.map(({ number, body }) => [number, body]));
}
