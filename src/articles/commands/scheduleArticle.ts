import type { ScheduleArticleInput } from '../../contract/schema.types';
import type { Command } from '../../writing/command';
import { lockArticle } from '../lockArticle';
import { planWords, writeWords } from '../planWords';
import { checkAhead, checkEmbargo, momentOf } from '../times';

/** Sets the time at which a draft is published, or another one; null makes it a draft again. */
export const scheduleArticle: Command<ScheduleArticleInput> = async (work, input) => {
  const { tx, mistakes } = work;
  const { publishAt = null, embargoedUntil, quotes } = input;
  const article = await lockArticle(work, input, publishAt === null ? 'unschedule' : 'schedule');
  if (input.publishAt === undefined) {
    mistakes.add('INVALID', 'publishAt', 'Give the time of publication, or null to make it a draft again.');
  }
  if (publishAt !== null) {
    checkAhead(mistakes, 'publishAt', publishAt, article.now);
    checkEmbargo(mistakes, embargoedUntil, new Date(publishAt));
  }
  const plan = await planWords(work, article, { quotes, goesOut: publishAt !== null, newVersion: 'never' });
  mistakes.check();

  const { columns, audit } = await writeWords(work, plan!);
  const status = publishAt === null ? 'DRAFT' : 'SCHEDULED';
  await tx.article.update({
    where: { id: article.id },
    data: {
      ...columns,
      status,
      scheduledFor: momentOf(publishAt),
      embargoedUntil: momentOf(embargoedUntil),
      statusSetAt: article.now,
    },
    select: { id: true },
  });
  return { records: { article: article.id }, audit };
};
