import { type StoryEntity } from '../entities';
import { type FoundQuote, type Polarity, type Span } from '../extraction';
import { codePointsOf } from '../text/codePoints';
import { quoteConfidence, reportConfidence, withDoubts } from './confidence';
import { contentsOf } from './contents';
import { isFragment, marked, wordsIn } from './marked';
import { type PlacedReport, placeReports } from './nested';
import { type Phrase } from './phrases';
import { piecesOf } from './pieces';
import { isQuoted } from './quotedOrNot';
import { quoteSourcesOf, unsaid } from './quoteSources';
import { reportsOf } from './reports';
import { type QuoteSource } from './sourcesBeside';
import { headOf, knownIn } from './sources/heads';
import { sourcesOf } from './sources/sourcesOf';
import { type Words } from './wordsOf';

/** A quote in tokens, before its speaker is looked up. */
export interface Quoted {
  readonly kind: FoundQuote['kind'];
  readonly spans: readonly Phrase[];
  readonly source: Phrase | null;
  readonly cue: Phrase | null;
  readonly polarity: Polarity;
  readonly confidence: number;
}

/** The quotes and the reported speech of a body, with their speakers among the entities. In printed order. */
export function quotesOf(words: Words, entities: readonly StoryEntity[]): FoundQuote[] {
  const known = knownIn(words, entities);
  const point = codePointsOf(words.text);
  const span = ({ first, last }: Phrase): Span => ({
    start: point(words.tokens[first]!.start),
    end: point(words.tokens[last - 1]!.end),
  });
  return quotedIn(words, (source) => headOf(known, source)?.entity ?? null)
    .sort((one, other) => one.spans[0]!.first - other.spans[0]!.first)
    .map(({ kind, spans, source, cue, polarity, confidence }) => {
      const sources = source ? sourcesOf(known, source, span) : [];
      const isPronoun = sources.some(({ speaker, name, title }) => speaker !== null && name === null && title === null);
      const how = kind === 'INDIRECT' ? 'reported' : 'marked';
      return {
        ...{ kind, spans: spans.map(span), cue: cue && span(cue), polarity, sources },
        confidence: withDoubts(confidence, isPronoun, words.language.code, how),
      };
    });
}

/** The words that tell who said it: "Rubio said". */
function tellingOf({ cue, source }: PlacedReport): Phrase {
  return { first: Math.min(cue.first, source.first), last: Math.max(cue.last, source.last) };
}

function quotedIn(words: Words, identify: (source: Phrase) => number | null): Quoted[] {
  const reports = placeReports(words, reportsOf(words), identify);
  const said = quoteSourcesOf(words, reports);
  // What is no quote, or was not said, is a part of the text around it.
  const sources = said.map((source, index) =>
    source !== unsaid && isQuoted(words, words.quotations[index]!.spans[0]!, source) ? { source } : null,
  );
  const belongs = (quotation: number, report: number) => {
    const found = sources[quotation];
    return !found || (found.source?.report === report && isFragment(words, quotation, found.source));
  };
  const used = new Set<number>();
  const reported = contentsOf(words, reports, belongs).flatMap((content, index): Quoted[] => {
    const pieces =
      content && piecesOf(words, content, tellingOf(reports[index]!), (quotation) => sources[quotation] !== null);
    if (!pieces?.isReported) return [];
    for (const quotation of pieces.quotations) used.add(quotation);
    const report = reports[index]!;
    const mixed = pieces.quotations.map((quotation) => sources[quotation]!.source!).at(0);
    return [
      {
        kind: mixed ? 'MIXED' : 'INDIRECT',
        spans: pieces.spans,
        ...{ source: report.source, cue: report.cue, polarity: report.polarity! },
        confidence: mixed ? quoteConfidence(mixed, wordsIn(words, pieces.spans)) : reportConfidence(report),
      },
    ];
  });
  const open = sources.map((found, index): { source: QuoteSource | null } | null => (used.has(index) ? null : found));
  return [...marked(words, open), ...reported];
}
