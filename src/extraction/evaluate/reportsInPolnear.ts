import { type FoundQuote, type Span } from '../extraction';
import { Count, type Measure, type Mistake } from './measure';
import { type GoldAttribution, type Judged, judgePolnear, overlaps } from './polnearData';

/** Reported speech: right where source and content both overlap those of an attribution. */
export const reportsInPolnear: Measure = {
  title: 'Reported speech (PolNeAR)',
  data: 'quotes/polnear.dev.jsonl',
  run(path) {
    const strict = new Count();
    const mistakes: Mistake[] = [];
    let known = 0;
    for (const judged of judgePolnear(path)) known += add(judged, strict, mistakes);
    const precision = (100 * known) / Math.max(strict.found, 1);
    const counted = `${known} of ${strict.found} found are attributions`;
    return {
      figures: [
        {
          name: 'indirect attributions found, recall',
          value: strict.recall,
          floor: 55,
          counted: strict.toString(),
          unit: '%',
        },
        { name: 'precision, against attributions of every style', value: precision, floor: 75, counted, unit: '%' },
        {
          name: 'precision, against indirect ones only',
          value: strict.precision,
          floor: null,
          counted: strict.toString(),
          unit: '%',
        },
      ],
      mistakes,
    };
  },
};

/** Counts one article; gives how many of those found are attributions of any style. */
function add({ gold, points, extraction }: Judged, strict: Count, mistakes: Mistake[]): number {
  const found = extraction.quotes.filter(({ kind }) => kind === 'INDIRECT');
  const indirect = gold.attributions.filter(({ style }) => style === 'indirect');
  strict.expected += indirect.length;
  strict.found += found.length;
  const taken = new Set<GoldAttribution>();
  let known = 0;
  for (const quote of found) {
    const match = indirect.find((one) => !taken.has(one) && matches(quote, one));
    if (match) {
      taken.add(match);
      strict.right += 1;
    }
    if (match ?? gold.attributions.some((one) => matches(quote, one))) known += 1;
    else mistakes.push(mistake('no attribution', gold.id, points, quote.spans[0]!, text(points, quote.source!)));
  }
  for (const one of indirect) {
    if (taken.has(one) || one.content.length === 0) continue;
    const [start, end] = one.content[0]!;
    mistakes.push(mistake('attribution not found', gold.id, points, { start, end }, one.sourceText));
  }
  return known;
}

function matches({ source, spans }: FoundQuote, gold: GoldAttribution): boolean {
  return overlaps(source, gold.source) && spans.some((span) => overlaps(span, gold.content));
}

function text(points: readonly string[], { start, end }: Span): string {
  return points.slice(Math.max(start, 0), end).join('');
}

function mistake(kind: string, article: string, points: readonly string[], span: Span, source: string): Mistake {
  return {
    kind,
    article,
    before: text(points, { start: span.start - 160, end: span.start }),
    words: text(points, span),
    after: text(points, { start: span.end, end: span.end + 120 }),
    expected: kind === 'no attribution' ? '' : source,
    got: kind === 'no attribution' ? source : '',
  };
}
