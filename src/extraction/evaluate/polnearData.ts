import { readFileSync } from 'node:fs';
import { type Extraction, type Span, type Story } from '../extraction';
import { extract } from '../extract';

type Spans = readonly (readonly [number, number])[];

/** An attribution as PolNeAR's annotators marked it. */
export interface GoldAttribution {
  readonly style: 'direct' | 'indirect' | 'mixed';
  readonly source: Spans;
  readonly cue: Spans;
  readonly content: Spans;
  readonly sourceText: string;
}

/** Words in quotation marks that annotators attributed; the marks belong to the span. */
export interface GoldQuote {
  readonly start: number;
  readonly end: number;
  readonly words: number;
  readonly source: Spans;
  readonly sourceText: string;
  readonly sourceIsPronoun: boolean;
}

export interface GoldArticle {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
  readonly quotes: readonly GoldQuote[];
}

/** An article with what extraction finds in it. */
export interface Judged {
  readonly gold: GoldArticle;
  readonly points: readonly string[];
  readonly extraction: Extraction;
}

/** Reads articles, one JSON a line, and extracts each. */
export function judgePolnear(path: string): Judged[] {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const gold = JSON.parse(line) as GoldArticle;
    return { gold, points: [...gold.text], extraction: extract(storyOf(gold.title, gold.text)) };
  });
}

/** A story of a headline and a body that is used as it is, so that offsets stay. */
export function storyOf(headline: string, body: string): Story {
  const nothing = { standfirst: null, byline: null, dateline: null, source: null, creditLine: null };
  return { headline, body, language: 'en', images: [], ...nothing };
}

const doubles = /^["“”„«»]$/;

/** A span with the quotation marks around it; null where no double marks stand there (single marks are not annotated). */
export function withMarks(points: readonly string[], { start, end }: Span): Span | null {
  if (!doubles.test(points[start - 1] ?? '')) return null;
  // A blank may stand before the closing mark, behind an inner one: ‘Well done,’ ”
  const mark = points[end] === ' ' ? end + 1 : end;
  return { start: start - 1, end: doubles.test(points[mark] ?? '') ? mark + 1 : end };
}

/** Words between blanks, as the data counts them. */
export function wordCount(points: readonly string[], { start, end }: Span): number {
  return points.slice(start, end).join('').split(/\s+/).filter(Boolean).length;
}

/** Whether a span shares a code point with one of the others. */
export function overlaps(span: Span | null, others: Spans): boolean {
  return span !== null && others.some(([start, end]) => span.start < end && start < span.end);
}
