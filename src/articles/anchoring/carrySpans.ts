import { type Span, wordsAt } from '../../text/spans';
import { type EditScript, keptAt } from './editScript';
import { hintsFor } from './hints';
import { isProven, onlyPlace } from './proof';
import { tokenAt, wordsBetween } from './tokens';
import { type Range } from './units';

/** What became of a quote's words: see `carrySpans`. */
export type AnchorState = 'ANCHORED' | 'MOVED' | 'ALTERED' | 'ORPHANED';

/** Where a quote stands in the new text. */
export interface Carried {
  readonly state: AnchorState;
  /** Its spans in the new text, in the order given: all of them where it is ANCHORED or MOVED, else none. */
  readonly spans: Span[];
  /** Where an editor may look first when it is ALTERED or ORPHANED. Guesses: never to be stored as the quote's words. */
  readonly hints: Span[];
}

/**
 * Carries the spans of one quote (or of one mention), in the order they stand in the old text, through an edit.
 *
 * - ANCHORED: all its words stand, unchanged, where the edit left them; what is around them may have changed.
 * - MOVED: they stand unchanged, but the edit took them out in one place and put them in in another.
 * - ALTERED: a part of them stands.
 * - ORPHANED: they are gone, or they stand in places that can't be told apart.
 *
 * Words are only carried where it is certain that they are the same ones, not others that sound alike: see
 * docs/decisions/anchoring.md.
 *
 * @throws RangeError where a span's words are not those of the old text: nothing true can be said of them.
 */
export function carrySpans(script: EditScript, spans: readonly Span[]): Carried {
  const fates = spans.map((span) => fateOf(script, span));
  const carried = fates.flatMap((fate) => (fate.at === undefined ? [] : [spanAt(script, fate, fate.at)]));
  const inOrder = carried.every((span, i) => i === 0 || carried[i - 1]!.end <= span.start);
  if (spans.length > 0 && carried.length === spans.length && inOrder) {
    return { state: fates.some((fate) => fate.moved) ? 'MOVED' : 'ANCHORED', spans: carried, hints: [] };
  }
  const share = sum(fates.map((fate) => fate.keptWords)) / Math.max(1, sum(fates.map((fate) => fate.words)));
  const hints = fates.flatMap((fate) =>
    fate.at === undefined ? hintsFor(script, fate.tokens) : [spanAt(script, fate, fate.at)],
  );
  return { state: share >= leastKept ? 'ALTERED' : 'ORPHANED', spans: [], hints };
}

/** A quote is called altered, not gone, when a third of its words stands. */
const leastKept = 1 / 3;

interface CarryOverResult {
  readonly span: Span;
  /** The tokens of the old text that hold the span; it may begin or end within one. */
  readonly tokens: Range;
  /** The token of the new text where they certainly begin. */
  readonly at: number | undefined;
  readonly moved: boolean;
  readonly words: number;
  /** How many of the words certainly stand. None where all of them stand and only their identity is in doubt. */
  readonly keptWords: number;
}

function fateOf(script: EditScript, span: Span): CarryOverResult {
  const { before, after } = script;
  if (span.start >= span.end || wordsAt(before.text, span.start, span.end) !== span.text) {
    throw new RangeError(`The text has other words than the span from ${span.start} to ${span.end}.`);
  }
  const tokens = { from: tokenAt(before, span.start), to: tokenAt(before, span.end - 1) + 1 };
  const words = wordsBetween(before, tokens.from, tokens.to);
  if (before.text === after.text) return { span, tokens, at: tokens.from, moved: false, words, keptWords: words };

  const at = keptWhole(script, tokens) ?? onlyPlace(script, tokens);
  if (at === undefined) {
    return { span, tokens, at, moved: false, words, keptWords: keptTokens(script, tokens).words };
  }
  const moved = keptTokens(script, tokens, at).share < 1 / 2;
  const proven = isProven(script, tokens, at);
  return { span, tokens, at: proven ? at : undefined, moved, words, keptWords: proven ? words : 0 };
}

/** Where the edit keeps a range of tokens in one piece. */
function keptWhole(script: EditScript, tokens: Range): number | undefined {
  const at = keptAt(script, tokens.from);
  return at !== undefined && keptTokens(script, tokens, at).share === 1 ? at : undefined;
}

/** How much of a range the edit keeps: where `at` is given, how much of it in one piece from there on. */
function keptTokens(script: EditScript, { from, to }: Range, at?: number): { words: number; share: number } {
  let words = 0;
  let tokens = 0;
  for (let i = from; i < to; i += 1) {
    const place = keptAt(script, i);
    if (place === undefined || (at !== undefined && place !== at + i - from)) continue;
    words += wordsBetween(script.before, i, i + 1);
    tokens += 1;
  }
  return { words, share: tokens / (to - from) };
}

function spanAt({ before, after }: EditScript, { span, tokens }: CarryOverResult, at: number): Span {
  const start = after.starts[at]! + span.start - before.starts[tokens.from]!;
  return { start, end: start + span.end - span.start, text: span.text };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The text of a quote: its spans' words, joined by one space. */
export function textOf(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join(' ');
}
