import { readFileSync } from 'node:fs';
import { type Extraction, type FoundQuote, type Span } from '../extraction';
import { extract } from '../extract';
import { Count, type Figure, type Measure, type Mistake } from './measure';
import { overlaps, storyOf } from './polnearData';

type Spans = readonly (readonly [number, number])[];

interface GermanQuote {
  readonly type: string;
  readonly inner: Spans;
  readonly marked: boolean;
  readonly speaker: Spans;
  readonly speakerText: string;
}

interface GermanArticle {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly quotes: readonly GermanQuote[];
}

/** Quotes in German news: words in marks, their speakers, and reported speech. */
export function quotesInGerman(data: string, name: string): Measure {
  return {
    title: `German quotes (Wikinews, ${name})`,
    data,
    run(path) {
      const tally = { marked: new Count(), speakers: new Count(), found: new Count(), reported: new Count() };
      const mistakes: Mistake[] = [];
      for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
        const article = JSON.parse(line) as GermanArticle;
        const extraction = extract({ ...storyOf(article.title, article.text), language: 'de' });
        judge(article, extraction, tally, mistakes);
      }
      const figure = (label: string, value: number, floor: number | null, count: Count): Figure => ({
        ...{ name: label, value, floor, unit: '%', counted: count.toString() },
      });
      return {
        figures: [
          figure('words in quotation marks, exact, F1', tally.marked.f1, 85, tally.marked),
          figure('of these, speaker mention, F1', tally.speakers.f1, 70, tally.speakers),
          figure('reported statements found, recall', tally.found.recall, 45, tally.found),
          figure('reported statements, precision', tally.reported.precision, 75, tally.reported),
        ],
        mistakes,
      };
    },
  };
}

type Tally = Readonly<Record<'marked' | 'speakers' | 'found' | 'reported', Count>>;

function judge(
  { id, text, quotes }: GermanArticle,
  { quotes: got }: Extraction,
  tally: Tally,
  mistakes: Mistake[],
): void {
  const points = [...text];
  const place = { article: id, points };
  const isMarked = (span: Span) => /^["“”„»«‚‘]$/.test(points[span.start - 1] ?? '');
  const direct = quotes.filter(({ type, marked }) => type === 'Direct' && marked);
  const places = new Map(direct.flatMap((quote) => quote.inner.map(([start, end]) => [`${start} ${end}`, quote])));
  tally.marked.expected += places.size;
  tally.speakers.expected += [...places.values()].filter(({ speaker }) => speaker.length > 0).length;
  for (const quote of got) {
    for (const span of quote.spans.filter(isMarked)) {
      const expected = places.get(`${span.start} ${span.end}`);
      tally.marked.found += 1;
      if (quote.sources.length > 0) tally.speakers.found += 1;
      if (expected) tally.marked.right += 1;
      if (expected && speaks(quote, expected)) tally.speakers.right += 1;
      else mistakes.push(mistake(expected ? 'other speaker' : 'no quote', place, span, expected, quote));
    }
  }
  const indirect = quotes.filter(({ type, speaker }) => type === 'Indirect' && speaker.length > 0);
  tally.found.expected += indirect.length;
  for (const one of indirect)
    if (got.some((quote) => matches(quote, one))) tally.found.right += 1;
    else
      mistakes.push(
        mistake('statement not found', place, { start: one.inner[0]![0], end: one.inner[0]![1] }, one, null),
      );
  for (const quote of got.filter(({ kind }) => kind === 'INDIRECT')) {
    tally.reported.found += 1;
    if (quotes.some((one) => matches(quote, one))) tally.reported.right += 1;
    else mistakes.push(mistake('no statement', place, quote.spans[0]!, undefined, quote));
  }
}

interface Place {
  readonly article: string;
  readonly points: readonly string[];
}

function speaks({ sources }: FoundQuote, { speaker }: GermanQuote): boolean {
  return sources.some(({ span }) => overlaps(span, speaker));
}

function matches(quote: FoundQuote, gold: GermanQuote): boolean {
  return speaks(quote, gold) && quote.spans.some((span) => overlaps(span, gold.inner));
}

function mistake(
  kind: string,
  { article, points }: Place,
  { start, end }: Span,
  expected: GermanQuote | undefined,
  got: FoundQuote | null,
): Mistake {
  const text = (from: number, to: number) => points.slice(Math.max(from, 0), to).join('');
  return {
    ...{ kind, article, before: text(start - 160, start), words: text(start, end), after: text(end, end + 100) },
    expected: expected?.speakerText ?? '',
    got: got?.sources.map(({ span }) => text(span.start, span.end)).join(' / ') ?? '',
  };
}
