import type { WithdrawArticleInput } from '../../graphql/schema.types';
import type { Command } from '../../writing/command';
import { proseIn } from '../../writing/inputTexts';
import { lockArticle } from '../lockArticle';

/** Takes a published article back: readers are shown the notice, and nothing of its words. */
export const withdrawArticle: Command<WithdrawArticleInput> = async (work, input) => {
  const { tx, mistakes } = work;
  const { id, version } = await lockArticle(work, input, 'withdraw');
  const { kind } = input;
  if (kind !== 'RETRACTION' && kind !== 'KILL') {
    mistakes.add(
      'INVALID',
      'kind',
      `${kind} leaves an article where it is: use correctArticle, or RETRACTION or KILL here.`,
    );
  }
  const text = proseIn(mistakes, 'notice', input.notice);
  mistakes.check();

  await tx.correction.createMany({ data: { articleId: id, kind, text, version } });
  await tx.article.update({ where: { id }, data: { status: 'WITHDRAWN' }, select: { id: true } });
  return { records: { article: id }, audit: [{ kind: 'article', id, fromVersion: version, toVersion: version }] };
};
