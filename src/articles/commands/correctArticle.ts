import type { CorrectArticleInput } from '../../contract/schema.types';
import type { Command } from '../../writing/command';
import { proseIn } from '../../writing/inputTexts';
import { lockArticle } from '../lockArticle';
import { planWords, writeWords } from '../planWords';
import { wordsIn } from '../words';

/** Notes for readers what was corrected in a published article, and corrects its words where they are given. */
export const correctArticle: Command<CorrectArticleInput> = async (work, input) => {
  const { tx, mistakes } = work;
  const article = await lockArticle(work, input, 'correct');
  const { kind, quotes } = input;
  if (kind === 'REINSTATEMENT') {
    mistakes.add('INVALID', 'kind', `${kind} puts a withdrawn article back: use reinstateArticle for that.`);
  }
  const text = proseIn(mistakes, 'text', input.text);
  const words = wordsIn(mistakes, input);
  const reason = proseIn(mistakes, 'reason', input.reason);
  const plan = await planWords(work, article, { words, quotes, goesOut: true, newVersion: 'whenChanged' });
  mistakes.check();

  const { columns, audit } = await writeWords(work, plan!, reason);
  await tx.correction.createMany({ data: { articleId: article.id, kind, text, version: columns.version } });
  await tx.article.update({ where: { id: article.id }, data: columns, select: { id: true } });
  return { records: { article: article.id }, audit };
};
