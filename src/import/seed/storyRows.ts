import { randomUUID } from 'node:crypto';
import type { Prisma } from '../../generated/prisma/client';
import { articleRow, imageRows, roleRows, type StoryArticle } from './articleRows';
import { mentionRows } from './mentionRows';
import { quoteRows } from './quoteRows';
import { entitiesOf, type StoredIds } from './storyEntities';
import type { StoryRecords } from './storyFormat';
import type { StoryText } from './storyText';

/** All rows of a story, ready for the database, as new ids bind them. */
export interface StoryRows {
  readonly people: Prisma.PersonCreateManyInput[];
  readonly organizations: Prisma.OrganizationCreateManyInput[];
  readonly places: Prisma.PlaceCreateManyInput[];
  readonly article: Prisma.ArticleCreateManyInput;
  readonly version: Prisma.ArticleVersionCreateManyInput;
  readonly images: Prisma.ImageCreateManyInput[];
  readonly imagePeople: Prisma.ImagePersonCreateManyInput[];
  readonly roles: Prisma.RoleCreateManyInput[];
  readonly mentions: Prisma.MentionCreateManyInput[];
  readonly mentionSpans: Prisma.MentionSpanCreateManyInput[];
  readonly quotes: Prisma.QuoteCreateManyInput[];
  readonly quoteSpans: Prisma.QuoteSpanCreateManyInput[];
}

/**
 * Turns a story into rows: words into code point offsets, slugs into ids.
 * @throws StoryError naming the record that is wrong.
 */
export function rowsOf(records: StoryRecords, text: StoryText, stored: StoredIds): StoryRows {
  const entities = entitiesOf(records, stored);
  const article: StoryArticle = { articleId: randomUUID(), version: 1 };
  const { people, organizations, places } = entities;
  return {
    people,
    organizations,
    places,
    article: articleRow(article, records, text, entities),
    version: {
      articleId: article.articleId,
      number: article.version,
      headline: text.headline,
      standfirst: text.standfirst,
      body: text.body,
    },
    roles: roleRows(article, records, entities),
    ...imageRows(article, records, text, entities),
    ...mentionRows(article, records, text, entities),
    ...quoteRows(article, records, text, entities),
  };
}
