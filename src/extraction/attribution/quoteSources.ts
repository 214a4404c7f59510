import { type QuotedSpan } from '../quotations/quotations';
import { type PlacedReport } from './nested';
import {
  type Context,
  type QuoteSource,
  after,
  followsColon,
  introduced,
  lead,
  outermost,
  plainSource,
  signed,
  sourceFrom,
  startsSentence,
  tail,
} from './sourcesBeside';
import { firstSubject } from './subjects';
import { type Words } from './wordsOf';

/** Words in quotation marks of which the text says that nobody said them: `Did she say “…”?` */
export const unsaid = 'UNSAID';

/** Whose words a quotation holds; null where the text names nobody. */
export type SourceOrNot = QuoteSource | typeof unsaid | null;

/** The source of each quotation, in the order of the text's quotations. */
export function quoteSourcesOf(words: Words, reports: readonly PlacedReport[]): SourceOrNot[] {
  const bySentence: PlacedReport[][] = words.sentences.map(() => []);
  for (const report of reports) bySentence[report.sentence]!.push(report);
  const paragraphAt = paragraphsOfSentences(words);
  const found: SourceOrNot[] = [];
  words.quotations.forEach(({ spans }, index) => {
    const before = found[index - 1];
    const context: Context = {
      ...{ words, bySentence, paragraphAt, index },
      before: before === undefined || before === unsaid ? null : before,
    };
    const source = sourceOf(context, spans[0]!, spans.at(-1)!);
    found.push(source && isUnsaid(context, spans[0]!, source) ? unsaid : source);
  });
  return found;
}

function isUnsaid(context: Context, span: QuotedSpan, { polarity, way }: QuoteSource): boolean {
  if (polarity === null) return true;
  const { tokens, quotationAt, sentences, sentenceAt } = context.words;
  const { last } = sentences[sentenceAt[span.open]!]!;
  const asks = tokens[last - 1]!.text === '?' && quotationAt[last - 1] === -1;
  return asks && !startsSentence(context, span) && way !== 'tail' && way !== 'after';
}

function sourceOf(context: Context, first: QuotedSpan, last: QuotedSpan): QuoteSource | null {
  const fragment = !startsSentence(context, first) && !followsColon(context, first);
  const led = fragment ? lead(context, first) : null;
  // “…” stands in what somebody else tells: she would never say “…”, her brother said.
  if (led) return led.polarity === null ? (after(context, last) ?? led) : led;
  // In German a comma behind "erklärte" leads to what is said next, so that it is no tail.
  const before = context.words.language.code === 'de' && followsColon(context, first) ? lead(context, first) : null;
  const told = before ?? tail(context, last) ?? lead(context, first) ?? signed(context, last) ?? after(context, last);
  return told ?? untold(context, first);
}

/** Whose words no report beside them tells. */
function untold(context: Context, first: QuotedSpan): QuoteSource | null {
  if (startsSentence(context, first)) return inherited(context, first);
  return introduced(context, first) ?? subject(context, first) ?? inherited(context, first);
}

/** A quotation that is a sentence of its own goes on with what stands before it. */
function inherited(context: Context, { open }: QuotedSpan): QuoteSource | null {
  const { words, paragraphAt, before } = context;
  const sentence = words.sentenceAt[open]!;
  const { first } = words.sentences[sentence]!;
  const paragraph = paragraphAt[sentence]!;
  const earlier = before && words.quotations[context.index - 1]!.spans.at(-1)!;
  const apart = earlier ? paragraph - paragraphAt[words.sentenceAt[earlier.open]!]! : Infinity;
  if (first !== open && apart > 0) return null;
  if (before && apart === 0) {
    // “…,” he said, “…”; but what stands in the middle of another sentence is not his for that.
    const goesOn = first === open || sentence === words.sentenceAt[earlier!.open] || isLedTo(context, open);
    return goesOn ? (speaksBetween(context, sentence - 1) ?? { ...before, way: 'sameParagraph' }) : null;
  }
  return sentence === 0 ? null : sentenceBefore(context, sentence - 1, apart === 1 ? before : null);
}

function isLedTo({ words }: Context, open: number): boolean {
  return /^(?:[,:—–]|--)$/.test(words.tokens[open - 1]?.text ?? '');
}

/** Somebody else whom the sentence between two quotations has speak: “…,” Lee said. Reed said it was late. “…” */
function speaksBetween({ words, bySentence, before, index }: Context, sentence: number): QuoteSource | null {
  const earlier = words.quotations[index - 1]!.spans.at(-1)!;
  if (words.sentenceAt[earlier.open]! >= sentence) return null;
  const reports = bySentence[sentence]!.filter(({ tells, polarity }) => tells === 'says' && polarity === 'STATED');
  const report = reports.length > 0 ? outermost(reports) : null;
  return report && report.index !== before?.report ? sourceFrom('sentenceBefore', report) : null;
}

/** The source that the sentence before tells of: its last report, the quotation in it, or its subject. */
function sentenceBefore(
  { words, bySentence, paragraphAt }: Context,
  at: number,
  quoted: QuoteSource | null,
): QuoteSource | null {
  const { first, last } = words.sentences[at]!;
  const same = paragraphAt[at] === paragraphAt[at + 1];
  const colon = words.tokens[last - 1]!.text === ':';
  const way = same || colon ? 'sentenceBefore' : 'turn';
  const reports = bySentence[at]!.filter(({ tells, polarity }) => tells === 'says' && polarity === 'STATED');
  const report = reports.length > 0 ? outermost(reports) : null;
  if (report && (colon || !quoted)) return sourceFrom(way, report);
  if (quoted && !colon) return { ...quoted, way: 'turn' };
  const source = way === 'turn' ? null : firstSubject(words, first, last);
  return source && plainSource(way, source);
}

/** Trump was “fired up”. */
function subject({ words }: Context, { open }: QuotedSpan): QuoteSource | null {
  const { first } = words.sentences[words.sentenceAt[open]!]!;
  const source = firstSubject(words, first, open);
  return source && plainSource('subject', source);
}

function paragraphsOfSentences({ paragraphs, sentences }: Words): Int32Array {
  const paragraphAt = new Int32Array(sentences.length);
  paragraphs.forEach(({ firstSentence, lastSentence }, index) => paragraphAt.fill(index, firstSentence, lastSentence));
  return paragraphAt;
}
