import { type QuotedSpan } from '../quotations/quotations';
import { type QuoteSource } from './sourcesBeside';
import { type Words } from './wordsOf';

/** Whether quotation marks hold somebody's words, and not a title of a work, a nickname or a word that is held at arm's length. */
export function isQuoted(words: Words, span: QuotedSpan, source: QuoteSource | null): boolean {
  const length = wordCount(words, span);
  if (length === 0) return false;
  if (source?.way === 'signed' || (source?.way === 'tail' && beginsSentence(words, span))) return true;
  if (isName(words, span, source, length)) return false;
  // Whose words they are is told nowhere: then only a sentence of its own is a quote.
  if (!source) return length >= fewest && beginsSentence(words, span);
  if (source.way === 'turn') return length >= fewest;
  return source.way !== 'subject' || length >= fewest || !isEpithet(words, span);
}

/** Whether what the marks hold is called so: a title, a nickname, a slogan. */
function isName(words: Words, span: QuotedSpan, source: QuoteSource | null, length: number): boolean {
  if (words.language.code === 'de' && isNounPhrase(words, span, source, length)) return true;
  return isTitleHere(words, span, source, length) || isNickname(words, span, length) || isCalled(words, span);
}

/** The so-called “free” zone, under the slogan “Freedom for all”. */
function isCalled({ lower, language }: Words, { open }: QuotedSpan): boolean {
  const before = lower[open - 1] ?? '';
  return before === 'so-called' || language.titled.has(before);
}

function beginsSentence({ sentences, sentenceAt }: Words, { open }: QuotedSpan): boolean {
  return sentences[sentenceAt[open]!]!.first === open;
}

/** In German a word or two inside a sentence are seldom said by anybody: the party „Thai Rak Thai“, the „Kesselhaus“. */
function isNounPhrase(words: Words, span: QuotedSpan, source: QuoteSource | null, length: number): boolean {
  if (beginsSentence(words, span) || words.tokens[span.open - 1]!.text === ':') return false;
  // „…“ is what somebody called a thing: nannte den Bericht eine „Zeitungsente“.
  if (source?.lemma === 'nennen' || source?.lemma === 'bezeichnen') return false;
  return length <= 2 || (length <= fewest && (!source || source.way === 'subject' || isTitle(words, span, length)));
}

/** A title by its capitals, and by what it stands behind where it is short or somebody could have said it. */
function isTitleHere(words: Words, span: QuotedSpan, source: QuoteSource | null, length: number): boolean {
  if (source?.way === 'lead' && isLed(words, span, source)) return false;
  return isTitle(words, span, length) && (!source || length > fewest || isNamed(words, span));
}

/** The “establishment” candidate, George “Jay” Keyworth: a word before the word that it describes. */
function isEpithet({ classes }: Words, { close }: QuotedSpan): boolean {
  const next = close === null ? undefined : classes[close + 1];
  return next === 'noun' || next === 'name';
}

/** George “Jay” Keyworth */
function isNickname({ classes, tokens }: Words, { open, close, first }: QuotedSpan, length: number): boolean {
  if (length > 3 || close === null || classes[open - 1] !== 'name' || classes[close + 1] !== 'name') return false;
  return /^\p{Lu}/u.test(tokens[first]!.text) && !/[,.!?]/.test(tokens[close - 1]!.text);
}

/** Titles follow what they are titles of: the film “Up”, on CNN’s “State of the Union”. */
function isNamed({ classes, lower, language }: Words, { open }: QuotedSpan): boolean {
  const before = classes[open - 1];
  const naming = language.cues.get(lower[open - 1] ?? '');
  return (
    (naming !== undefined && language.naming.has(naming.lemma)) ||
    before === 'possessive' ||
    before === 'comma' ||
    before === 'noun' ||
    /^(?:on|in)$/.test(lower[open - 1] ?? '')
  );
}

/** Words that nobody is named for are a quote from this number on. */
const fewest = 4;

/** A comma, colon or the verb itself leads to the words: said, “Yes”; but not: said on “Meet the Press”, is called “Up”. */
function isLed({ tokens, language }: Words, { open }: QuotedSpan, { cue, lemma }: QuoteSource): boolean {
  if (lemma !== null && language.naming.has(lemma)) return false;
  return /^[,:]$/.test(tokens[open - 1]!.text) || cue?.last === open;
}

function wordCount({ tokens }: Words, { first, last }: QuotedSpan): number {
  let count = 0;
  for (let at = first; at < last; at += 1) if (tokens[at]!.kind !== 'SIGN') count += 1;
  return count;
}

const longestTitle = 14;

/** All words begin with a capital, but for those that titles write small. */
function isTitle({ tokens, classes }: Words, { first, last }: QuotedSpan, length: number): boolean {
  if (length > longestTitle) return false;
  let capitals = 0;
  for (let at = first; at < last; at += 1) {
    const { text, kind } = tokens[at]!;
    if (kind === 'SIGN' || kind === 'NUMBER') continue;
    if (/^\p{Lu}/u.test(text)) capitals += 1;
    else if (!/^(?:determiner|preposition|and|to|possessive|be)$/.test(classes[at]!)) return false;
  }
  return capitals > 0;
}
