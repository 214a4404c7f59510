import { type Span, occurrencesOf } from '../../text/spans';
import { nthOf, surroundings } from './findWords';
import type { MentionRecord } from './storyFormat';
import { storyError } from './storyError';
import type { StoryText } from './storyText';

/** Where a mention stands: its spans in the body, and where in the whole text it comes first. */
export interface FoundMention {
  readonly spans: readonly Span[];
  /** The block, and the code point in it. */
  readonly first: readonly [block: number, offset: number];
}

interface Claim {
  readonly mention: number;
  readonly path: string;
  readonly span: Span;
}

/**
 * Finds every mention's words. Where one stands inside a longer one ("U.S." in "U.S. Government"), the longer counts.
 * @throws StoryError where words stand nowhere, or two mentions lay claim to the same.
 */
export function findMentions(mentions: readonly MentionRecord[], text: StoryText): FoundMention[] {
  const claims = settle(
    mentions.flatMap((mention, index) => claimsOf(mention, index, text)),
    text.body,
  );
  return mentions.map((mention, index) => {
    const spans = claims.filter((claim) => claim.mention === index).map((claim) => claim.span);
    const places = [...outsideBody(mention, text)];
    if (spans[0]) places.push([text.blocks.length - 1, spans[0].start]);
    const first = places.sort(inPrintedOrder)[0];
    if (!first)
      throw storyError(`mentions[${index}].words`, 'All of them stand inside longer words of other mentions.');
    return { spans, first };
  });
}

/** Sorts by block, then by offset. */
export function inPrintedOrder(a: readonly [number, number], b: readonly [number, number]): number {
  return a[0] - b[0] || a[1] - b[1];
}

/** The places of a mention's words before the body; those chosen by number are places in the body only. */
function outsideBody(mention: MentionRecord, text: StoryText): (readonly [number, number])[] {
  const words = mention.words.filter((one) => typeof one === 'string');
  return text.blocks
    .slice(0, -1)
    .flatMap((block, index) =>
      words.flatMap((one) => occurrencesOf(one, block.text).map((span) => [index, span.start] as const)),
    );
}

function claimsOf(mention: MentionRecord, index: number, text: StoryText): Claim[] {
  return mention.words.flatMap((one, number) => {
    const path = `mentions[${index}].words[${number}]`;
    if (typeof one !== 'string') {
      const found = occurrencesOf(one.words, text.body);
      return one.nth.map((nth) => ({ mention: index, path, span: nthOf(found, nth, text.body, path) }));
    }
    if (text.blocks.every((block) => occurrencesOf(one, block.text).length === 0)) {
      throw storyError(path, `“${one}” stands nowhere in the text as whole words.`);
    }
    return occurrencesOf(one, text.body).map((span) => ({ mention: index, path, span }));
  });
}

/** Sorts the claims, drops those inside longer ones, and refuses two on the same words. */
function settle(claims: readonly Claim[], body: string): Claim[] {
  const sorted = [...claims].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept: Claim[] = [];
  for (const claim of sorted) {
    const last = kept.at(-1);
    if (!last || claim.span.start >= last.span.end) {
      kept.push(claim);
    } else if (claim.span.start === last.span.start && claim.span.end === last.span.end) {
      throw storyError(
        claim.path,
        `${last.path} has the same words; choose by "nth": ${surroundings(claim.span, body)}`,
      );
    } else if (claim.span.end > last.span.end) {
      throw storyError(claim.path, `It overlaps ${last.path}: ${surroundings(claim.span, body)}`);
    }
  }
  return kept;
}
