import { inTextOrder } from '../../articles/textOrder';
import type { FoundQuote, SourceType, Span as Offsets } from '../../extraction/extraction';
import { type Span, wordsAt } from '../../text/spans';
import { type ExtractedArticle, oneLine, rounded } from '../extractedArticle';
import type { Matched } from '../matching/matchBatch';
import { type Plan, planOf } from './plan';
import { overlapsSome } from './spans';

/** A quote of an article as its record says it, beside id, version and place. */
export interface QuoteFacts {
  readonly text: string;
  readonly kind: FoundQuote['kind'];
  readonly cue: Span | null;
  readonly speakerPersonId: string | null;
  readonly speakerOrganizationId: string | null;
  readonly speakerName: string | null;
  readonly speakerTitle: string | null;
  readonly sourceType: SourceType;
  readonly confidence: number | null;
  /** In the order of the text; at least one. */
  readonly spans: readonly Span[];
}

/** A quote that is stored already. */
export interface StoredQuote extends QuoteFacts {
  readonly id: string;
  readonly articleId: string;
  readonly version: number;
  readonly position: number;
  /** Whether a person recorded it or decided about it: then it stays as it is. */
  readonly kept: boolean;
  readonly rejected: boolean;
  /** Whether its words stand in the text. */
  readonly stands: boolean;
}

/** What a quote's record is to be. */
export type QuotePlan = Plan<QuoteFacts>;

/** What becomes of the quotes of one article; what stays as it is is left out. */
export interface QuotesPlan {
  readonly plans: readonly QuotePlan[];
  /** The ids of those that rules found once, that nobody looked at, and that are found no more. */
  readonly gone: readonly string[];
}

/**
 * Holds the quotes that were found in a version against those that are stored. What a person recorded, changed or decided about
 * stays as it is, and what overlaps it is not stored. Of the others those with the same stretches, or else the same words, keep
 * their ids.
 * @param rejected where words stand in this version that an editor rejected in an older one
 */
export function planQuotes(
  found: readonly QuoteFacts[],
  stored: readonly StoredQuote[],
  version: number,
  rejected: readonly Span[],
): QuotesPlan {
  const kept = stored.filter((quote) => quote.kept);
  const standing = kept.filter((quote) => quote.version === version && quote.stands).flatMap(({ spans }) => spans);
  const taken = [...standing, ...rejected];
  const free = found.filter(({ spans }) => !spans.some((span) => overlapsSome(span, taken)));
  const open = new Set(stored.filter((quote) => !quote.kept));
  const twins = new Map<QuoteFacts, StoredQuote>();
  pairBy(free, open, twins, (quote) => ('version' in quote && quote.version !== version ? null : placesOf(quote)));
  pairBy(free, open, twins, (quote) => quote.text);
  const records = [
    ...kept.map((quote) => ({ quote, facts: null, position: quote.position, start: startIn(quote, version) })),
    ...free.map((facts, i) => ({
      quote: twins.get(facts) ?? null,
      facts,
      position: twins.get(facts)?.position ?? stored.length + i + 1,
      start: facts.spans[0]!.start,
    })),
  ];
  return {
    gone: [...open].map(({ id }) => id),
    plans: inTextOrder(records).flatMap(({ quote, facts }, i) =>
      planOf(quote, facts, { version, position: i + 1 }, isSame),
    ),
  };
}

/** Gives each finding without a twin the first open record of the same key; null is no key. */
function pairBy(
  found: readonly QuoteFacts[],
  open: Set<StoredQuote>,
  twins: Map<QuoteFacts, StoredQuote>,
  keyOf: (quote: QuoteFacts | StoredQuote) => string | null,
): void {
  const byKey = new Map<string | null, StoredQuote[]>();
  for (const quote of open) byKey.set(keyOf(quote), [...(byKey.get(keyOf(quote)) ?? []), quote]);
  for (const facts of found) {
    const key = keyOf(facts);
    const twin = twins.has(facts) || key === null ? undefined : byKey.get(key)?.shift();
    if (!twin) continue;
    twins.set(facts, twin);
    open.delete(twin);
  }
}

function placesOf({ spans }: QuoteFacts): string {
  return spans.map(({ start, end }) => `${start}-${end}`).join(' ');
}

function startIn({ version, stands, spans }: StoredQuote, current: number): number | null {
  return version === current && stands ? spans[0]!.start : null;
}

const compared = [
  'kind',
  'speakerPersonId',
  'speakerOrganizationId',
  'speakerName',
  'speakerTitle',
  'sourceType',
  'confidence',
] as const;

function isSame(stored: StoredQuote, facts: QuoteFacts): boolean {
  const sameCue = stored.cue?.start === facts.cue?.start && stored.cue?.end === facts.cue?.end;
  return stored.stands && sameCue && compared.every((column) => stored[column] === facts[column]);
}

/** A quote that was found. */
export interface FoundFacts extends QuoteFacts {
  /** The index of the speaker among the entities that were found. */
  readonly speaker: number | null;
}

/**
 * Whether a quote that was found is stored. Only what somebody said is: records can't say yet that words are denied, alleged or still
 * to come, and readers would take them for a statement.
 */
function isStored({ polarity, spans }: FoundQuote): boolean {
  return polarity === 'STATED' && spans.length > 0;
}

/** The one source of a quote; several who speak as one are a name together. */
function soleSource({ sources }: FoundQuote, body: string) {
  const [first, ...others] = sources;
  if (!first) return { speaker: null, name: null, title: null, type: 'UNKNOWN' as const };
  if (others.length === 0) return first;
  const together = wordsAt(body, first.span.start, others.at(-1)!.span.end);
  return { speaker: null, name: together, title: null, type: first.type };
}

/** The quotes of an extraction as records say them, in the order of the text. */
export function quoteFacts({ extraction }: ExtractedArticle, matched: Matched): FoundFacts[] {
  const { body } = extraction.story;
  const spanAt = ({ start, end }: Offsets): Span => ({ start, end, text: wordsAt(body, start, end) });
  return extraction.quotes
    .filter(isStored)
    .map((quote) => {
      const { speaker, name, title, type } = soleSource(quote, body);
      const spans = quote.spans.map(spanAt);
      const record = speaker === null ? null : matched[speaker]!;
      const kind = speaker === null ? null : extraction.entities[speaker]!.kind;
      return {
        speaker,
        text: spans.map(({ text }) => text).join(' '),
        kind: quote.kind,
        cue: quote.cue && spanAt(quote.cue),
        speakerPersonId: kind === 'PERSON' && record ? record.id : null,
        speakerOrganizationId: kind === 'ORGANIZATION' && record ? record.id : null,
        speakerName: name === null ? null : oneLine(name),
        speakerTitle: title === null ? null : oneLine(title),
        sourceType: type,
        // That the speaker's record is the right one, the mention of the speaker answers for.
        confidence: rounded(quote.confidence),
        spans,
      };
    })
    .sort((one, other) => one.spans[0]!.start - other.spans[0]!.start);
}
