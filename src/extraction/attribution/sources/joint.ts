import { type Phrase } from '../phrases';
import { type Words } from '../wordsOf';
import { headOf, type Known } from './heads';

/** No list of speakers is longer. */
const most = 6;

/**
 * The parts of a source that speak as one: "Superintendent Kyla Johns, chief officer Preston Todd, and Rita Joll". Each must be a name;
 * anything else is one source.
 */
export function jointSources(known: Known, source: Phrase): Phrase[] {
  const whole = withOthersBefore(known, source);
  const parts = partsOf(known.words, whole);
  const named = parts.every((part) => headOf(known, part) !== null);
  return parts.length > 1 && parts.length <= most && named ? parts : [source];
}

/** Takes in the names before "and" that a list begins with, where it begins a clause. */
function withOthersBefore(known: Known, source: Phrase): Phrase {
  const { words } = known;
  const { first } = words.sentences[words.sentenceAt[source.first]!]!;
  const { classes, lower } = words;
  let begin = source.first;
  for (let count = 1; count < most; count += 1) {
    let end = begin;
    if (classes[end - 1] === 'and') end -= 1;
    else if (count === 1) return source;
    if (classes[end - 1] === 'comma') end -= 1;
    if (end === begin || end <= first) break;
    const part = { first: partStart(words, end, first), last: end };
    if (part.first === end || !headOf(known, part)) break;
    begin = part.first;
  }
  if (lower[begin - 1] === 'both') return { first: begin, last: source.last };
  const before = begin > first ? classes[begin - 1]! : 'sign';
  return /^(?:sign|that|subordinator|comma)$/.test(before) ? { first: begin, last: source.last } : source;
}

function partStart({ classes, lower, quotationAt }: Words, end: number, from: number): number {
  let start = end;
  while (
    start > from &&
    quotationAt[start - 1] === -1 &&
    /^(?:name|noun|determiner|possessive|cue)$/.test(classes[start - 1]!)
  ) {
    if (lower[start - 1] === 'both') break;
    start -= 1;
  }
  return start;
}

/** Cut at "and" and at commas. */
function partsOf({ classes }: Words, { first, last }: Phrase): Phrase[] {
  if (!classes.slice(first, last).includes('and')) return [{ first, last }];
  const parts: Phrase[] = [];
  let start = first;
  for (let at = first; at <= last; at += 1) {
    if (at < last && classes[at] !== 'and' && classes[at] !== 'comma') continue;
    if (at > start) parts.push({ first: start, last: at });
    start = at + 1;
  }
  return parts;
}
