import type { ArticleStatus } from '../../../generated/prisma/enums';
import type { Work } from '../../../writing/command';
import { idIn } from '../../../writing/inputIds';
import { checkRevision } from '../../../writing/revision';
import { lockQuotes, type StoredQuote } from '../storedQuotes';

/** The article whose quotes a command changes, with its current words. Nobody else can change it meanwhile. */
export interface QuotedArticle {
  readonly id: string;
  readonly version: number;
  readonly status: ArticleStatus;
  readonly body: string;
  /** When it was published; null where that is not known. */
  readonly publishedAt: Date | null;
}

/** A quote that is to be changed, with its article. */
export interface LockedQuote {
  readonly quote: StoredQuote;
  readonly article: QuotedArticle;
}

/**
 * Takes an article for a change of its quotes.
 * @param path where in the input it was named
 * @param expectedVersion the version that the editor looked at; null where any will do
 * @throws UserErrorException NOT_FOUND, CONFLICT where it has another version by now, WRONG_STATUS where it is withdrawn
 */
export async function lockQuotedArticle(
  { tx, userErrors }: Pick<Work, 'tx' | 'userErrors'>,
  path: string,
  id: string,
  expectedVersion: number | null | undefined,
): Promise<QuotedArticle> {
  const [locked] = await tx.$queryRaw<{ version: number }[]>`
    /* lock quoted article */ select version from article where id = ${id}::uuid for update`;
  if (!locked) return userErrors.stop('NOT_FOUND', path, 'There is no such article: look it up again.');
  const record = { kind: 'article', id };
  if (expectedVersion != null && locked.version !== expectedVersion) {
    const message = `The article has version ${locked.version} by now: read that one, and make the change anew from it.`;
    userErrors.stop('CONFLICT', 'expectedVersion', message, record, { currentVersion: locked.version });
  }
  const [article] = await tx.$queryRaw<QuotedArticle[]>`
    /* read quoted article */ select a.id::text, a.version, a.status::text as status, v.body, a.published_at as "publishedAt"
    from article a join article_version v on v.article_id = a.id and v.number = a.version where a.id = ${id}::uuid`;
  if (article!.status === 'WITHDRAWN') {
    userErrors.stop('WRONG_STATUS', path, 'The article is WITHDRAWN: its quotes stay as they are.', record);
  }
  return article!;
}

/**
 * Takes a quote for a change; its article first, as everything that changes both does.
 * @throws UserErrorException as lockQuotedArticle; INVALID or NOT_FOUND for the quote's id; CONFLICT where the quote has another revision
 */
export async function lockQuote(
  work: Pick<Work, 'tx' | 'userErrors'>,
  input: {
    readonly id: string;
    readonly expectedVersion?: number | null | undefined;
    readonly expectedRevision: number;
  },
): Promise<LockedQuote> {
  const { tx, userErrors } = work;
  const named = idIn(userErrors, 'id', input.id, ['quote']);
  userErrors.check();
  const found = await tx.quote.findUnique({ where: { id: named!.id }, select: { articleId: true } });
  if (!found) return userErrors.stop('NOT_FOUND', 'id', 'There is no quote with this id: look it up again.');
  const article = await lockQuotedArticle(work, 'id', found.articleId, input.expectedVersion);
  const quotes = await lockQuotes(tx, article.id);
  const quote = quotes.find(({ id }) => id === named!.id)!;
  checkRevision(userErrors, input.expectedRevision, quote.revision, { kind: 'quote', id: quote.id });
  return { article, quote };
}
