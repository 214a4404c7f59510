import { type Phrase } from './phrases';
import { type Words } from './wordsOf';

/** Reported words with the quotations among them, as the spans of one quote. */
export interface Pieces {
  /** Without quotation marks. */
  readonly spans: readonly Phrase[];
  /** The quotations that they hold. */
  readonly quotations: readonly number[];
  /** Whether any of them stand without quotation marks. */
  readonly isReported: boolean;
}

/**
 * Cuts reported words where quotation marks begin and end, and around the words (`hole`) that say who said them; `isQuote` tells
 * which quotations are somebody's words.
 */
export function piecesOf(
  words: Words,
  { first, last }: Phrase,
  hole: Phrase,
  isQuote: (quotation: number) => boolean,
): Pieces {
  const spans: Phrase[] = [];
  const quotations: number[] = [];
  let isReported = false;
  for (let at = first; at < last;) {
    if (at >= hole.first && at < hole.last) {
      at = hole.last;
      continue;
    }
    const quotation = words.quotationAt[at]!;
    if (quotation !== -1 && isQuote(quotation)) {
      quotations.push(quotation);
      spans.push(...words.quotations[quotation]!.spans.map((span) => ({ first: span.first, last: span.last })));
      while (at < last && words.quotationAt[at] === quotation) at += 1;
      continue;
    }
    let end = at;
    while (end < last && end !== hole.first && (words.quotationAt[end] === -1 || !isQuote(words.quotationAt[end]!)))
      end += 1;
    const piece = withoutSigns(words, at, end);
    if (piece) {
      spans.push(piece);
      isReported = true;
    }
    at = end;
  }
  return { spans, quotations, isReported };
}

/** Without the signs at its ends; null where no word is left. */
function withoutSigns({ tokens, classes }: Words, first: number, last: number): Phrase | null {
  let [start, end] = [first, last];
  const isSign = (at: number) => classes[at] === 'comma' || /^[.,:;—–-]$|^--$/.test(tokens[at]!.text);
  while (start < end && isSign(start)) start += 1;
  while (end > start && isSign(end - 1)) end -= 1;
  return end > start ? { first: start, last: end } : null;
}
