import { randomUUID } from 'node:crypto';
import type { Prisma } from '../../generated/prisma/client';
import { spanColumns } from '../../articles/quotes/spanRows';
import type { StoryArticle } from './articleRows';
import { type FoundMention, findMentions, inPrintedOrder } from './findMentions';
import type { StoryEntities } from './storyEntities';
import type { StoryRecords } from './storyFormat';
import type { StoryText } from './storyText';

interface Placed extends FoundMention {
  readonly row: Pick<Prisma.MentionCreateManyInput, 'rel' | 'personId' | 'organizationId' | 'placeId'>;
}

/**
 * The mentions of a story in the order of their first appearance in the text, and their spans in the body. Whom a picture
 * shows is a mention too (DEPICTS), where its caption begins.
 */
export function mentionRows(article: StoryArticle, records: StoryRecords, text: StoryText, entities: StoryEntities) {
  const mentions: Prisma.MentionCreateManyInput[] = [];
  const mentionSpans: Prisma.MentionSpanCreateManyInput[] = [];
  const placed = [...written(records, text, entities), ...depicted(records, text, entities)];
  placed.sort((a, b) => inPrintedOrder(a.first, b.first));
  for (const [index, { row, spans }] of placed.entries()) {
    const id = randomUUID();
    mentions.push({ ...article, ...row, id, position: index + 1 });
    mentionSpans.push(...spans.map((span, number) => ({ ...article, mentionId: id, ...spanColumns(span, number) })));
  }
  return { mentions, mentionSpans };
}

function written({ mentions }: StoryRecords, text: StoryText, entities: StoryEntities): Placed[] {
  const found = findMentions(mentions, text);
  return mentions.map((mention, index) => ({
    ...found[index]!,
    row: {
      rel: mention.rel,
      personId: entities.id('people', mention.person, `mentions[${index}].person`),
      organizationId: entities.id('organizations', mention.organization, `mentions[${index}].organization`),
      placeId: entities.id('places', mention.place, `mentions[${index}].place`),
    },
  }));
}

/** A person whom several pictures show is one mention, at the first. */
function depicted({ images }: StoryRecords, text: StoryText, entities: StoryEntities): Placed[] {
  const captions = text.blocks.flatMap((block, index) => (block.kind === 'caption' ? index : []));
  const shown = new Map<string, Placed>();
  for (const [index, image] of images.entries()) {
    const at = captions[index] ?? text.blocks.length;
    for (const [number, person] of image.people.entries()) {
      const personId = entities.id('people', person, `images[${index}].people[${number}]`)!;
      if (!shown.has(personId)) shown.set(personId, { row: { rel: 'DEPICTS', personId }, spans: [], first: [at, -1] });
    }
  }
  return [...shown.values()];
}
