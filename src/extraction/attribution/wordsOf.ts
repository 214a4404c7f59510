import { type VerbForm, type WordClass } from '../languages/language';
import { type Quotation } from '../quotations/quotations';
import { type ReadText } from '../text/readText';

/** What a token does in its sentence: a class of the language's word list, or one told by its form. */
export type TokenClass = WordClass | 'cue' | 'name' | 'noun' | 'ing' | 'possessive' | 'comma' | 'sign';

/** A read text with the class of each token, and which quotation it stands in. */
export interface Words extends ReadText {
  readonly classes: readonly TokenClass[];
  /** The index of the quotation around each token, its marks included; -1 outside of quotations. */
  readonly quotationAt: Int32Array;
  /** The index of each token's sentence. */
  readonly sentenceAt: Int32Array;
  readonly lower: readonly string[];
  readonly quotations: readonly Quotation[];
}

/** Classes the tokens of a text. */
export function wordsOf(read: ReadText, quotations: readonly Quotation[]): Words {
  const { tokens, sentences } = read;
  const quotationAt = new Int32Array(tokens.length).fill(-1);
  quotations.forEach(({ spans }, index) => {
    for (const { open, close, last } of spans) quotationAt.fill(index, open, close === null ? last : close + 1);
  });
  const sentenceAt = new Int32Array(tokens.length);
  sentences.forEach(({ first, last }, index) => sentenceAt.fill(index, first, last));
  const lower = tokens.map((token) => token.text.toLowerCase());
  const classes: TokenClass[] = [];
  tokens.forEach((_, at) =>
    classes.push(classOf(read, lower, at, sentences[sentenceAt[at]!]!.first, [classes[at - 1], classes[at - 2]])),
  );
  return { ...read, classes, quotationAt, sentenceAt, lower, quotations };
}

function classOf(
  read: ReadText,
  lower: readonly string[],
  at: number,
  sentenceStart: number,
  [before, beforeThat]: readonly (TokenClass | undefined)[],
): TokenClass {
  const { tokens, language } = read;
  const { text, kind } = tokens[at]!;
  if (kind === 'SIGN') return signClass(text);
  const word = lower[at]!;
  const listed = language.classes.get(word);
  const capital = /^\p{Lu}/u.test(text);
  // "May" and "Will" inside a sentence are names; so is "Report" in "Border Report".
  const begins = at === sentenceStart || tokens[at - 1]!.kind === 'SIGN';
  if (text === 'US' || (capital && !begins && mayBeName.has(listed))) return 'name';
  if (listed) return isPossessive(word, before) ? 'possessive' : listed;
  return openClass(read, word, capital, { before, beforeThat, previous: lower[at - 1] ?? '' });
}

interface Before {
  readonly before: TokenClass | undefined;
  readonly beforeThat: TokenClass | undefined;
  /** The word before, in lower case. */
  readonly previous: string;
}

/** The class of a word that no list has: told by its form, and by what stands before it. */
function openClass(
  { language }: ReadText,
  word: string,
  capital: boolean,
  { before, beforeThat, previous }: Before,
): TokenClass {
  const form = language.cues.get(word)?.form;
  if (!form) return capital ? 'name' : classByEnding(word, before);
  const adjective = before === 'noun' && form === 'base' && !previous.endsWith('s');
  return isNounHere(form, adjective ? beforeThat : before) ? 'noun' : 'cue';
}

/** "has long said" */
function isBetweenVerbs(word: string, before: TokenClass | undefined): boolean {
  return before === 'auxiliary' && /^(?:long|twice)$/.test(word);
}

/** "the report", "the congressional report", "his claims": what may be a verb is none behind an article. */
function isNounHere(form: VerbForm, before: TokenClass | undefined): boolean {
  if (form === 'past' || form === 'ing') return false;
  return before === 'determiner' || before === 'possessive' || before === 'preposition';
}

/** Rubio’s; but: he’s. */
function isPossessive(word: string, before: TokenClass | undefined): boolean {
  return /^['’]s$/.test(word) && (before === 'noun' || before === 'name' || before === 'ing' || before === 'time');
}

const mayBeName: ReadonlySet<WordClass | undefined> = new Set([undefined, 'auxiliary', 'verb'] as const);

function signClass(text: string): TokenClass {
  if (text === ',') return 'comma';
  return text === '&' ? 'and' : 'sign';
}

function classByEnding(word: string, before: TokenClass | undefined): TokenClass {
  if (/..ly$/.test(word) || isBetweenVerbs(word, before)) return 'adverb';
  return /...ing$/.test(word) ? 'ing' : 'noun';
}
