import type { ReviseArticleInput } from '../../contract/schema.types';
import type { Command } from '../../writing/command';
import { proseIn } from '../../writing/inputTexts';
import type { UserErrors } from '../../writing/userErrors';
import { slugIn, uriIn } from '../addresses';
import { type LockedArticle, lockArticle } from '../lockArticle';
import { fileUnder, metadataIn, subjectsIn } from '../metadata';
import { planWords, writeWords } from '../planWords';
import { isOut } from '../states';
import { checkEmbargo, momentOf } from '../times';
import { wordsIn } from '../words';

/** Makes a new version of an article; what the input leaves out stays. */
export const reviseArticle: Command<ReviseArticleInput> = async (work, input) => {
  const { tx, userErrors } = work;
  const article = await lockArticle(work, input, 'revise');
  checkSomething(userErrors, input);
  const words = wordsIn(userErrors, input);
  const reason = proseIn(userErrors, 'reason', input.reason);
  checkEmbargoOf(userErrors, article, input);
  const metadata = await metadataIn(work, input, article.id);
  const subjects = await subjectsIn(work, input.subjects);
  const slug = await slugOfRevised(work, input, article);
  const uri = await uriIn(work, input.uri, article.id);
  const becomesPublic = isOut(article.status);
  const plan = await planWords(work, article, { words, quotes: input.quotes, becomesPublic, newVersion: 'always' });
  userErrors.check();

  const { columns, audit } = await writeWords(work, plan!, reason);
  if (subjects) await fileUnder(tx, article.id, subjects);
  const embargoedUntil = momentOf(input.embargoedUntil);
  const data = { ...metadata, ...columns, slug, uri, embargoedUntil };
  await tx.article.update({ where: { id: article.id }, data, select: { id: true } });
  return { records: { article: article.id }, audit };
};

/** What a call brings beside the changes. */
const noChange = ['id', 'expectedVersion', 'idempotencyKey', 'reason'];

function checkSomething(userErrors: UserErrors, input: ReviseArticleInput): void {
  if (Object.keys(input).some((field) => !noChange.includes(field))) return;
  userErrors.add('INVALID', [], 'Nothing is to be changed: give what is to become of the article.');
}

function checkEmbargoOf(userErrors: UserErrors, article: LockedArticle, { embargoedUntil }: ReviseArticleInput): void {
  const publication = article.scheduledFor ?? article.publishedAt;
  if (publication) checkEmbargo(userErrors, embargoedUntil, publication);
}

async function slugOfRevised(
  work: Parameters<typeof slugIn>[0],
  { slug }: ReviseArticleInput,
  article: LockedArticle,
): Promise<string | undefined> {
  if (slug === null) work.userErrors.add('INVALID', 'slug', 'An article needs a slug: give it, or leave it as it is.');
  return slug == null || slug === article.slug ? undefined : slugIn(work, slug, article.id);
}
