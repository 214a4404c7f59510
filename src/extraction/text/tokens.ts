/** What a token is made of: letters, a number, or one sign (a sign may be repeated: "...", "--"). */
export type TokenKind = 'WORD' | 'NUMBER' | 'SIGN';

/** A word, number or sign of a text, cut as the treebanks of news cut it: "Rubio" + "’s", "U.S.", "$" + "1.13bn". */
export interface Token {
  readonly text: string;
  /** Half-open, in UTF-16 units of the text: `text.slice(start, end)`. Only what leaves extraction counts code points. */
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
}

const letter = '[\\p{L}\\p{M}]';
const alnum = '[\\p{L}\\p{M}\\p{N}]';

// Each alternative takes what it reads or fails at its first letters, so that no text is read more than a few times over.
const token = new RegExp(
  [
    '(?:https?://|www\\.)[^\\s<>"“”]+', // an address
    `[@#]${alnum}(?:${alnum}|_)*`, // a handle
    '(?:\\p{L}\\.){2,}', // U.S., p.m.
    `(?<number>\\p{N}+(?:[.,:]\\p{N}+)*(?:${letter}${alnum}*)?(?:-${alnum}+)*)`, // 1,000.5  10th  1.13bn  45-year-old
    `(?<word>${letter}${alnum}*(?:(?:[-'’_&]|\\.(?=\\p{Ll}))${alnum}+)*)`, // vice-president, O’Malley, AT&T, Amazon.com
    "\\.{2,}|-{2,}|''|``", // signs of several characters
    '\\S',
  ].join('|'),
  'gu',
);

const clitic = /(?:['’](?:s|re|ve|ll|d|m)|n['’]t)$/i;

/**
 * Cuts a text into words, numbers and signs, blanks left out.
 * @param abbreviations words, in lower case and without their full stop, that keep it: "mr", "gov".
 */
export function tokensOf(text: string, abbreviations: ReadonlySet<string>): Token[] {
  const tokens: Token[] = [];
  const add = (start: number, end: number, kind: TokenKind) => {
    if (end > start) tokens.push({ text: text.slice(start, end), start, end, kind });
  };
  token.lastIndex = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [found] = match;
    const start = match.index;
    let end = start + found.length;
    const { word, number } = match.groups!;
    if (number !== undefined) add(start, end, 'NUMBER');
    else if (word === undefined) add(start, end, /^[\p{L}@#w]/u.test(found) ? 'WORD' : 'SIGN');
    else {
      if (text[end] === '.' && keepsStop(text, end, word, abbreviations)) token.lastIndex = end += 1;
      const cut = end - (clitic.exec(word)?.[0].length ?? 0);
      add(start, cut, 'WORD');
      add(cut, end, 'WORD');
    }
  }
  return tokens;
}

/** An abbreviation keeps its full stop, and so does an initial before a name ("George W. Bush"). */
function keepsStop(text: string, stop: number, word: string, abbreviations: ReadonlySet<string>): boolean {
  if (abbreviations.has(word.toLowerCase())) return true;
  return word.length === 1 && /^\p{Lu}$/u.test(word) && /^ \p{Lu}/u.test(text.slice(stop + 1, stop + 4));
}
