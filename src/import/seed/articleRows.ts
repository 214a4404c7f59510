import { randomUUID } from 'node:crypto';
import { slugOf } from '../../articles/slug';
import type { Prisma } from '../../generated/prisma/client';
import { dayOf } from './day';
import { slugsOf, type StoryEntities } from './storyEntities';
import { storyError } from './storyError';
import type { StoryRecords } from './storyFormat';
import type { StoryText } from './storyText';

/** The article that the rows belong to. A story is its first version. */
export interface StoryArticle {
  readonly articleId: string;
  readonly version: number;
}

/** The article itself. Its slug, where none is given, is made from the headline. */
export function articleRow(
  { articleId, version }: StoryArticle,
  { article, organizations }: StoryRecords,
  text: StoryText,
  entities: StoryEntities,
): Prisma.ArticleCreateManyInput {
  const slug = article.slug ?? slugOf(text.headline);
  if (slug === '') throw storyError('article.slug', 'Nothing can be made of the headline; give one.');
  if (article.dateline !== undefined && !text.body.startsWith(article.dateline)) {
    throw storyError('article.dateline', `The body does not begin with “${article.dateline}”.`);
  }
  const printed = text.source;
  if (printed !== null && !organizations.some(({ name, aliases }) => [name, ...aliases].includes(printed))) {
    throw storyError('article.source', `The text names “${printed}” as its source: give an organization of that name.`);
  }
  const { source, located, ...fields } = article;
  return {
    ...fields,
    id: articleId,
    slug,
    version,
    sourceId: entities.id('organizations', source, 'article.source'),
    locatedId: entities.id('places', located, 'article.located'),
  };
}

/** The roles of people not stored before. The article is what they rest on. */
export function roleRows({ articleId }: StoryArticle, records: StoryRecords, entities: StoryEntities) {
  const added = new Map(entities.people.map((person) => [person.slug, person.id]));
  const slugs = slugsOf(records, 'people');
  return records.people.flatMap(({ roles }, index) => {
    const personId = added.get(slugs[index]!);
    if (personId === undefined) return [];
    return roles.map(({ title, organization, from, to }, number) => ({
      personId,
      title,
      organizationId: entities.id('organizations', organization, `people[${index}].roles[${number}].organization`),
      from: dayOf(from),
      to: dayOf(to),
      articleId,
    }));
  });
}

/** The images, each with the caption in its turn, and whom they show. */
export function imageRows(
  { articleId }: StoryArticle,
  { images }: StoryRecords,
  text: StoryText,
  entities: StoryEntities,
) {
  if (text.captions.length > images.length) {
    throw storyError('images', `The text has ${text.captions.length} captions; give an image for each.`);
  }
  const imagePeople: Prisma.ImagePersonCreateManyInput[] = [];
  const rows = images.map((image, index): Prisma.ImageCreateManyInput => {
    const id = randomUUID();
    for (const [number, person] of image.people.entries()) {
      imagePeople.push({ imageId: id, personId: entities.id('people', person, `images[${index}].people[${number}]`)! });
    }
    return {
      id,
      articleId,
      index,
      caption: text.captions[index],
      creditLine: image.creditLine,
      photographerId: entities.id('people', image.photographer, `images[${index}].photographer`),
      takenOn: dayOf(image.takenOn),
      locatedId: entities.id('places', image.located, `images[${index}].located`),
    };
  });
  return { images: rows, imagePeople };
}
