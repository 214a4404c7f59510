import { newId } from '../../data/newId';
import type { DraftArticleInput } from '../../contract/schema.types';
import type { Command } from '../../writing/command';
import { guessLanguage, undetermined } from '../../text/guessLanguage';
import { proseIn } from '../../writing/inputTexts';
import { slugFrom, slugIn, uriIn } from '../addresses';
import { fileUnder, metadataIn, subjectsIn } from '../metadata';
import { type Words, wordsIn } from '../words';

/** The language of a body as far as its letters tell. */
const guess = (body: string | undefined): string => guessLanguage(body ?? '') ?? undetermined;

/** Makes a draft with its first version. */
export const draftArticle: Command<DraftArticleInput> = async (work, input) => {
  const { tx, viewer, userErrors } = work;
  const words = wordsIn(userErrors, input) as Words;
  const reason = proseIn(userErrors, 'reason', input.reason);
  const metadata = await metadataIn(work, { ...input, language: input.language ?? guess(words.body) });
  const subjects = await subjectsIn(work, input.subjects);
  const given = input.slug == null ? null : await slugIn(work, input.slug);
  const uri = await uriIn(work, input.uri);
  userErrors.check();

  const id = newId();
  const slug = given ?? (await slugFrom(work, words.headline));
  // The database checks at the end that each names the other.
  await tx.article.createMany({ data: { ...metadata, id, slug, uri, version: 1 } });
  await tx.articleVersion.createMany({
    data: { ...words, articleId: id, number: 1, createdBy: viewer.name, reason },
  });
  if (subjects) await fileUnder(tx, id, subjects);
  return { records: { article: id }, audit: [{ kind: 'article', id, toVersion: 1 }] };
};
