import type { PublishArticleInput } from '../../contract/schema.types';
import type { Command } from '../../writing/command';
import type { UserErrors } from '../../writing/userErrors';
import { type LockedArticle, lockArticle } from '../lockArticle';
import { planWords, writeWords } from '../planWords';
import { checkEmbargo, checkPast, momentOf } from '../times';

/** Publishes a draft or a scheduled article now. */
export const publishArticle: Command<PublishArticleInput> = async (work, input) => {
  const { tx, userErrors } = work;
  const article = await lockArticle(work, input, 'publish');
  const { id, now } = article;
  const publishedAt = publicationIn(userErrors, input, article);
  checkEmbargo(userErrors, input.embargoedUntil, publishedAt ?? now);
  const plan = await planWords(work, article, { quotes: input.quotes, becomesPublic: true, newVersion: 'never' });
  userErrors.check();

  const { columns, audit } = await writeWords(work, plan!);
  const embargoedUntil = momentOf(input.embargoedUntil ?? undefined);
  await tx.article.update({
    where: { id },
    data: { ...columns, status: 'PUBLISHED', scheduledFor: null, embargoedUntil, publishedAt, statusSetAt: now },
    select: { id: true },
  });
  return { records: { article: id }, audit };
};

/** When the article first came out: null where nobody knows. */
function publicationIn(
  userErrors: UserErrors,
  { publishedAt, publishedAtUnknown }: PublishArticleInput,
  article: LockedArticle,
): Date | null {
  if (publishedAt == null) return publishedAtUnknown ? null : (article.publishedAt ?? article.now);
  if (publishedAtUnknown)
    userErrors.add(
      'INVALID',
      'publishedAtUnknown',
      'Give the time of publication, or say that nobody knows: not both.',
    );
  checkPast(userErrors, 'publishedAt', publishedAt, article.now);
  return momentOf(publishedAt);
}
