import { type QuotedSpan } from '../quotations/quotations';
import { type QuoteSource } from './quoteSources';
import { type Words } from './wordsOf';

/** Whether quotation marks hold somebody's words, and not a title of a work, a nickname or a word that is held at arm's length. */
export function isQuoted(words: Words, span: QuotedSpan, source: QuoteSource | null): boolean {
  const length = wordCount(words, span);
  if (length === 0) return false;
  if (source?.way === 'tail' || source?.way === 'lead' || source?.way === 'signed') return true;
  if (isTitle(words, span, length)) return false;
  if (!source || source.way === 'subject' || source.way === 'turn') return length >= 4;
  return true;
}

function wordCount({ tokens }: Words, { first, last }: QuotedSpan): number {
  let count = 0;
  for (let at = first; at < last; at += 1) if (tokens[at]!.kind !== 'SIGN') count += 1;
  return count;
}

/** All words begin with a capital, but for those that titles write small. */
function isTitle({ tokens, classes }: Words, { first, last }: QuotedSpan, length: number): boolean {
  if (length > 8) return false;
  let capitals = 0;
  for (let at = first; at < last; at += 1) {
    const { text, kind } = tokens[at]!;
    if (kind === 'SIGN' || kind === 'NUMBER') continue;
    if (/^\p{Lu}/u.test(text)) capitals += 1;
    else if (!/^(?:determiner|preposition|and|to|possessive|be)$/.test(classes[at]!)) return false;
  }
  return capitals > 0;
}
