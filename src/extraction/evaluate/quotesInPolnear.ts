import { type FoundQuote, type Span } from '../extraction';
import { Count, type Figure, type Measure, type Mistake } from './measure';
import { type GoldQuote, type Judged, judgePolnear, overlaps, withMarks, wordCount } from './polnearData';

/** Quotes of fewer words are often scare quotes and titles; published figures leave them out. */
const long = 4;

/** Spans of quotes, their speakers, and pronouns linked to people. */
export const quotesInPolnear: Measure = {
  title: 'Quotes and speakers (PolNeAR)',
  data: 'quotes/polnear.dev.jsonl',
  run(path) {
    const tally = new Tally();
    for (const judged of judgePolnear(path)) tally.add(judged);
    return { figures: tally.figures(), mistakes: tally.mistakes };
  },
};

interface Segment {
  readonly span: Span;
  readonly quote: FoundQuote;
}

class Tally {
  readonly mistakes: Mistake[] = [];
  private readonly spans = new Count();
  private readonly longSpans = new Count();
  private readonly speakers = new Count();
  private readonly pronouns = new Count();
  /** By tenths of confidence. */
  private readonly buckets = new Map<number, Count>();

  add(judged: Judged): void {
    const { gold, points } = judged;
    const byPlace = new Map(gold.quotes.map((quote) => [`${quote.start} ${quote.end}`, quote]));
    const found = segmentsOf(judged);
    for (const segment of found) {
      const expected = byPlace.get(`${segment.span.start} ${segment.span.end}`);
      byPlace.delete(`${segment.span.start} ${segment.span.end}`);
      this.found(judged, segment, expected, wordCount(points, segment.span) >= long);
    }
    for (const quote of byPlace.values())
      this.mistakes.push(mistake('quote not found', judged, quote, quote.sourceText, ''));
    this.expect(gold.quotes);
  }

  private expect(quotes: readonly GoldQuote[]): void {
    for (const { words, source, sourceIsPronoun } of quotes) {
      this.spans.expected += 1;
      if (words < long) continue;
      this.longSpans.expected += 1;
      if (source.length > 0) this.speakers.expected += 1;
      if (sourceIsPronoun) this.pronouns.expected += 1;
    }
  }

  private found(judged: Judged, { span, quote }: Segment, expected: GoldQuote | undefined, isLong: boolean): void {
    const counts = isLong ? [this.spans, this.longSpans] : [this.spans];
    for (const count of counts) {
      count.found += 1;
      if (expected) count.right += 1;
    }
    const got = quote.sources.map(({ span: { start, end } }) => judged.points.slice(start, end).join('')).join(' / ');
    if (!expected) this.mistakes.push(mistake('no quote', judged, span, '', got));
    if (!isLong) return;
    if (quote.sources.length > 0) this.speakers.found += 1;
    const right = expected !== undefined && quote.sources.some((source) => overlaps(source.span, expected.source));
    if (right) this.speakers.right += 1;
    else if (expected) this.mistakes.push(mistake('other speaker', judged, span, expected.sourceText, got));
    if (right && expected.sourceIsPronoun) this.pronoun(judged, quote);
    this.bucket(quote.confidence, right);
  }

  private pronoun({ extraction }: Judged, { sources }: FoundQuote): void {
    this.pronouns.found += 1;
    const isPerson = sources.some(({ speaker }) => speaker !== null && extraction.entities[speaker]!.kind === 'PERSON');
    if (isPerson) this.pronouns.right += 1;
  }

  private bucket(confidence: number, right: boolean): void {
    const tenth = Math.floor(confidence * 10 + 1e-9);
    const count = this.buckets.get(tenth) ?? new Count();
    this.buckets.set(tenth, count);
    count.found += 1;
    if (right) count.right += 1;
  }

  figures(): Figure[] {
    const figure = (name: string, value: number, floor: number | null, count: Count): Figure => ({
      name,
      value,
      floor,
      counted: count.toString(),
      unit: '%',
    });
    return [
      figure('quote spans, exact, F1', this.spans.f1, 97, this.spans),
      figure(`quote spans of ${long} words and more, exact, F1`, this.longSpans.f1, 98.5, this.longSpans),
      figure(`speaker mention, quotes of ${long} words and more, F1`, this.speakers.f1, 90, this.speakers),
      figure(
        `pronouns linked to a named person, quotes of ${long} words and more`,
        this.pronouns.recall,
        75,
        this.pronouns,
      ),
      ...[...this.buckets]
        .sort(([one], [other]) => one - other)
        .map(([tenth, count]) => ({
          ...figure(`precision at confidence ${tenth / 10} to ${(tenth + 1) / 10}`, count.precision, null, count),
          counted: `${count.right} of ${count.found}`,
        })),
    ];
  }
}

/** The stretches in double quotation marks that extraction takes for quotes. */
function segmentsOf({ points, extraction }: Judged): Segment[] {
  return extraction.quotes
    .filter(({ kind }) => kind !== 'INDIRECT')
    .flatMap((quote) =>
      quote.spans.flatMap((inner) => {
        const span = withMarks(points, inner);
        return span ? [{ span, quote }] : [];
      }),
    );
}

function mistake(kind: string, { gold, points }: Judged, { start, end }: Span, expected: string, got: string): Mistake {
  const text = (from: number, to: number) => points.slice(Math.max(from, 0), to).join('');
  return {
    kind,
    article: gold.id,
    before: text(start - 200, start),
    words: text(start, end),
    after: text(end, end + 120),
    expected,
    got,
  };
}
