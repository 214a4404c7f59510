import { type QuoteSource, type SourceWay } from './sourcesBeside';
import { type PlacedReport } from './nested';

/** Words of that number and more are seldom a title or a word held at arm's length. */
const long = 4;

/**
 * The share of right ones (the words, and the place where the text names the source) by where the source was found, for quotations of
 * four words and more, and for shorter ones. Measured on every second article of PolNeAR; the others agree within 5 points where there are
 * fifty of a class.
 */
const byWay: Readonly<Record<SourceWay, readonly [number, number]>> = {
  tail: [0.96, 0.72],
  signed: [0.75, 0.6],
  sameParagraph: [0.57, 0.5],
  after: [0.9, 0.8],
  lead: [0.89, 0.75],
  within: [0.86, 0.74],
  sentenceBefore: [0.68, 0.4],
  subject: [0.43, 0.35],
  turn: [0.36, 0.3],
};

/** The same for quotations whose source is nowhere named. */
const unnamed = 0.05;

/** What remains where somebody else tells the words. */
const nested = { marked: 0.5, reported: 0.25 };

/** How likely a quotation's words and source are right, 0 to 1. `words` is how many words it has. */
export function quoteConfidence(source: QuoteSource | null, words: number): number {
  if (!source) return unnamed;
  const [ofLong, ofShort] = byWay[source.way];
  return (words >= long ? ofLong : ofShort) * (source.isNested ? nested.marked : 1);
}

/** The share of reports that annotators marked as attributions with that source, by how they tell what was said. */
const byReport = { accordingTo: 0.91, clause: 0.91, shared: 0.58, thinks: 0.62, shows: 0.79, other: 0.76 };

/** How likely reported speech is an attribution, with that source, 0 to 1. */
export function reportConfidence(report: PlacedReport): number {
  return byReport[kindOf(report)] * (report.isNested ? nested.reported : 1);
}

function kindOf({ way, tells, takesClause }: PlacedReport): keyof typeof byReport {
  if (way === 'accordingTo') return 'accordingTo';
  if (tells === 'thinks' || tells === 'shows') return tells;
  if (takesClause) return 'clause';
  return way === 'shared' || way === 'agent' ? 'shared' : 'other';
}

/** How often a pronoun's person is the right one (in GUM's news). */
const pronoun = 0.88;

/** How much less often than in English it is right, measured for German; French is as unsure, unmeasured. */
const otherLanguage = { marked: 0.75, reported: 0.93 };

/** A confidence with what it says of the words that the speaker was found by a pronoun, or in another language than English; two digits. */
export function withDoubts(
  confidence: number,
  isPronoun: boolean,
  language: string,
  kind: 'marked' | 'reported',
): number {
  const foreign = language === 'en' ? 1 : otherLanguage[kind];
  return Math.round(confidence * (isPronoun ? pronoun : 1) * foreign * 100) / 100;
}
