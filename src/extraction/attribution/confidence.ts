import { type Phrase } from './phrases';
import { type QuoteSource, type SourceWay } from './sourcesBeside';

const byWay: Readonly<Record<SourceWay, number>> = {
  tail: 0.95,
  lead: 0.85,
  signed: 0.9,
  within: 0.8,
  after: 0.85,
  sameParagraph: 0.9,
  sentenceBefore: 0.6,
  turn: 0.4,
  subject: 0.5,
};

/** How likely a quotation's words and source are right, by where the source was found. */
export function confidenceOf(source: QuoteSource | null, _spans: readonly Phrase[]): number {
  return source ? byWay[source.way] : 0.3;
}
