import { type TokenClass, type Words } from './wordsOf';

/** The auxiliaries and adverbs before a verb, and what they make of it. */
export interface VerbGroup {
  /** The first token of the group. */
  readonly first: number;
  readonly has: 'none' | 'auxiliary' | 'be' | 'to';
  /** The word on which the infinitive depends: "expected" in "is expected to say". */
  readonly governor: number | null;
  /** "not", "never", "no longer" stands in the group or right before it; "not only" doesn't count. */
  readonly isNegated: boolean;
}

/** How far before "to say" the word stands on which it depends: "is expected on Monday to say". */
const reach = 5;
const between: ReadonlySet<TokenClass> = new Set(['adverb', 'preposition', 'time'] as const);

/** The verb group that ends with token `verb`; null for an infinitive that depends on another word: "the right to say". */
export function verbGroup(words: Words, verb: number, from: number): VerbGroup | null {
  const { classes, quotationAt } = words;
  let first = verb;
  let has: VerbGroup['has'] = 'none';
  let governor: number | null = null;
  while (first > from && quotationAt[first - 1] === -1) {
    const left = classes[first - 1]!;
    if (left === 'auxiliary' || left === 'be') {
      if (has === 'none') has = left;
    } else if (left === 'to' && has === 'none') {
      governor = governorOf(words, first - 1, from);
      if (governor === null) return null;
      has = 'to';
      first = governor + 1;
    } else if (left !== 'adverb' && left !== 'not') break;
    first -= 1;
  }
  // Adverbs belong to the group only between its verbs.
  while (first < verb && (classes[first] === 'adverb' || classes[first] === 'not')) first += 1;
  return { first, has, governor, isNegated: isNegated(words, first, verb, from) };
}

/** The word before an infinitive: "went on to say", "is expected to announce", "refused to say". */
function governorOf({ classes, lower, language }: Words, to: number, from: number): number | null {
  const { withholding, advance } = language.polarity;
  for (let at = to - 1; at >= Math.max(from, to - reach); at -= 1) {
    if (withholding.has(lower[at]!) || advance.has(lower[at]!)) return at;
    // "are more likely to say"
    if (classes[at] === 'verb') return at > from ? at : null;
    if (!between.has(classes[at]!)) return null;
  }
  return null;
}

function isNegated({ classes, lower, language }: Words, first: number, verb: number, from: number): boolean {
  const { notOnly, hardly } = language.polarity;
  let start = first;
  while (start > from && (classes[start - 1] === 'adverb' || classes[start - 1] === 'not')) start -= 1;
  for (let at = start; at < verb; at += 1) {
    if (hardly.has(lower[at]!) || (lower[at] === 'longer' && lower[at - 1] === 'no')) return true;
    if (classes[at] === 'not' && !notOnly.has(lower[at + 1] ?? '')) return true;
  }
  return lower[first - 1] === 'longer' && lower[first - 2] === 'no';
}
