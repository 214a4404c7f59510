import { copiedNear, isCopied } from './copies';
import { type EditScript, keptAt } from './editScript';
import { occurrencesOf, standOnce } from './occurrences';
import { textBetween, type Tokens, wordsBetween } from './tokens';
import { type Range } from './units';

// The figures behind these four are in docs/decisions/anchoring.md.
/** So many words are no chance: whoever has them in a text twice has copied them. */
const tellingWords = 6;
/** So many equal words on a side make a context. */
const contextWords = 3;
/** So much on a side, in tokens some 12 words, is more than two passages share by chance. */
const surroundingTokens = 24;
/** Further from the words than this nothing is looked at, in tokens: some 500 words. */
const contextTokens = 1000;

/**
 * Whether the words `quoted` of the old text are certainly those that stand from token `at` on in the new one. They are
 * equal, which the caller has seen; what is asked is whether they could be other words of the same sound. They can't when
 * the words prove themselves, or when what stands around them does. Where something near was copied, only the untouched
 * surroundings of the whole paragraph prove anything: a copy brings its own context along.
 */
export function isProven(script: EditScript, quoted: Range, at: number): boolean {
  if (provesItself(script, quoted)) return true;
  const equal = equalAround(script, quoted, at);
  if (copiedNear(script, quoted)) {
    return contextProves(script, quoted, equal) && surroundingsProve(script, quoted, equal);
  }
  return (
    contextProves(script, quoted, equal) || (keptAt(script, quoted.from) === at && phraseProves(script, quoted, equal))
  );
}

/**
 * Long words that stand once in the old text and once in the new, and so do their parts: otherwise a passage that
 * resembles this one could have become equal to it by one changed word.
 */
function provesItself(script: EditScript, { from, to }: Range): boolean {
  const { before } = script;
  const words = wordsBetween(before, from, to);
  if (words < tellingWords) return false;
  const parts = Math.min(3, Math.floor(words / 3));
  const cuts = Array.from({ length: parts + 1 }, (_, i) => tokenAfterWords(before, from, to, (words * i) / parts));
  return cuts.slice(1).every((cut, i) => standsOnceInBoth(script, { from: cuts[i]!, to: cut }));
}

function tokenAfterWords(tokens: Tokens, from: number, to: number, words: number): number {
  let at = from;
  while (at < to && wordsBetween(tokens, from, at) < Math.floor(words)) at += 1;
  return words >= wordsBetween(tokens, from, to) ? to : at;
}

/** The equal text around equal words, as far as it goes. */
interface EqualText {
  /** It and the words, in the old text. */
  readonly range: Range;
  /** Whether it begins, or ends, where both texts do: a context of its own. */
  readonly fromBeginning: boolean;
  readonly toEnd: boolean;
}

function equalAround({ before, after }: EditScript, { from, to }: Range, at: number): EqualText {
  const end = at + to - from;
  const leftMost = Math.min(contextTokens, from, at);
  let left = 0;
  while (left < leftMost && before.ids[from - left - 1] === after.ids[at - left - 1]) left += 1;
  const rightMost = Math.min(contextTokens, before.count - to, after.count - end);
  let right = 0;
  while (right < rightMost && before.ids[to + right] === after.ids[end + right]) right += 1;
  return {
    range: { from: from - left, to: to + right },
    fromBeginning: left === from && left === at,
    toEnd: to + right === before.count && end + right === after.count,
  };
}

/**
 * With the words, what is equal on the left alone and on the right alone must each stand once in either text: then nothing
 * was taken out or put in between that could have exchanged the words for equal ones. One side is not enough: of "Yes. Yes."
 * with one deleted, each has an equal side.
 */
function contextProves(script: EditScript, { from, to }: Range, { range, fromBeginning, toEnd }: EqualText): boolean {
  const { before } = script;
  const left = { from: range.from, to };
  const right = { from, to: range.to };
  return (
    (fromBeginning || (wordsBetween(before, range.from, from) >= contextWords && standsOnceInBoth(script, left))) &&
    (toEnd || (wordsBetween(before, to, range.to) >= contextWords && standsOnceInBoth(script, right)))
  );
}

/**
 * Whether words that stand once are part of a longer equal phrase that proves itself, though a side of theirs has changed.
 * Enough for words that the edit left where they were; elsewhere, a short answer and its "he said" may have been typed again.
 */
function phraseProves(script: EditScript, { from, to }: Range, { range }: EqualText): boolean {
  const { before } = script;
  if (wordsBetween(before, from, to) < contextWords || !standsOnceInBoth(script, { from, to })) return false;
  return provesItself(script, withContext(script, { from, to }, tellingWords, range));
}

/** A range with up to so many words more on either side, within bounds. */
function withContext({ before }: EditScript, { from, to }: Range, words: number, bounds: Range): Range {
  let first = from;
  while (first > bounds.from && wordsBetween(before, first, from) < words) first -= 1;
  let last = to;
  while (last < bounds.to && wordsBetween(before, to, last) < words) last += 1;
  return { from: first, to: last };
}

/** Whether the words' paragraph is untouched, and so is what is before and after it, of which nothing was copied. */
function surroundingsProve(
  script: EditScript,
  { from, to }: Range,
  { range, fromBeginning, toEnd }: EqualText,
): boolean {
  const { before } = script;
  let start = from;
  while (start > range.from && !textBetween(before, start - 1, start).includes('\n\n')) start -= 1;
  let end = to;
  while (end < range.to && !textBetween(before, end, end + 1).includes('\n\n')) end += 1;
  // The blank lines next to the paragraph may have been copied with it.
  const ahead = { from: start - 1 - surroundingTokens, to: start - 1 };
  const behind = { from: end + 1, to: end + 1 + surroundingTokens };
  const isWhole = ({ from: first, to: last }: Range): boolean =>
    first >= range.from && last <= range.to && !isCopied(script, { from: first, to: last });
  return (
    (isWhole(ahead) || (fromBeginning && ahead.from < 0)) && (isWhole(behind) || (toEnd && behind.to > before.count))
  );
}

function standsOnceInBoth({ before, after }: EditScript, { from, to }: Range): boolean {
  const tokens = before.ids.subarray(from, to);
  return standOnce(tokens, before) && standOnce(tokens, after);
}

/**
 * The only place of the words `quoted` in the new text, where they stand once in either text, alone or with a few words
 * around them.
 */
export function onlyPlace(script: EditScript, quoted: Range): number | undefined {
  const { before, after } = script;
  const wider = withContext(script, quoted, contextWords, { from: 0, to: before.count });
  for (const { from, to } of [quoted, wider]) {
    if (!standsOnceInBoth(script, { from, to })) continue;
    return occurrencesOf(before.ids.subarray(from, to), after, 1)[0]! + quoted.from - from;
  }
  return undefined;
}
