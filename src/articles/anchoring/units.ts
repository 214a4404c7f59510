import { type Tokens } from './tokens';

/** Tokens `from` up to, not including, `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What a text can be cut into. */
export type Level = 'paragraphs' | 'sentences' | 'tokens';

const endsSentence = /[.!?…。！？]/;

/** Cuts a range of tokens into units: paragraphs or sentences, each separate from the blanks between them; or tokens. */
export function unitsOf(tokens: Tokens, { from, to }: Range, level: Level): Range[] {
  const units: Range[] = [];
  let begun = from;
  let ended = false;
  for (let at = from; at < to; at += 1) {
    const text = tokens.text.slice(tokens.units[at], tokens.units[at + 1]);
    const blank = text.trim() === '';
    const splits = level === 'tokens' || (blank && (text.includes('\n\n') || (level === 'sentences' && ended)));
    if (splits) {
      if (begun < at) units.push({ from: begun, to: at });
      units.push({ from: at, to: at + 1 });
      begun = at + 1;
    }
    // Quotation marks and brackets may stand between a sentence's end and the blank.
    const isWord = tokens.quartersBefore[at + 1]! > tokens.quartersBefore[at]!;
    ended = !blank && !isWord && (ended || endsSentence.test(text));
  }
  if (begun < to) units.push({ from: begun, to });
  return units;
}
