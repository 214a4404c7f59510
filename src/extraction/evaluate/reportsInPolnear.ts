import { type FoundQuote, type Span } from '../extraction';
import { Count, type Measure, type Mistake } from './measure';
import { type GoldAttribution, type Judged, judgePolnear, overlaps } from './polnearData';

/** Reported speech: right where source and content both overlap those of an attribution. */
export const reportsInPolnear: Measure = {
  title: 'Reported speech (PolNeAR)',
  data: 'quotes/polnear.dev.jsonl',
  run(path) {
    const tally: Tally = { strict: new Count(), anyStyle: new Count(), anyKind: new Count() };
    const mistakes: Mistake[] = [];
    for (const judged of judgePolnear(path)) add(judged, tally, mistakes);
    const { strict, anyStyle, anyKind } = tally;
    const figure = (name: string, value: number, floor: number | null, count: Count) => ({
      name,
      value,
      floor,
      counted: count.toString(),
      unit: '%',
    });
    return {
      figures: [
        figure('indirect attributions found, as a quote of any kind, recall', anyKind.recall, 55, anyKind),
        figure('indirect attributions found as such, recall', strict.recall, null, strict),
        figure('precision of reported speech, against attributions of every style', anyStyle.precision, 75, anyStyle),
        figure('precision of reported speech, against indirect attributions only', strict.precision, null, strict),
      ],
      mistakes,
    };
  },
};

/** The data takes words in '' '' for indirect speech; here they are quotes. So what is found as another kind counts apart. */
interface Tally {
  readonly strict: Count;
  readonly anyStyle: Count;
  readonly anyKind: Count;
}

/** Counts one article. Attributions without a source or content in the text can't be found, and don't count. */
function add({ gold, points, extraction }: Judged, { strict, anyStyle, anyKind }: Tally, mistakes: Mistake[]): void {
  const found = extraction.quotes.filter(({ kind }) => kind === 'INDIRECT');
  const complete = gold.attributions.filter(({ source, content }) => source.length > 0 && content.length > 0);
  const indirect = complete.filter(({ style }) => style === 'indirect');
  for (const count of [strict, anyKind]) count.expected += indirect.length;
  for (const count of [strict, anyStyle]) count.found += found.length;
  anyKind.found += extraction.quotes.length;
  const taken = new Set<GoldAttribution>();
  for (const quote of found) {
    const match = indirect.find((one) => !taken.has(one) && matches(quote, one));
    if (match) {
      taken.add(match);
      strict.right += 1;
    }
    if (match ?? complete.some((one) => matches(quote, one))) anyStyle.right += 1;
    else
      mistakes.push(
        mistake(
          'no attribution',
          gold.id,
          points,
          quote.spans[0]!,
          quote.sources.map(({ span }) => text(points, span)).join(' / '),
        ),
      );
  }
  for (const one of indirect) {
    if (extraction.quotes.some((quote) => matches(quote, one))) {
      anyKind.right += 1;
      continue;
    }
    const [start, end] = one.content[0]!;
    mistakes.push(mistake('attribution not found', gold.id, points, { start, end }, one.sourceText));
  }
}

function matches({ sources, spans }: FoundQuote, gold: GoldAttribution): boolean {
  return sources.some(({ span }) => overlaps(span, gold.source)) && spans.some((span) => overlaps(span, gold.content));
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
