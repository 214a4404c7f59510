import type { UnpublishArticleInput } from '../../contract/schema.types';
import type { Command } from '../../writing/command';
import { lockArticle } from '../lockArticle';

/** Makes a published article a draft again: readers find nothing in its place. */
export const unpublishArticle: Command<UnpublishArticleInput> = async (work, input) => {
  const { tx, userErrors } = work;
  const { id, version, now } = await lockArticle(work, input, 'unpublish');
  userErrors.check();

  await tx.article.update({ where: { id }, data: { status: 'DRAFT', statusSetAt: now }, select: { id: true } });
  return { records: { article: id }, audit: [{ kind: 'article', id, fromVersion: version, toVersion: version }] };
};
