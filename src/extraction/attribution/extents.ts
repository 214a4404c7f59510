import { type PlacedReport } from './nested';
import { type Phrase } from './phrases';
import { type Words } from './wordsOf';

/** Whether a quotation belongs to a report's words: it is a part of them, or is no quote at all ("a so-called 'safe' dam"). */
export type Owned = (quotation: number, report: number) => boolean;

/** How many tokens somebody's reported words may have: more than a sentence of news has. A longer stretch is nobody's statement. */
const longestStretch = 300;

/**
 * The part of a stretch that runs from its beginning (or its end) to the first quotation that holds other words; null
 * where it is too long.
 * @param part whether the stretch begins (`first`) or ends (`last`) where the report stands
 */
export function stretch(
  words: Words,
  first: number,
  last: number,
  part: 'first' | 'last',
  mine: (quotation: number) => boolean,
): Phrase | null {
  const { quotationAt } = words;
  const free = (at: number) => quotationAt[at] === -1 || mine(quotationAt[at]!);
  let [start, end] = [first, last];
  const isTooLong = () => end - start > longestStretch;
  if (part === 'last') for (start = end; start > first && free(start - 1) && !isTooLong();) start -= 1;
  else
    for (end = start; end < last && free(end) && !isTooLong();) {
      end += 1;
      if (isLastOfThem(words, end, last, start)) break;
    }
  return end > start && !isTooLong() ? { first: start, last: end } : null;
}

/** What goes on behind a quotation inside of reported words: “safe” for lorries; but no more: “safe” in a letter. */
const goesOn = /^(?:be|auxiliary|verb|and|noun|name|possessive|to|cue|ing)$/;
const goingOn = /^(?:of|for|to|from|with|against|than|as)$/;

/** Whether a quotation ends before token `end` that is the last of the reported words, though the sentence goes on. */
function isLastOfThem({ quotationAt, classes, lower }: Words, end: number, last: number, start: number): boolean {
  const quotation = quotationAt[end - 1]!;
  if (quotation === -1 || quotationAt[end] === quotation || end >= last) return false;
  const opens = quotationAt[start] === quotation;
  return !goesOn.test(classes[end]!) && (opens || !goingOn.test(lower[end]!));
}

/** Up to the next report that the same speaker, or another, makes behind a comma or conjunction. */
export function endOf({ classes }: Words, last: number, following: PlacedReport | null): number {
  if (!following) return last;
  const { way, cue, source } = following;
  const start = way === 'shared' ? cue.first : Math.min(source.first, cue.first);
  const before = classes[start - 1];
  const separate =
    way === 'accordingTo' || way === 'shared' || before === 'comma' || before === 'but' || before === 'and';
  return separate ? start : last;
}

/** Without the signs and joining words at its ends; and without what only led to other words. */
export function trimmed(words: Words, { first, last }: Phrase, sentenceEnd: number): Phrase | null {
  const { classes, tokens, quotationAt, lower } = words;
  let [start, end] = [first, last];
  const leads = /^(?:comma|sign|and|but|that|subordinator)$/;
  // "A: It will hold": the letter of a speaker in an interview.
  if (/^[QA]$/.test(tokens[start]?.text ?? '') && tokens[start + 1]?.text === ':') start += 2;
  const led = last < sentenceEnd && quotationAt[last] !== -1 ? /^(?:preposition|determiner|adverb)$/ : null;
  const isSign = (at: number) => /^(?:comma|that)$/.test(classes[at]!) || /^[.:;—–)]$|^--$/.test(lower[at]!);
  while (start < end && isSign(start)) start += 1;
  const isLoose = (at: number) =>
    (leads.test(classes[at]!) || led?.test(classes[at]!)) && !/^(?:%|\)|once)$/.test(lower[at]!);
  while (end > start && quotationAt[end - 1] === -1 && isLoose(end - 1)) end -= 1;
  return end > start ? { first: start, last: end } : null;
}
