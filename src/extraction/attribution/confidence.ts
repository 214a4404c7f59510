import { type QuoteSource, type SourceWay } from './sourcesBeside';
import { type Report } from './reports';

/**
 * How often words and source were right, by where the source was found: set from all development articles of PolNeAR, so
 * no other texts have confirmed them (`npm run evaluate` prints by tenths how often they hold there).
 */
const byWay: Readonly<Record<SourceWay, number>> = {
  tail: 0.95,
  signed: 0.9,
  sameParagraph: 0.92,
  after: 0.9,
  lead: 0.88,
  within: 0.87,
  sentenceBefore: 0.6,
  subject: 0.45,
  turn: 0.35,
};

/** The same for quotations whose source is nowhere named. */
const unnamed = 0.05;

/** How likely a quotation's words and source are right, 0 to 1. */
export function quoteConfidence(source: QuoteSource | null): number {
  return source ? byWay[source.way] : unnamed;
}

/** How likely reported speech is an attribution, with that source, 0 to 1. */
export function reportConfidence({ way, tells, takesClause }: Report): number {
  if (tells === 'thinks') return 0.5;
  if (way === 'accordingTo' || takesClause) return 0.9;
  return way === 'shared' ? 0.68 : 0.75;
}
