import { randomUUID } from 'node:crypto';
import type { Prisma } from '../../generated/prisma/client';
import type { SourceType } from '../../generated/prisma/enums';
import { quoteSpanRows } from '../../articles/quotes/spanRows';
import type { Span } from '../../text/spans';
import type { StoryArticle } from './articleRows';
import { dayOf } from './day';
import { findOne } from './findWords';
import type { StoryEntities } from './storyEntities';
import type { QuoteRecord, StoryRecords } from './storyFormat';
import { storyError } from './storyError';
import type { StoryText } from './storyText';

/** The quotes of a story in the order of the text, and their spans. People found them, nobody reviewed them yet. */
export function quoteRows(article: StoryArticle, records: StoryRecords, text: StoryText, entities: StoryEntities) {
  const found = records.quotes.map((quote, index) => ({
    quote,
    path: `quotes[${index}]`,
    ...find(quote, text, index),
  }));
  found.sort((a, b) => a.spans[0]!.start - b.spans[0]!.start);
  const quotes: Prisma.QuoteCreateManyInput[] = [];
  const quoteSpans: Prisma.QuoteSpanCreateManyInput[] = [];
  for (const [index, { quote, path, spans, cue }] of found.entries()) {
    const id = randomUUID();
    quotes.push({
      ...article,
      id,
      kind: quote.kind,
      position: index + 1,
      text: spans.map((span) => span.text).join(' '),
      cueText: cue?.text,
      cueStart: cue?.start,
      cueEnd: cue?.end,
      speakerPersonId: entities.id('people', quote.speaker?.person, `${path}.speaker.person`),
      speakerOrganizationId: entities.id('organizations', quote.speaker?.organization, `${path}.speaker.organization`),
      speakerName: quote.speakerName,
      speakerTitle: quote.speakerTitle,
      sourceType: quote.sourceType ?? sourceTypeOf(quote),
      saidOn: dayOf(quote.saidOn),
      saidInId: entities.id('places', quote.saidIn, `${path}.saidIn`),
      method: 'HUMAN',
      reviewStatus: 'UNREVIEWED',
    });
    quoteSpans.push(...quoteSpanRows({ ...article, quoteId: id }, text.body, spans));
  }
  return { quotes, quoteSpans };
}

function find(quote: QuoteRecord, { body }: StoryText, index: number): { spans: Span[]; cue: Span | undefined } {
  const path = `quotes[${index}]`;
  const spans = quote.spans.map((place, number) => findOne(place, body, `${path}.spans[${number}]`));
  for (const [number, span] of spans.entries()) {
    const before = spans[number - 1];
    if (before && span.start < before.end) {
      throw storyError(`${path}.spans[${number}]`, 'Give the spans in the order of the text, without overlap.');
    }
  }
  for (const field of ['speakerName', 'speakerTitle'] as const) {
    const written = quote[field];
    if (written !== undefined && !body.includes(written)) {
      throw storyError(`${path}.${field}`, `“${written}” stands nowhere in the body; give it as written there.`);
    }
  }
  return { spans, cue: quote.cue === undefined ? undefined : findOne(quote.cue, body, `${path}.cue`) };
}

function sourceTypeOf({ speaker }: QuoteRecord): SourceType {
  if (speaker?.person !== undefined) return 'NAMED_PERSON';
  return speaker?.organization !== undefined ? 'NAMED_ORGANIZATION' : 'UNKNOWN';
}
