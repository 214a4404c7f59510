/** A stretch of a text: code points from its start, half-open, and the words that stand there. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** How many code points before and after a span are kept to find it again (W3C TextQuoteSelector). */
const contextLength = 32;

// A letter or digit that belongs to a word with its neighbours; scripts written without spaces have no such borders.
const wordCharacter =
  '(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}])[\\p{L}\\p{M}\\p{N}]';
const startsInWord = new RegExp(`^${wordCharacter}`, 'u');
const endsInWord = new RegExp(`${wordCharacter}$`, 'u');

/** How many code points a text has. (A JavaScript string counts UTF-16 units.) */
export function codePointCount(text: string): number {
  return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
}

/** How many code points lie between two marks of a text. */
const stride = 1024;

/**
 * The text that was asked about last, and the index in UTF-16 units of every 1024th code point; no marks where each code point is
 * one unit. Many spans of one body are cut one after the other, and none of them must walk through all of it.
 */
let asked: { readonly text: string; readonly marks: readonly number[] | null } = { text: '', marks: null };

function marksOf(text: string): readonly number[] | null {
  if (asked.text !== text) asked = { text, marks: /[\uD800-\uDBFF]/.test(text) ? marksIn(text) : null };
  return asked.marks;
}

function marksIn(text: string): number[] {
  const marks: number[] = [];
  let counted = 0;
  for (let index = 0; index < text.length; index += text.codePointAt(index)! > 0xffff ? 2 : 1) {
    if (counted % stride === 0) marks.push(index);
    counted += 1;
  }
  return marks;
}

/** The index in UTF-16 units of the code point at `offset`; the end of the text where it is shorter. */
function indexAt(text: string, offset: number): number {
  const marks = marksOf(text);
  if (!marks) return Math.min(offset, text.length);
  let index = marks[Math.floor(offset / stride)] ?? text.length;
  for (let left = offset % stride; left > 0 && index < text.length; left -= 1) {
    index += text.codePointAt(index)! > 0xffff ? 2 : 1;
  }
  return index;
}

/** The words from `start` up to, not including, `end`, counted in code points: what PostgreSQL's `substring` gives. */
export function wordsAt(text: string, start: number, end: number): string {
  return text.slice(indexAt(text, start), indexAt(text, Math.max(start, end)));
}

/** Every place where `words` stand in `text` as whole words, to the letter, in order. */
export function occurrencesOf(words: string, text: string): Span[] {
  const found: Span[] = [];
  if (words === '') return found;
  const length = codePointCount(words);
  let counted = 0;
  let start = 0;
  for (let index = text.indexOf(words); index >= 0; index = text.indexOf(words, index + 1)) {
    start += codePointCount(text.slice(counted, index));
    counted = index;
    if (isWhole(text, index, index + words.length)) found.push({ start, end: start + length, text: words });
  }
  return found;
}

function isWhole(text: string, from: number, to: number): boolean {
  // Two units hold the last, or the first, code point entirely, whatever its size.
  const cutsBefore =
    endsInWord.test(text.slice(Math.max(0, from - 2), from)) && startsInWord.test(text.slice(from, from + 2));
  const cutsAfter = endsInWord.test(text.slice(Math.max(0, to - 2), to)) && startsInWord.test(text.slice(to, to + 2));
  return !cutsBefore && !cutsAfter;
}

/** The words just before the code point at `start`: 32 code points at the most, beginning with a whole word. */
export function wordsBefore(text: string, start: number): string {
  const near = wordsAt(text, Math.max(0, start - contextLength), start);
  if (start <= contextLength) return near;
  const cut = /\S$/.test(wordsAt(text, start - contextLength - 1, start - contextLength));
  const whole = cut ? near.replace(/^\S*\s*/, '') : near.trimStart();
  return whole === '' ? near : whole;
}

/** The words from the code point at `end` on: 32 code points at the most, ending with a whole word. */
export function wordsAfter(text: string, end: number): string {
  const near = wordsAt(text, end, end + contextLength);
  const next = wordsAt(text, end + contextLength, end + contextLength + 1);
  if (next === '') return near;
  const whole = /\S/.test(next) ? near.replace(/\s*\S*$/, '') : near.trimEnd();
  return whole === '' ? near : whole;
}
