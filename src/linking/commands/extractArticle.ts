import { randomUUID } from 'node:crypto';
import { draftArticle } from '../../articles/commands/draftArticle';
import type { Story } from '../../extraction/extraction';
import type { ExtractArticleInput } from '../../contract/schema.types';
import type { Command, Done, Work } from '../../writing/command';
import type { ExtractedArticle } from '../extractedArticle';
import { extractInPool } from '../extractionPool';
import { extractionJson } from '../extractionJson';
import { matchExtractions } from '../match';
import { reserveExtractionResults, storeExtractions } from '../storeExtractions';
import { loadExistingLinks } from '../existingLinks';
import { storedStory } from './storedStory';
import { storyIn } from './storyIn';

/** Finds the records in a text, or in an article that is there, and stores them, or only tells of them. */
export const extractArticle: Command<ExtractArticleInput> = async (work, input) => {
  if ((input.text == null) === (input.id == null)) {
    work.userErrors.stop('INVALID', [], 'Give the text of an article, or the id of one that is there: one of the two.');
  }
  return input.id == null ? fromText(work, input) : fromStored(work, input, input.id);
};

async function fromText(work: Work, input: ExtractArticleInput): Promise<Done> {
  const story = storyIn(work.userErrors, input);
  if (input.dryRun) return { records: {}, audit: [], shown: { extraction: await tell(work, story) } };
  const { headline, standfirst, body, language, byline, dateline, creditLine, images } = story;
  const printed = { headline, standfirst, body, language, byline, dateline, creditLine };
  const draft = await draftArticle(work, { ...printed, slug: input.slug, uri: input.uri });
  const articleId = draft.records.article!;
  await work.tx.image.createMany({
    data: images.map(({ caption, creditLine, takenOn }, index) => ({
      ...{ articleId, index, caption, creditLine },
      takenOn: takenOn === null ? null : new Date(`${takenOn}T00:00:00Z`),
    })),
  });
  const { entities } = await storeExtractions(work.tx, [
    { articleId, version: 1, extraction: await extractInPool(story) },
  ]);
  return { ...draft, audit: [...draft.audit, ...entities] };
}

async function fromStored(work: Work, input: ExtractArticleInput, id: string): Promise<Done> {
  if (!input.dryRun) await reserveExtractionResults(work.tx);
  const { articleId, version, story } = await storedStory(work, input, id);
  const article = { articleId, version, extraction: await extractInPool(story) };
  const records = { article: articleId };
  if (input.dryRun) {
    const existingLinks = await loadExistingLinks(work.tx, [article]);
    const { matched } = await matchExtractions(work.tx, [article], existingLinks);
    return { records, audit: [], shown: { extraction: extractionJson(article, matched[0]!) } };
  }
  const { articles, entities } = await storeExtractions(work.tx, [article]);
  const changed = articles.has(articleId) || entities.length > 0;
  const note = { kind: 'article', id: articleId, fromVersion: version, toVersion: version };
  return { records, audit: changed ? [note, ...entities] : [] };
}

/** What would become of a text that is no article yet. */
async function tell({ tx }: Work, story: Story): Promise<object> {
  const article: ExtractedArticle = { articleId: randomUUID(), version: 1, extraction: await extractInPool(story) };
  const existingLinks = { before: new Map(), rejected: new Map(), visible: new Set<string>() };
  const { matched } = await matchExtractions(tx, [article], existingLinks);
  return extractionJson(article, matched[0]!);
}
