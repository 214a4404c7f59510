import type { CorrectArticleInput } from '../../contract/schema.types';
import type { Command } from '../../writing/command';
import { proseIn } from '../../writing/inputTexts';
import { lockArticle } from '../lockArticle';
import { planWords, writeWords } from '../planWords';
import { wordsIn } from '../words';

/** Notes for readers what was corrected in a published article, and corrects its words where they are given. */
export const correctArticle: Command<CorrectArticleInput> = async (work, input) => {
  const { tx, userErrors } = work;
  const article = await lockArticle(work, input, 'correct');
  const { kind, quotes } = input;
  if (kind === 'REINSTATEMENT') {
    userErrors.add('INVALID', 'kind', `${kind} puts a withdrawn article back: use reinstateArticle for that.`);
  }
  const text = proseIn(userErrors, 'text', input.text);
  const words = wordsIn(userErrors, input);
  const reason = proseIn(userErrors, 'reason', input.reason);
  const plan = await planWords(work, article, { words, quotes, becomesPublic: true, newVersion: 'whenChanged' });
  userErrors.check();

  const { columns, audit } = await writeWords(work, plan!, reason);
  await tx.correction.createMany({ data: { articleId: article.id, kind, text, version: columns.version } });
  await tx.article.update({ where: { id: article.id }, data: columns, select: { id: true } });
  return { records: { article: article.id }, audit };
};
