import { type Phrase } from '../phrases';
import { type Words } from '../wordsOf';

/** Where a clause ends: at a sign or a quotation. */
export function isBoundary({ classes, quotationAt }: Words, at: number): boolean {
  return classes[at] === 'comma' || classes[at] === 'sign' || quotationAt[at] !== -1;
}

const inPhrase = /^(?:name|noun|determiner|possessive|time)$/;
const pronouns = /^(?:er|sie|es|wir|ich|man|dieser|diese|jener|niemand|jemand|viele|einige|beide)$/;
const dative = /^(?:dem|einem|ihm|ihnen|den)$/;
/** No subject of news is longer. */
const longest = 16;

/** The noun phrase that begins at a token: "die Bürgermeisterin von Jena, Ute Kamm" up to the comma; null where none begins there. */
export function phraseFrom(words: Words, first: number, last: number): Phrase | null {
  const { classes, lower } = words;
  if (first >= last || isBoundary(words, first)) return null;
  if (pronouns.test(lower[first]!) && classes[first] === 'pronoun') return { first, last: first + 1 };
  if (dative.test(lower[first]!) || !inPhrase.test(classes[first]!)) return null;
  const noun = nounPhrase(words, first, last);
  let { end } = noun;
  while (end > first && /^(?:preposition|determiner|and|time)$/.test(classes[end - 1]!)) end -= 1;
  return noun.hasNoun && end > first ? { first, last: end } : null;
}

function nounPhrase(words: Words, first: number, last: number): { end: number; hasNoun: boolean } {
  const { classes, tokens } = words;
  let end = first;
  let hasNoun = false;
  while (end < Math.min(last, first + longest) && !isBoundary(words, end) && goesOn(words, end, hasNoun)) {
    if (/^\p{Lu}/u.test(tokens[end]!.text) && classes[end] !== 'determiner') hasNoun = true;
    end += 1;
  }
  return { end, hasNoun };
}

/** Whether a noun phrase goes on with a token. */
function goesOn(words: Words, at: number, hasNoun: boolean): boolean {
  const { classes, lower, tokens } = words;
  const capital = (token: number) => /^\p{Lu}/u.test(tokens[token]?.text ?? '');
  switch (classes[at]) {
    case 'preposition':
      return hasNoun && /^(?:von|vom|für|aus|beim|im)$/.test(lower[at]!) && leadsName(words, at);
    case 'determiner':
      return !hasNoun || /^(?:der|des|die|einer|eines)$/.test(lower[at]!);
    case 'and':
      return capital(at + 1);
    case 'noun':
      // A lower-case word behind the noun is no part of it any more.
      return !hasNoun || capital(at);
    case 'name':
    case 'possessive':
    case 'time':
      return true;
    default:
      return false;
  }
}

function leadsName({ tokens, classes }: Words, at: number): boolean {
  const next = classes[at + 1] === 'determiner' ? at + 2 : at + 1;
  return /^\p{Lu}/u.test(tokens[next]?.text ?? '') && classes[next] !== 'time';
}

/** The noun phrase that fills a stretch from its beginning, insertions between commas left out: "Ute Kamm, die Bürgermeisterin,". */
export function subjectIn(words: Words, first: number, last: number): Phrase | null {
  const start = words.classes[first] === 'and' || words.classes[first] === 'but' ? first + 1 : first;
  const phrase = phraseFrom(words, start, last);
  if (!phrase) return null;
  if (phrase.last === last || words.classes[phrase.last] === 'comma')
    return { first: start, last: endOfInsertion(words, last) };
  return words.classes[phrase.last] === 'preposition' || words.classes[phrase.last] === 'adverb' ? phrase : null;
}

/** The subject of a main clause: what stands before its verb, or right behind it. */
export function germanSubject(words: Words, first: number, last: number): Phrase | null {
  const before = phraseFrom(words, first, last);
  if (before) return before;
  for (let at = first + 1; at < last - 1; at += 1) {
    if (words.quotationAt[at] !== -1) return null;
    if (/^(?:be|auxiliary|cue)$/.test(words.classes[at]!) || looksFinite(words, at))
      return phraseFrom(words, at + 1, last);
  }
  return null;
}

/** "sparte der Präsident": a word like a verb, before an article or a name. */
function looksFinite({ classes, tokens }: Words, at: number): boolean {
  const behind = classes[at + 1]!;
  return (
    classes[at] === 'noun' &&
    /^\p{Ll}+(?:t|te|ten|en)$/u.test(tokens[at]!.text) &&
    (behind === 'determiner' || behind === 'pronoun')
  );
}

function endOfInsertion({ classes }: Words, last: number): number {
  return classes[last - 1] === 'comma' ? last - 1 : last;
}
