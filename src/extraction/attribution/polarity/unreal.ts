import { type Sentence } from '../../text/sentences';
import { type Phrase } from '../phrases';
import { type VerbGroup } from '../verbGroup';
import { type Words } from '../wordsOf';

/** Whether a clause tells of what may happen: "If the mayor says", "until she says", "asked whether he had said". */
export function isConditional(words: Words, source: Phrase, verb: number, { first }: Sentence): boolean {
  const { lower, classes, language } = words;
  const { conditions } = language.polarity;
  // The subject of "said" in "Said Rubio" stands behind it.
  let at = Math.min(source.first, verb) - 1;
  while (at >= first && (classes[at] === 'adverb' || classes[at] === 'not')) at -= 1;
  if (at < first) return false;
  if (conditions.has(lower[at]!)) return true;
  // "provided that the mayor says"
  const that = classes[at] === 'that' ? (lower[at - 1] ?? '') : lower[at]!;
  return /^(?:provided|providing|assuming|suppose|supposing|imagine)$/.test(that);
}

/** Whether the auxiliary stands before the subject: "Did the mayor say", "Had he said so", "nor did she say". */
export function isInverted(
  { classes, lower }: Words,
  { first }: Phrase,
  group: VerbGroup,
  sentence: Sentence,
): boolean {
  if (first <= sentence.first || group.first < first) return false;
  const before = classes[first - 1]!;
  return before === 'auxiliary' && group.has === 'none' && !/^['’]/.test(lower[first - 1]!);
}

/** Whether a sentence asks, outside of quotation marks. What stands beside a quotation in it is left out: “We won,” he said, but did they? */
export function isQuestion({ tokens, quotationAt }: Words, { first, last }: Sentence, verb: number): boolean {
  if (tokens[last - 1]!.text !== '?' || quotationAt[last - 1] !== -1) return false;
  for (let at = first; at < verb; at += 1) if (quotationAt[at] !== -1) return false;
  return true;
}
