import type { ReinstateArticleInput } from '../../contract/schema.types';
import type { Command } from '../../writing/command';
import { proseIn } from '../../writing/inputTexts';
import { lockArticle } from '../lockArticle';
import { planWords, writeWords } from '../planWords';
import { areEqual, wordsIn } from '../words';

/** Publishes a withdrawn article again, with a version that tells editors why, and a note that tells readers. */
export const reinstateArticle: Command<ReinstateArticleInput> = async (work, input) => {
  const { tx, userErrors } = work;
  const article = await lockArticle(work, input, 'reinstate');
  const { id, now } = article;
  const text = proseIn(userErrors, 'note', input.note);
  const reason = proseIn(userErrors, 'reason', input.reason);
  const words = wordsIn(userErrors, input);
  const plan = await planWords(work, article, {
    words,
    quotes: input.quotes,
    becomesPublic: true,
    newVersion: 'always',
  });
  userErrors.check();

  const { columns, audit } = await writeWords(work, plan!, reason);
  const revisedAt = areEqual(plan!.before, plan!.after) ? undefined : now;
  await tx.correction.createMany({ data: { articleId: id, kind: 'REINSTATEMENT', text, version: columns.version } });
  const data = { ...columns, revisedAt, status: 'PUBLISHED', statusSetAt: now } as const;
  await tx.article.update({ where: { id }, data, select: { id: true } });
  return { records: { article: id }, audit };
};
