import type { ScheduleArticleInput, UnscheduleArticleInput } from '../../contract/schema.types';
import type { Command } from '../../writing/command';
import { lockArticle } from '../lockArticle';
import { planWords, writeWords } from '../planWords';
import { checkAhead, checkEmbargo, momentOf } from '../times';

/** Sets the time at which a draft is published, or another one. */
export const scheduleArticle: Command<ScheduleArticleInput> = async (work, input) => {
  const { tx, userErrors } = work;
  const { publishAt, embargoedUntil, quotes } = input;
  const article = await lockArticle(work, input, 'schedule');
  const { id, now } = article;
  checkAhead(userErrors, 'publishAt', publishAt, now);
  checkEmbargo(userErrors, embargoedUntil, new Date(publishAt));
  const plan = await planWords(work, article, { quotes, becomesPublic: true, newVersion: 'never' });
  userErrors.check();

  const { columns, audit } = await writeWords(work, plan!);
  const times = { scheduledFor: momentOf(publishAt), embargoedUntil: momentOf(embargoedUntil ?? undefined) };
  await tx.article.update({
    where: { id },
    data: { ...columns, ...times, status: 'SCHEDULED', statusSetAt: now },
    select: { id: true },
  });
  return { records: { article: id }, audit };
};

/** Makes a scheduled article a draft again. */
export const unscheduleArticle: Command<UnscheduleArticleInput> = async (work, input) => {
  const { tx, userErrors } = work;
  const { id, version, now } = await lockArticle(work, input, 'unschedule');
  userErrors.check();

  const data = { status: 'DRAFT', scheduledFor: null, statusSetAt: now } as const;
  await tx.article.update({ where: { id }, data, select: { id: true } });
  return { records: { article: id }, audit: [{ kind: 'article', id, fromVersion: version, toVersion: version }] };
};
