import type { PublishArticleInput } from '../../contract/schema.types';
import type { Command } from '../../writing/command';
import { lockArticle } from '../lockArticle';
import { planWords, writeWords } from '../planWords';
import { checkEmbargo, checkPast, momentOf } from '../times';

/** Publishes a draft or a scheduled article now. */
export const publishArticle: Command<PublishArticleInput> = async (work, input) => {
  const { tx, mistakes } = work;
  const article = await lockArticle(work, input, 'publish');
  const { id, now } = article;
  if (input.publishedAt != null) checkPast(mistakes, 'publishedAt', input.publishedAt, now);
  // Null says that nobody knows when it first came out.
  const publishedAt = input.publishedAt === undefined ? (article.publishedAt ?? now) : momentOf(input.publishedAt);
  checkEmbargo(mistakes, input.embargoedUntil, publishedAt ?? now);
  const plan = await planWords(work, article, { quotes: input.quotes, goesOut: true, newVersion: 'never' });
  mistakes.check();

  const { columns, audit } = await writeWords(work, plan!);
  const embargoedUntil = momentOf(input.embargoedUntil);
  await tx.article.update({
    where: { id },
    data: { ...columns, status: 'PUBLISHED', scheduledFor: null, embargoedUntil, publishedAt, statusSetAt: now },
    select: { id: true },
  });
  return { records: { article: id }, audit };
};
