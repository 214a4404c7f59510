import { type Token } from '../text/tokens';

/** The families of quotation marks; a mark of one closes only what a mark of it opened. */
export type MarkFamily = 'double' | 'single' | 'guillemet';

/** A quotation mark, and what it can be where it stands. `either` is told by what is open there. */
export interface Mark {
  /** The index of its token. */
  readonly at: number;
  readonly family: MarkFamily;
  readonly role: 'opens' | 'closes' | 'either';
}

const families: Readonly<Record<string, MarkFamily>> = {
  '"': 'double',
  '“': 'double',
  '”': 'double',
  '„': 'double',
  '‟': 'double',
  '＂': 'double',
  "''": 'double',
  '``': 'double',
  "'": 'single',
  '‘': 'single',
  '’': 'single',
  '‚': 'single',
  '‛': 'single',
  '«': 'guillemet',
  '»': 'guillemet',
  '‹': 'single',
  '›': 'single',
};

/** What a token of this text can be as a quotation mark; null where it is none, such as the inches of 6" and `id="7"`. */
export function markAt(text: string, tokens: readonly Token[], at: number): Mark | null {
  const token = tokens[at]!;
  const family = families[token.text];
  if (!family) return null;
  const before = text[token.start - 1] ?? ' ';
  const after = text[token.end] ?? ' ';
  if (before === '=' || (family === 'double' && token.text === '"' && isInAttribute(tokens, at))) return null;
  if (family === 'single' && isApostrophe(token.text, before, after)) return null;
  return { at, family, role: roleOf(token.text, before, after) };
}

/** The closing mark of `name="value"`: the opening one stands two tokens before it or so, behind an equals sign. */
function isInAttribute(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(at - 12, 1); back -= 1) {
    if (tokens[back]!.text === '"') return tokens[back - 1]!.text === '=';
  }
  return false;
}

/** ’90s, ’em, it’s. What stands at a word's end (players’) may also close, and is told where marks are paired. */
function isApostrophe(mark: string, before: string, after: string): boolean {
  if (mark === '‚' || mark === '‹' || mark === '›') return false;
  const inWord = /[\p{L}\p{N}]/u;
  if (inWord.test(before)) return inWord.test(after);
  return /\p{N}/u.test(after) || (mark === '’' && inWord.test(after));
}

const blankOrOpen = /[\s([{—–\-/>]/;
const blankOrClosed = /[\s)\]},.;:!?—–\-/<]/;

function roleOf(mark: string, before: string, after: string): Mark['role'] {
  if (mark === '„' || mark === '‚' || mark === '``') return 'opens';
  // A guillemet may stand apart from its words (« … »), and which one opens depends on the language.
  if (/[«»‹›]/.test(mark)) return 'either';
  const begins = blankOrOpen.test(before) && !blankOrClosed.test(after);
  const ends = !blankOrOpen.test(before) && blankOrClosed.test(after);
  if (mark === '‘' || mark === '“') return ends ? 'either' : 'opens';
  if (mark === '”') return begins ? 'either' : 'closes';
  if (begins) return 'opens';
  return ends ? 'closes' : 'either';
}
