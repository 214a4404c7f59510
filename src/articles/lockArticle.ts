import type { ArticleStatus } from '../generated/prisma/enums';
import { idIn } from '../writing/inputIds';
import type { Work } from '../writing/command';
import { checkStep, type Step } from './states';

/** An article that nobody else can change before the transaction ends. */
export interface LockedArticle {
  readonly id: string;
  readonly version: number;
  readonly status: ArticleStatus;
  readonly slug: string;
  readonly publishedAt: Date | null;
  readonly scheduledFor: Date | null;
  /** The database's clock, which is the one that counts. */
  readonly now: Date;
}

/**
 * Takes an article for a change that starts from `expectedVersion`. Always the first lock of a command.
 * @throws UserErrorException INVALID or NOT_FOUND for the id, CONFLICT where it has another version by now
 */
export async function lockArticle(
  { tx, userErrors }: Pick<Work, 'tx' | 'userErrors'>,
  input: { readonly id: string; readonly expectedVersion: number },
  step: Step,
): Promise<LockedArticle> {
  const named = idIn(userErrors, 'id', input.id, ['article']);
  userErrors.check();
  const [article] = await tx.$queryRaw<LockedArticle[]>`
    /* lock article */ select id::text, version, status::text as status, slug, published_at as "publishedAt",
      scheduled_for as "scheduledFor", now()
    from article where id = ${named!.id}::uuid for update`;
  if (!article) return userErrors.stop('NOT_FOUND', 'id', 'There is no article with this id: look it up again.');
  if (article.version !== input.expectedVersion) {
    const message = `The article has version ${article.version} by now: read that one, and make the change anew from it.`;
    const record = { kind: 'article', id: article.id };
    userErrors.stop('CONFLICT', 'expectedVersion', message, record, { currentVersion: article.version });
  }
  checkStep(userErrors, step, article.status, article.id);
  return article;
}
