import type { ReviseArticleInput } from '../contract/schema.types';
import type { Work } from '../writing/command';
import { recordIn, type RecordKind } from '../writing/inputIds';
import { lineIn } from '../writing/inputTexts';
import { canonicalLanguage } from '../text/languageTag';
import type { UserErrors } from '../writing/userErrors';

/** What is known of an article beside its words, its addresses and its times, as an input gives it. */
export type GivenMetadata = Pick<
  ReviseArticleInput,
  | 'language'
  | 'byline'
  | 'dateline'
  | 'located'
  | 'source'
  | 'creditLine'
  | 'genre'
  | 'urgency'
  | 'keywords'
  | 'subjects'
  | 'rewrittenFrom'
  | 'translatedFrom'
>;

const longestKeyword = 200;

/** The columns that an input changes; what it leaves out is undefined. Every mistake is noted. */
export async function metadataIn(work: Pick<Work, 'tx' | 'userErrors'>, input: GivenMetadata, articleId?: string) {
  const { userErrors } = work;
  const { urgency } = input;
  if (urgency != null && (urgency < 1 || urgency > 9)) {
    userErrors.add('INVALID', 'urgency', 'Urgency goes from 1 (most urgent) to 9.');
  }
  return {
    language: languageIn(userErrors, input.language),
    byline: lineIn(userErrors, 'byline', input.byline),
    dateline: lineIn(userErrors, 'dateline', input.dateline),
    creditLine: lineIn(userErrors, 'creditLine', input.creditLine),
    genre: lineIn(userErrors, 'genre', input.genre),
    urgency,
    keywords: keywordsIn(userErrors, input.keywords),
    locatedId: await linkIn(work, 'located', input.located, 'place'),
    sourceId: await linkIn(work, 'source', input.source, 'organization'),
    rewrittenFromId: await linkIn(work, 'rewrittenFrom', input.rewrittenFrom, 'article', articleId),
    translatedFromId: await linkIn(work, 'translatedFrom', input.translatedFrom, 'article', articleId),
  };
}

/** A language's tag in its canonical form; undefined where none is given, and where it is none, which is noted. */
export function languageIn(userErrors: UserErrors, given: string | null | undefined): string | undefined {
  if (given === undefined) return undefined;
  const tag = given === null ? null : canonicalLanguage(given);
  if (tag !== null) return tag;
  userErrors.add('INVALID', 'language', 'A language is given by its BCP 47 tag, such as "en" or "pt-BR".');
  return undefined;
}

function keywordsIn(userErrors: UserErrors, given: readonly string[] | null | undefined): string[] | undefined {
  if (given === undefined) return undefined;
  const words = (given ?? []).map((word, i) => lineIn(userErrors, ['keywords', String(i)], word, longestKeyword));
  return [...new Set(words)];
}

async function linkIn(
  work: Pick<Work, 'tx' | 'userErrors'>,
  field: string,
  id: string | null | undefined,
  kind: RecordKind,
  self?: string,
): Promise<string | null | undefined> {
  if (id == null) return id;
  const record = await recordIn(work, field, id, [kind]);
  if (record && record.id === self) {
    work.userErrors.add('INVALID', field, "An article can't be made from itself: name another one, or none.");
  }
  return record?.id;
}

/** The subjects that an input files an article under; undefined where it leaves them as they are. */
export async function subjectsIn(
  work: Pick<Work, 'tx' | 'userErrors'>,
  given: readonly string[] | null | undefined,
): Promise<string[] | undefined> {
  if (given === undefined) return undefined;
  const ids = new Set<string>();
  for (const [i, id] of (given ?? []).entries()) {
    const record = await recordIn(work, ['subjects', String(i)], id, ['subject']);
    if (record) ids.add(record.id);
  }
  return [...ids];
}

/** Files an article under exactly these subjects. */
export async function fileUnder(tx: Work['tx'], articleId: string, subjectIds: readonly string[]): Promise<void> {
  await tx.articleSubject.deleteMany({ where: { articleId, subjectId: { notIn: [...subjectIds] } } });
  const data = subjectIds.map((subjectId) => ({ articleId, subjectId }));
  await tx.articleSubject.createMany({ data, skipDuplicates: true });
}
