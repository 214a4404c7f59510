import { type Polarity } from '../extraction';
import { type QuotedSpan } from '../quotations/quotations';
import { type Phrase, phraseAfter, phraseBefore } from './phrases';
import { germanSubject } from './german/phrases';
import { type PlacedReport } from './nested';
import { type Words } from './wordsOf';

/** Where the text says whose words a quotation holds, from the surest to the least sure. */
export type SourceWay =
  /** “…,” Rubio said */
  | 'tail'
  /** Rubio said: “…” */
  | 'lead'
  /** “…” — Marco Rubio */
  | 'signed'
  /** Rubio said he was “proud” */
  | 'within'
  /** “Proud” is the word, Rubio said */
  | 'after'
  /** A quotation before it in the paragraph has that source. */
  | 'sameParagraph'
  /** The sentence before ends in a colon or tells of the source. */
  | 'sentenceBefore'
  /** The paragraph before has that source. */
  | 'turn'
  /** The subject of the sentence that the quotation stands in. */
  | 'subject';

/** Whose words a quotation holds. */
export interface QuoteSource {
  readonly way: SourceWay;
  readonly source: Phrase;
  readonly cue: Phrase | null;
  readonly lemma: string | null;
  /** The index of the report that names the source. */
  readonly report: number | null;
  /** Null where the text doesn't say that anybody said the words. */
  readonly polarity: Polarity | null;
  readonly isNested: boolean;
}

/** A source that no report names. */
export function plainSource(way: SourceWay, source: Phrase): QuoteSource {
  return { way, source, cue: null, lemma: null, report: null, polarity: 'STATED', isNested: false };
}

/** A quotation's surroundings. */
export interface Context {
  readonly words: Words;
  readonly bySentence: readonly (readonly PlacedReport[])[];
  readonly paragraphAt: Int32Array;
  /** The source of the quotation before. */
  readonly before: QuoteSource | null;
  readonly index: number;
}

/** Whether a quotation begins its sentence. */
export function startsSentence({ words }: Context, { open }: QuotedSpan): boolean {
  return words.sentences[words.sentenceAt[open]!]!.first === open;
}

/** Whether a colon stands before a quotation. */
export function followsColon({ words }: Context, { open }: QuotedSpan): boolean {
  return words.tokens[open - 1]?.text === ':';
}

/** A report as a quotation's source. */
export function sourceFrom(
  way: SourceWay,
  { source, cue, lemma, index, polarity, isNested }: PlacedReport,
): QuoteSource {
  return { way, source, cue, lemma, report: index, polarity, isNested };
}

/** What may stand between a quotation and the source that this makes out: "state Sen. Holsman said". */
const skippedWords = 2;

/** “…,” Rubio said. */
export function tail(context: Context, { close }: QuotedSpan): QuoteSource | null {
  const { words, bySentence, paragraphAt } = context;
  if (close === null) return null;
  const next = behindClose(words, close);
  const sentence = words.sentenceAt[next];
  if (sentence === undefined || paragraphAt[sentence] !== paragraphAt[words.sentenceAt[close]!]) return null;
  const report = bySentence[sentence]!.find(
    ({ source, cue }) =>
      Math.min(source.first, cue.first) <= next + skippedWords && Math.max(source.first, cue.first) >= next,
  );
  if (!report) return null;
  const runsOn = !/^[.;]$/.test(lastInside(words, close)) || words.classes[close + 1] === 'comma';
  return runsOn || report.way === 'accordingTo' || standsAlone(words, report) ? sourceFrom('tail', report) : null;
}

/** The first token behind a quotation, a comma and adverbs left out. */
function behindClose({ classes }: Words, close: number): number {
  let next = classes[close + 1] === 'comma' ? close + 2 : close + 1;
  while (classes[next] === 'adverb') next += 1;
  return next;
}

