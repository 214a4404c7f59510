import { type QuotedSpan } from '../quotations/quotations';
import { type Phrase, phraseAfter, phraseBefore } from './phrases';
import { type Report } from './reports';
import { firstSubject } from './subjects';
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
}

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

interface Context {
  readonly words: Words;
  readonly bySentence: readonly (readonly Report[])[];
  readonly paragraphAt: Int32Array;
  /** The source of the quotation before. */
  readonly before: QuoteSource | null;
  readonly index: number;
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

function startsSentence({ words }: Context, { open }: QuotedSpan): boolean {
  return words.sentences[words.sentenceAt[open]!]!.first === open;
}

function followsColon({ words }: Context, { open }: QuotedSpan): boolean {
  return words.tokens[open - 1]?.text === ':';
}

const from = (way: SourceWay, { source, cue, lemma }: Report): QuoteSource | null =>
  source && { way, source, cue, lemma };

/** What may stand between a quotation and the source that this makes out: "state Sen. Holsman said". */
const skippedWords = 2;

/** “…,” Rubio said. */
function tail({ words, bySentence, paragraphAt }: Context, { close }: QuotedSpan): QuoteSource | null {
  if (close === null) return null;
  let next = close + 1;
  if (words.classes[next] === 'comma') next += 1;
  while (words.classes[next] === 'adverb') next += 1;
  if (next >= words.tokens.length) return null;
  const sentence = words.sentenceAt[next]!;
  if (paragraphAt[sentence] !== paragraphAt[words.sentenceAt[close]!]) return null;
  const report = bySentence[sentence]!.find(
    ({ source, cue }) =>
      source && Math.min(source.first, cue.first) <= next + skippedWords && Math.max(source.first, cue.first) >= next,
  );
  if (!report?.source || report.way === 'accordingTo') return report ? from('tail', report) : null;
  const runsOn = !/^[.;]$/.test(lastInside(words, close)) || words.classes[close + 1] === 'comma';
  if (runsOn) return from('tail', report);
  // “We won.” Rubio said. But: “We won.” Rubio said he was proud.
  const end = Math.max(report.source.last, report.cue.last);
  const short = end >= words.sentences[sentence]!.last - 1 || words.classes[end] === 'comma';
  // “We won.” He added, “And so did you.”
  const leads = words.quotationAt[end + 1] !== undefined && words.quotationAt[end + 1] !== -1;
  return short && !leads ? from('tail', report) : null;
}

/** The text of the last token of a quotation, closing marks of inner ones left out. */
function lastInside({ tokens }: Words, close: number): string {
  const inner = /^[’'”"»]$/.test(tokens[close - 1]!.text) ? close - 2 : close - 1;
  return tokens[inner]?.text ?? '';
}

/** Rubio said: “…” */
function lead({ words, bySentence }: Context, { open }: QuotedSpan): QuoteSource | null {
  const reports = bySentence[words.sentenceAt[open]!]!.filter(({ cue, source }) => cue.last <= open && source);
  const nearest = reports.at(-1);
  if (!nearest) return null;
  const beside = /^[,:]$/.test(words.tokens[open - 1]!.text) && nearest.cue.last >= open - 1;
  const report = beside && nearest.tells === 'says' ? nearest : outermost(words, reports);
  const close = open - Math.max(report.cue.last, report.source!.last) <= 3;
  return from(close ? 'lead' : 'within', report);
}

/** In "he says he believes that it is" the words are what he says: up from the last report to the one that it is told in. */
function outermost({ classes }: Words, reports: readonly Report[]): Report {
  let report = reports.at(-1)!;
  for (const outer of reports.slice(0, -1).reverse()) {
    const { first } = report.source!;
    if (outer.tells !== 'says' || outer.way === 'accordingTo' || report.way === 'shared' || first < outer.cue.last)
      continue;
    const between = classes.slice(outer.cue.last, first);
    // Behind a comma or conjunction somebody else begins to speak.
    const told = between.every((kind) => kind !== 'comma' && kind !== 'but' && kind !== 'and' && kind !== 'sign');
    if (told) report = outer;
  }
  return report;
}

/** “…” — Marco Rubio; the name may stand in a line of its own. */
function signed({ words }: Context, { close }: QuotedSpan): QuoteSource | null {
  if (close === null || !/^(?:—|–|―|--|-|~)$/.test(words.tokens[close + 1]?.text ?? '')) return null;
  const { last } = words.sentences[words.sentenceAt[close + 1]!]!;
  const source = phraseAfter(words, close + 2, last);
  return source && words.classes[source.first] === 'name' ? { way: 'signed', source, cue: null, lemma: null } : null;
}

/** More from Rubio: “…” */
function introduced({ words }: Context, { open }: QuotedSpan): QuoteSource | null {
  if (words.tokens[open - 1]!.text !== ':') return null;
  const source = phraseBefore(words, open - 1, words.sentences[words.sentenceAt[open]!]!.first);
  return source && { way: 'subject', source, cue: null, lemma: null };
}

/** “Proud” is the word, Rubio said. */
function after({ words, bySentence }: Context, { close, last }: QuotedSpan): QuoteSource | null {
  const end = close ?? last - 1;
  const report = bySentence[words.sentenceAt[end]!]!.find(({ cue }) => cue.first > end);
  if (!report?.source) return null;
  const stop = words.sentences[report.sentence]!.last;
  const closes = Math.max(report.source.last, report.cue.last) >= stop - 1;
  const afterComma = words.classes[Math.min(report.source.first, report.cue.first) - 1] === 'comma';
  return report.way === 'accordingTo' || (closes && afterComma) ? from('after', report) : null;
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
  if (report && (colon || !quoted)) return from(way, report);
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
