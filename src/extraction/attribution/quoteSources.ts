import { type QuotedSpan } from '../quotations/quotations';
import { type Report } from './reports';
import {
  type Context,
  type QuoteSource,
  after,
  followsColon,
  introduced,
  lead,
  outermost,
  signed,
  sourceFrom,
  startsSentence,
  tail,
} from './sourcesBeside';
import { firstSubject } from './subjects';
import { type Words } from './wordsOf';

/** The source of each quotation, null where the text names none; in the order of the text's quotations. */
export function quoteSourcesOf(words: Words, reports: readonly Report[]): (QuoteSource | null)[] {
  const bySentence: Report[][] = words.sentences.map(() => []);
  for (const report of reports) bySentence[report.sentence]!.push(report);
  const paragraphAt = paragraphsOfSentences(words);
  const found: (QuoteSource | null)[] = [];
  words.quotations.forEach(({ spans }, index) => {
    const context: Context = { words, bySentence, paragraphAt, before: found[index - 1] ?? null, index };
    found.push(sourceOf(context, spans[0]!, spans.at(-1)!));
  });
  return found;
}

function sourceOf(context: Context, first: QuotedSpan, last: QuotedSpan): QuoteSource | null {
  return (
    // A fragment belongs to the sentence around it: he says she was “proud,” the mayor said.
    (startsSentence(context, first) || followsColon(context, first) ? null : lead(context, first)) ??
    tail(context, last) ??
    lead(context, first) ??
    signed(context, last) ??
    after(context, last) ??
    (startsSentence(context, first)
      ? inherited(context, first)
      : (introduced(context, first) ?? subject(context, first) ?? inherited(context, first)))
  );
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
  if (before && apart === 0) return { ...before, way: 'sameParagraph' };
  return sentence === 0 ? null : sentenceBefore(context, sentence - 1, apart === 1 ? before : null);
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
  const reports = bySentence[at]!.filter(({ source, tells }) => source && tells === 'says');
  const report = reports.length > 0 ? outermost(words, reports) : null;
  if (report && (colon || !quoted)) return sourceFrom(way, report);
  if (quoted && !colon) return { ...quoted, way: 'turn' };
  const source = way === 'turn' ? null : firstSubject(words, first, last);
  return source && { way, source, cue: null, lemma: null };
}

/** Trump was “fired up”. */
function subject({ words }: Context, { open }: QuotedSpan): QuoteSource | null {
  const { first } = words.sentences[words.sentenceAt[open]!]!;
  const source = firstSubject(words, first, open);
  return source && { way: 'subject', source, cue: null, lemma: null };
}

function paragraphsOfSentences({ paragraphs, sentences }: Words): Int32Array {
  const paragraphAt = new Int32Array(sentences.length);
  paragraphs.forEach(({ firstSentence, lastSentence }, index) => paragraphAt.fill(index, firstSentence, lastSentence));
  return paragraphAt;
}