/** “We won.” Rubio said. But neither: “We won.” Rubio said he was proud; nor: “We won.” He added, “And so did you.” */
function standsAlone(words: Words, { cue, sentence, source }: PlacedReport): boolean {
  const end = Math.max(source.last, cue.last);
  const over = end >= words.sentences[sentence]!.last - 1 || words.classes[end] === 'comma';
  return over && (words.quotationAt[end + 1] ?? -1) === -1;
}

/** The text of the last token of a quotation, closing marks of inner ones left out. */
function lastInside({ tokens }: Words, close: number): string {
  const inner = /^[’'”"»]$/.test(tokens[close - 1]!.text) ? close - 2 : close - 1;
  return tokens[inner]?.text ?? '';
}

/** Rubio said: “…” */
export function lead(context: Context, { open }: QuotedSpan): QuoteSource | null {
  const { words, bySentence } = context;
  const reports = bySentence[words.sentenceAt[open]!]!.filter(({ cue }) => cue.last <= open);
  const nearest = reports.at(-1);
  if (!nearest) return null;
  const beside = isLed(context, open) && nearest.cue.last >= open - 1;
  const report = beside && (nearest.tells === 'says' || nearest.polarity === null) ? nearest : outermost(reports);
  const close = open - Math.max(report.cue.last, report.source.last) <= 3;
  return sourceFrom(close ? 'lead' : 'within', report);
}

/** Whether a comma or colon leads to a quotation. */
function isLed({ words }: Context, open: number): boolean {
  return /^[,:]$/.test(words.tokens[open - 1]!.text);
}

/** In "he says he believes that it is" the words are what he says: up from the last report to the one that it is told in. */
export function outermost(reports: readonly PlacedReport[]): PlacedReport {
  let report = reports.at(-1)!;
  for (let told = report.toldIn; told !== null; told = report.toldIn) {
    const outer = reports.find(({ index }) => index === told);
    if (!outer) break;
    report = outer;
  }
  return report;
}

/** In tokens: a name and an office. */
const longestSignature = 12;

/** “…” — Marco Rubio; the name may stand in a line of its own. */
export function signed({ words }: Context, { close }: QuotedSpan): QuoteSource | null {
  if (close === null || !/^(?:—|–|―|--|-|~)$/.test(words.tokens[close + 1]?.text ?? '')) return null;
  const { last } = words.sentences[words.sentenceAt[close + 1]!]!;
  const below = words.text.slice(words.tokens[close]!.end, words.tokens[close + 1]!.start).includes('\n');
  // A line that begins with a hyphen is an item of a list.
  if (below && (words.tokens[close + 1]!.text === '-' || last - close > longestSignature)) return null;
  const source = phraseAfter(words, close + 2, last);
  return source && words.classes[source.first] === 'name' ? plainSource('signed', source) : null;
}

/** More from Rubio: “…” */
export function introduced({ words }: Context, { open }: QuotedSpan): QuoteSource | null {
  if (words.tokens[open - 1]!.text !== ':') return null;
  const { first } = words.sentences[words.sentenceAt[open]!]!;
  const source =
    words.language.code === 'de' ? germanSubject(words, first, open - 1) : phraseBefore(words, open - 1, first);
  return source && plainSource('subject', source);
}

/** “Proud” is the word, Rubio said. */
export function after({ words, bySentence }: Context, { close, last }: QuotedSpan): QuoteSource | null {
  const end = close ?? last - 1;
  const report = bySentence[words.sentenceAt[end]!]!.find(({ cue, polarity }) => cue.first > end && polarity !== null);
  if (!report) return null;
  const stop = words.sentences[report.sentence]!.last;
  const closes = Math.max(report.source.last, report.cue.last) >= stop - 1;
  const afterComma = words.classes[Math.min(report.source.first, report.cue.first) - 1] === 'comma';
  return report.way === 'accordingTo' || (closes && afterComma) ? sourceFrom('after', report) : null;
}
