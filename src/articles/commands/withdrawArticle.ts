import type { WithdrawArticleInput } from '../../contract/schema.types';
import type { Command } from '../../writing/command';
import { proseIn } from '../../writing/inputTexts';
import { isRetracted } from '../isRetracted';
import { lockArticle } from '../lockArticle';
import { checkStep } from '../states';

/** Takes a published article back: readers are shown the notice, and nothing of its words. A retraction can become a kill. */
export const withdrawArticle: Command<WithdrawArticleInput> = async (work, input) => {
  const { tx, userErrors } = work;
  const article = await lockArticle(work, input, 'withdrawForGood');
  const { kind } = input;
  if (article.status === 'WITHDRAWN' && !(kind === 'KILL' && (await isRetracted(tx, article.id))))
    checkStep(userErrors, 'withdraw', article.status, article.id);
  const text = proseIn(userErrors, 'notice', input.notice);
  userErrors.check();

  const { id, version, now } = article;
  await tx.correction.createMany({ data: { articleId: id, kind, text, version } });
  await tx.article.update({ where: { id }, data: { status: 'WITHDRAWN', statusSetAt: now }, select: { id: true } });
  return { records: { article: id }, audit: [{ kind: 'article', id, fromVersion: version, toVersion: version }] };
};
