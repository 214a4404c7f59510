import { codePointCount } from '../../text/spans';

/** A text cut into words, blanks and signs, without a gap: token `i` is `[starts[i], starts[i + 1])`. */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  /** Equal tokens have equal ids, in all texts cut with the same vocabulary. */
  readonly ids: Int32Array;
  /** Where each begins, in code points; one more entry for the end of the text. */
  readonly starts: Int32Array;
  /** The same in UTF-16 units. */
  readonly units: Int32Array;
  /** How many words stand before each token, in quarters (see `quarters`); one more entry for all of them. */
  readonly quartersBefore: Int32Array;
}

/** The ids given to tokens so far. */
export type Vocabulary = Map<string, number>;

const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
// Marks stay with the sign they stand on: a letter that gets an accent is another letter.
const marks = '(?:\\p{M}|\\u200c|\\u200d|\\u00ad)*';
const letters = `(?:(?![${unspaced}])[\\p{L}\\p{N}]${marks})+`;
const picture = '\\p{Extended_Pictographic}(?:\\ufe0f|\\p{Emoji_Modifier})*';
const token = new RegExp(
  [
    `(${letters}(?:['’]${letters}|(?<=\\p{N})[.,](?=\\p{N})${letters})*)`, // don’t, 1,000.5
    `([${unspaced}]${marks})`,
    '\\s+',
    '\\p{Regional_Indicator}{2}',
    `${picture}(?:\\u200d${picture})*`,
    `[^]${marks}`,
  ].join('|'),
  'gu',
);

/** A word counts four, a letter of a script written without blanks between words one: words there have several. */
function quarters(match: RegExpExecArray): number {
  if (match[1] !== undefined) return 4;
  return match[2] === undefined ? 0 : 1;
}

/** Cuts a text into tokens; `vocabulary` learns the new ones. Time grows with the length of the text only. */
export function tokensOf(text: string, vocabulary: Vocabulary): Tokens {
  const oneUnitEach = !/[\uD800-\uDBFF]/.test(text);
  const ids: number[] = [];
  const units = [0];
  const starts = [0];
  const quartersBefore = [0];
  for (const match of text.matchAll(token)) {
    const [words] = match;
    const last = ids.length;
    let id = vocabulary.get(words);
    if (id === undefined) vocabulary.set(words, (id = vocabulary.size));
    ids.push(id);
    units.push(units[last]! + words.length);
    starts.push(starts[last]! + (oneUnitEach ? words.length : codePointCount(words)));
    quartersBefore.push(quartersBefore[last]! + quarters(match));
  }
  return {
    text,
    count: ids.length,
    ids: Int32Array.from(ids),
    starts: Int32Array.from(starts),
    units: Int32Array.from(units),
    quartersBefore: Int32Array.from(quartersBefore),
  };
}

/** How many words tokens `from` up to, not including, `to` hold. */
export function wordsBetween(tokens: Tokens, from: number, to: number): number {
  return (tokens.quartersBefore[to]! - tokens.quartersBefore[from]!) / 4;
}

/** The text of tokens `from` up to, not including, `to`. */
export function textBetween(tokens: Tokens, from: number, to: number): string {
  return tokens.text.slice(tokens.units[from], tokens.units[to]);
}

/** The token that holds the code point at `offset`. */
export function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (tokens.starts[middle]! <= offset) low = middle;
    else high = middle;
  }
  return low;
}
