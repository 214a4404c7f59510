import { type ReadText } from '../text/readText';
import { type Paragraph } from '../text/sentences';
import { type Mark, markAt } from './marks';

/** Words in quotation marks, inside one paragraph, in tokens. */
export interface QuotedSpan {
  /** The opening mark. */
  readonly open: number;
  /** The closing mark; null where the paragraph ends without one. */
  readonly close: number | null;
  /** The words: tokens `first` up to, not including, `last`. */
  readonly first: number;
  readonly last: number;
}

/** What one pair of marks holds; several spans where it runs over paragraphs, the opening mark repeated at each. */
export interface Quotation {
  readonly spans: readonly QuotedSpan[];
}

/** An opening mark and what closed it, both as tokens. */
interface Pair {
  readonly open: Mark;
  readonly close: number | null;
}

/**
 * Finds what stands in quotation marks of any kind, outermost marks only. Marks are paired inside a paragraph; a paragraph
 * that ends inside a quotation is continued where the next one begins with an opening mark.
 */
export function quotationsOf(read: ReadText): Quotation[] {
  const found: QuotedSpan[][] = [];
  let running: Mark['family'] | null = null;
  for (const paragraph of read.paragraphs) {
    const goesOn = running === null ? null : closedLater(read, paragraph, running);
    if (goesOn !== null) {
      found.at(-1)!.push({ open: paragraph.first - 1, close: goesOn, first: paragraph.first, last: goesOn });
    }
    const pairs = outermost(pairsOf(read, { ...paragraph, first: goesOn === null ? paragraph.first : goesOn + 1 }));
    for (const { open, close } of pairs) {
      const last = close ?? paragraph.last;
      if (last === open.at + 1) continue;
      const span = { open: open.at, close, first: open.at + 1, last };
      if (running === open.family && open.at === paragraph.first) found.at(-1)!.push(span);
      else found.push([span]);
    }
    const end = pairs.at(-1);
    running = end?.close === null ? end.open.family : null;
  }
  return found.map((spans) => ({ spans }));
}

/** The mark that ends a quotation of the paragraph before, where its first mark closes: the opening one was not repeated. */
function closedLater(read: ReadText, paragraph: Paragraph, family: Mark['family']): number | null {
  const [mark, next] = marksIn(read, paragraph).filter((each) => each.family === family);
  return family === 'double' && mark?.role === 'closes' && next?.role !== 'closes' ? mark.at : null;
}

/** Pairs a paragraph's marks, with a stack of those still open. In the order of what closed them. */
function pairsOf(read: ReadText, paragraph: Paragraph): Pair[] {
  const marks = marksIn(read, paragraph);
  const pairs: Pair[] = [];
  const open: Mark[] = [];
  marks.forEach((mark, index) => {
    const below = findOpen(open, mark.family);
    if (mark.role !== 'opens' && below >= 0) {
      if (mark.family === 'single' && isPossessive(read, marks, index)) return;
      pairs.push({ open: open[below]!, close: mark.at });
      open.length = below;
    } else if (below < 0 && isMisplaced(read, marks, index)) open.push(mark);
    else if (mark.role !== 'closes' && !isStray(marks, index, below >= 0 && below === open.length - 1)) open.push(mark);
  });
  const unclosed = open.find((mark) => mark.family !== 'single' || mark.at === paragraph.first);
  if (unclosed) pairs.push({ open: unclosed, close: null });
  return pairs;
}

/** A straight mark whose blank stands on the wrong side: said," It will hold." Two that close, and none that opens. */
function isMisplaced({ tokens }: ReadText, marks: readonly Mark[], index: number): boolean {
  const { at, role } = marks[index]!;
  if (role !== 'closes' || tokens[at]!.text !== '"') return false;
  const [next, afterNext] = marks.slice(index + 1, index + 9).filter(({ family }) => family === 'double');
  return /^[,:]$/.test(tokens[at - 1]?.text ?? '') && next?.role === 'closes' && afterNext?.role !== 'closes';
}

/** Double marks stand inside double marks only where both are closed; else the second one is a slip of the pen. */
function isStray(marks: readonly Mark[], index: number, inside: boolean): boolean {
  if (!inside || marks[index]!.family !== 'double') return false;
  const [next, afterNext] = marks.slice(index + 1, index + 9).filter(({ family }) => family === 'double');
  return next?.role !== 'closes' || afterNext?.role !== 'closes';
}

function marksIn({ text, tokens }: ReadText, { first, last }: Paragraph): Mark[] {
  const marks: Mark[] = [];
  for (let at = first; at < last; at += 1) {
    const mark = markAt(text, tokens, at);
    if (mark) marks.push(mark);
  }
  return marks;
}

/** The place on the stack of the nearest open mark of that family, at most four deep: nobody nests deeper. */
function findOpen(open: readonly Mark[], family: Mark['family']): number {
  for (let below = open.length - 1; below >= Math.max(0, open.length - 4); below -= 1) {
    if (open[below]!.family === family) return below;
  }
  return -1;
}

/** The players’ in ‘the players’ rights’: a word ends in it, and a later mark is there to close. */
function isPossessive({ text, tokens }: ReadText, marks: readonly Mark[], index: number): boolean {
  const { start, end } = tokens[marks[index]!.at]!;
  if (!/[sxzSXZ]/.test(text[start - 1] ?? '') || !/^ \p{L}/u.test(text.slice(end, end + 3))) return false;
  const later = marks.slice(index + 1, index + 5).find((mark) => mark.family === 'single');
  return later?.role === 'closes';
}

/** Those pairs that stand in no other, in printed order. */
function outermost(pairs: readonly Pair[]): Pair[] {
  const sorted = pairs.toSorted((one, other) => one.open.at - other.open.at);
  let reached = -1;
  return sorted.filter(({ open, close }) => {
    if (open.at <= reached) return false;
    reached = close ?? Infinity;
    return true;
  });
}
