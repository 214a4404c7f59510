import { quotesOf } from './attribution/quotes';
import { wordsOf } from './attribution/wordsOf';
import { entitiesOf } from './coreference/entitiesOf';
import { type ReadPart, type StoryEntity } from './entities';
import { type Extraction, type FoundEntity, type Story, type StoryPart } from './extraction';
import { english } from './languages/en';
import { type Language } from './languages/language';
import { languageOf } from './languages/languages';
import { quotationsOf } from './quotations/quotations';
import { codePointsOf } from './text/codePoints';
import { readText } from './text/readText';

/**
 * Finds the people, organizations, places and quotes of a story. The same story gives the same result, and time grows with
 * its length only; no database, no network.
 */
export function extract(story: Story): Extraction {
  const language = languageOf(story.language, story.body);
  const parts = partsOf(story, language ?? english);
  const entities = entitiesOf(parts);
  const body = parts.find(({ part }) => part === 'BODY')!.read;
  // Without knowing its words for saying, nobody can tell in a text what is quoted, and whom.
  const quotes = language ? quotesOf(wordsOf(body, quotationsOf(body)), entities) : [];
  return { story, entities: entities.map((entity) => foundEntity(entity, parts)), quotes };
}

function partsOf(story: Story, language: Language): ReadPart[] {
  const texts: [StoryPart, string | null][] = [
    ['BODY', story.body],
    ['HEADLINE', story.headline],
    ['STANDFIRST', story.standfirst],
    ['BYLINE', story.byline],
    ['DATELINE', story.dateline],
    ['SOURCE', story.source],
    ['CREDIT', story.creditLine],
    ...story.images.map(({ caption }, index): [StoryPart, string] => [{ caption: index }, caption]),
  ];
  return texts.flatMap(([part, text]) => (text === null ? [] : [{ part, read: readText(text, language) }]));
}

function foundEntity({ mentions, ...entity }: StoryEntity, parts: readonly ReadPart[]): FoundEntity {
  const points = new Map(parts.map(({ part, read }) => [part, { read, point: codePointsOf(read.text) }]));
  return {
    ...entity,
    mentions: mentions.map(({ part, first, last, form }) => {
      const { read, point } = points.get(part)!;
      const [start, end] = [read.tokens[first]!.start, read.tokens[last - 1]!.end];
      return { part, form, span: { start: point(start), end: point(end) }, text: read.text.slice(start, end) };
    }),
  };
}
