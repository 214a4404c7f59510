import type { Span } from '../../../src/text/spans';
import { type Sign, wordsOf } from './taggedText';

// Who is right is known by what became of each letter and digit, not by the words. Blanks and punctuation are nobody's, only
// their look counts: whether "a. B." became "a. C. B." by inserting " C." or "C. " leaves no trace.
const someones = /[\p{L}\p{N}]/u;

/** The places in the edited text where a span's own signs, or a copy of them, stand in one piece. */
export function placesOf(span: Span, signs: readonly Sign[]): number[] {
  const first = [...span.text].findIndex((sign) => someones.test(sign));
  const found: number[] = [];
  signs.forEach((sign, at) => {
    if (sign.origin === span.start + first && isSpan(span, signs, at - first)) found.push(at - first);
  });
  return found;
}

function isSpan(span: Span, signs: readonly Sign[], start: number): boolean {
  const own = [...span.text].every((text, i) => {
    const sign = signs[start + i];
    return sign?.text === text && (!someones.test(text) || sign.origin === span.start + i);
  });
  return own && !isGlued(signs, start) && !isGlued(signs, start + (span.end - span.start));
}

/** Whether a border cuts a word that was made here: "cat" is no longer there in "cats". */
function isGlued(signs: readonly Sign[], at: number): boolean {
  const before = signs[at - 1];
  const after = signs[at];
  if (!before || !after || after.origin === before.origin + 1) return false;
  return someones.test(before.text) && /[\p{L}\p{M}\p{N}]/u.test(after.text);
}

/**
 * What stands where a span was carried to.
 * - OWN: its own letters, all of them, in order, in one piece.
 * - COPY: a copy of them, and they themselves are gone.
 * - TRACELESS: equal words, of which the text can't tell that they are others: they stand just where its own stood, between
 *   letters that are where they were, and with equal text up to there; or only the words at one end are others, like "B." when "C. B." was put after
 *   "A. B.", which makes the same text as putting "B. C." before it; or they stand in a copy of their whole paragraph, on one side right
 *   beside what was there, and their own paragraph is cut: the same text as one with the remains put in beside it.
 * - WRONG: anything else.
 */
export type Verdict = 'OWN' | 'COPY' | 'TRACELESS' | 'WRONG';

export function verdictOn(span: Span, first: readonly string[], signs: readonly Sign[], start: number): Verdict {
  const end = start + span.end - span.start;
  const found = signs.slice(start, end);
  if (wordsOf(found) !== span.text) return 'WRONG';
  if (isSpan(span, signs, start)) {
    if (!found.some((sign) => sign.copied)) return 'OWN';
    if (placesOf(span, signs).every((at) => at === start)) return 'COPY';
  }
  const shift = span.start - start;
  const inPlace =
    standsIn(first, signs, start - 1, { step: -1, shift }) && standsIn(first, signs, end, { step: 1, shift });
  const traceless = inPlace || isOwnButForAnEnd(span, found) || isWholeBesideRemains(span, first, signs, start);
  return traceless ? 'TRACELESS' : 'WRONG';
}

/** Whether a span's paragraph stands whole around `start`, in place on one side, and around none of the span's own letters. */
function isWholeBesideRemains(span: Span, first: readonly string[], signs: readonly Sign[], start: number): boolean {
  const paragraph = paragraphAround(first, span);
  const shift = span.start - start;
  const inPlace =
    standsIn(first, signs, paragraph.start - shift - 1, { step: -1, shift }) ||
    standsIn(first, signs, paragraph.end - shift, { step: 1, shift });
  const own = placesOf(span, signs).filter((at) => !signs[at]!.copied);
  return inPlace && standsWhole(start) && !own.some(standsWhole);

  function standsWhole(at: number): boolean {
    const from = at - (span.start - paragraph.start);
    const to = from + paragraph.end - paragraph.start;
    if (from < 0 || to > signs.length) return false;
    const isBorder = (here: number): boolean => signs[here] === undefined || signs[here].text === '\n';
    const isSame = signs.slice(from, to).every((sign, i) => sign.text === first[paragraph.start + i]);
    return isSame && isBorder(from - 1) && isBorder(to);
  }
}

function paragraphAround(text: readonly string[], { start, end }: Span): { start: number; end: number } {
  const next = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start) + 1, end: next < 0 ? text.length : next };
}

/** Whether most of the letters are the span's own, in one piece, and the others are at one of its ends. */
function isOwnButForAnEnd(span: Span, found: readonly Sign[]): boolean {
  const own = found.flatMap((sign, i) =>
    someones.test(sign.text) ? [sign.origin === span.start + i && !sign.copied] : [],
  );
  const first = own.indexOf(true);
  const last = own.lastIndexOf(true);
  const inOnePiece = first >= 0 && own.slice(first, last + 1).every(Boolean);
  return inOnePiece && (first === 0 || last === own.length - 1) && (last + 1 - first) * 2 > own.length;
}

/** Whether all is as it was in the first text, sign by sign, from one on to the first letter that is no other and no copy. */
function standsIn(
  first: readonly string[],
  signs: readonly Sign[],
  from: number,
  { step, shift }: { step: 1 | -1; shift: number },
): boolean {
  for (let at = from; at >= 0 && at < signs.length; at += step) {
    const sign = signs[at]!;
    if (sign.text !== first[at + shift]) return false;
    if (someones.test(sign.text) && sign.origin === at + shift && !sign.copied) return true;
  }
  return first[step === 1 ? signs.length + shift : shift - 1] === undefined;
}
