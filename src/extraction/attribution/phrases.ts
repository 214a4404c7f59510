import { type TokenClass, type Words } from './wordsOf';

/** Tokens `first` up to, not including, `last`. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
}

const inPhrase: ReadonlySet<TokenClass> = new Set([
  'name',
  'noun',
  'ing',
  'determiner',
  'preposition',
  'possessive',
  'pronoun',
  'time',
  'objectPronoun',
]);
const nominal: ReadonlySet<TokenClass> = new Set(['name', 'noun', 'pronoun', 'relative', 'determiner', 'time', 'ing']);
const alone: ReadonlySet<TokenClass> = new Set(['pronoun', 'relative']);
/** No noun phrase of news is longer; what is longer is a list, or no sentence. */
const longest = 40;

/** Whether a word can be inside a noun phrase: no sign, no verb, no quotation. */
function belongs(words: Words, at: number): boolean {
  const token = words.tokens[at]!;
  if (words.quotationAt[at] !== -1) return false;
  return inPhrase.has(words.classes[at]!) || token.text === '-' || token.text === '%' || token.text === '$';
}

/**
 * The noun phrase that ends before token `end`, inside the sentence that begins at `from`: "a spokesman for the mayor", "he".
 * A relative pronoun is given with what it refers to.
 */
export function phraseBefore(words: Words, end: number, from: number): Phrase | null {
  const last = end - 1;
  if (last < from || words.quotationAt[last] !== -1) return null;
  const { classes } = words;
  const ending = classes[last]!;
  if (ending === 'relative') return withAntecedent(words, last, from);
  if (ending === 'pronoun' && words.lower[last] !== 'one' && classes[last - 1] !== 'determiner')
    return { first: last, last: end };
  if (!belongs(words, last) || !(nominal.has(ending) || isOfThem(words, last))) return null;
  let first = last;
  while (first > from && first > end - longest && extendsLeft(words, first, from)) first -= 1;
  first = withoutLeadingPreposition(words, first, end);
  return first < end && hasNominal(words, first, end) ? { first, last: end } : null;
}

/** Whether the phrase that begins at `first` goes on to the left. */
function extendsLeft(words: Words, first: number, from: number): boolean {
  const { classes } = words;
  const left = classes[first - 1]!;
  if (words.quotationAt[first - 1] !== -1) return false;
  if (left === 'and') return first - 2 >= from && isList(words, first);
  // A determiner begins a phrase, unless a preposition leads on ("a spokesman for the mayor").
  if (classes[first] === 'determiner' && left !== 'preposition' && left !== 'determiner') return false;
  if (left === 'to') return first - 2 >= from && isAideTo(words, first);
  if (classes[first] === 'pronoun') return left === 'determiner' || left === 'preposition';
  if (left === 'pronoun' && alone.has(left))
    return words.lower[first - 1] === 'one' || classes[first] === 'preposition';
  return belongs(words, first - 1);
}

/** "Trump and Sanders say", but not "he left and Rubio said". */
function isList({ classes, lower }: Words, first: number): boolean {
  const one = classes[first - 2];
  return classes[first] === one && (one === 'name' || (one === 'noun' && /s$/.test(lower[first - 2]!)));
}

/** "most of them", "those close to him" */
function isOfThem({ classes, lower }: Words, at: number): boolean {
  return classes[at] === 'objectPronoun' && /^(?:of|to)$/.test(lower[at - 1] ?? '');
}

/** "aides to Clinton": a noun leads to whom it belongs. */
function isAideTo({ classes }: Words, first: number): boolean {
  return /^(?:noun|ing)$/.test(classes[first - 2]!) && /^(?:name|determiner|objectPronoun)$/.test(classes[first]!);
}

/** "In Washington on Monday officials": what a preposition leads in comes before the phrase. */
function withoutLeadingPreposition({ classes }: Words, first: number, end: number): number {
  if (classes[first] !== 'preposition') return first;
  let start = first;
  for (let at = first; at < end; at += 1) if (classes[at] === 'preposition') start = at + 1;
  return start;
}

function hasNominal({ classes }: Words, first: number, last: number): boolean {
  for (let at = first; at < last; at += 1) {
    if (classes[at] === 'name' || classes[at] === 'noun' || classes[at] === 'pronoun') return true;
    if (classes[at] === 'determiner' && at === last - 1 && last - first <= 2) return true;
  }
  return false;
}

/** "Elizabeth Warren, who" as one phrase. */
function withAntecedent(words: Words, relative: number, from: number): Phrase {
  const end = words.classes[relative - 1] === 'comma' ? relative - 1 : relative;
  const before = end > from ? phraseBefore(words, end, from) : null;
  return { first: before?.first ?? relative, last: relative + 1 };
}

/** The noun phrase that begins at token `first`, before token `to`: "the mayor", "Jamie Firestone". */
export function phraseAfter(words: Words, first: number, to: number): Phrase | null {
  const { classes } = words;
  if (first >= to || words.quotationAt[first] !== -1) return null;
  if (classes[first] === 'pronoun') return { first, last: first + 1 };
  if (!nominal.has(classes[first]!) || classes[first] === 'relative') return null;
  let last = first + 1;
  const end = Math.min(to, first + longest);
  while (last < end && (belongs(words, last) || joins(words, last, end)) && !endsPhrase(words, last)) last += 1;
  while (last > first && /^(?:preposition|time|determiner)$/.test(classes[last - 1]!) && last - 1 > first) last -= 1;
  return last > first && hasNominal(words, first, last) ? { first, last } : null;
}

/** Prepositions that lead in no part of a noun phrase: "said Lee after the vote". */
const adverbial =
  /^(?:after|before|during|despite|since|until|about|as|like|than|regarding|concerning|including|per|via|amid|throughout|over|against)$/;

function endsPhrase({ classes, lower }: Words, at: number): boolean {
  return classes[at] === 'pronoun' || (classes[at] === 'preposition' && adverbial.test(lower[at]!));
}

function joins({ classes }: Words, at: number, to: number): boolean {
  return classes[at] === 'and' && at + 1 < to && classes[at - 1] === 'name' && classes[at + 1] === 'name';
}

/** What leads in several people or things, or stands for them: "those surveyed", "two". */
export const manyOf = /^(?:those|these|all|half|several|few|dozens|two|three|four|five|six|seven|eight|nine|ten)$/;

/** Whether a phrase can be the subject of a verb in the plural: "officials", "they", "Trump and Sanders". */
export function isPlural(words: Words, { first, last }: Phrase): boolean {
  let head = first;
  while (head + 1 < last && words.classes[head + 1] !== 'preposition' && words.classes[head + 1] !== 'comma') head += 1;
  const word = words.lower[head]!;
  if (words.classes[last - 1] === 'relative') return true;
  return (
    /[^s’']s$/.test(word) ||
    /^(?:i|we|you|they|people|police|many|some|most|others|both|two|three|four|five|few|several)$/.test(word) ||
    manyOf.test(words.lower[first]!) ||
    /^\d/.test(words.lower[head]!) ||
    /^(?:percent|half|majority|surveyed|polled)$/.test(word) ||
    words.classes.slice(first, last).includes('and')
  );
}
