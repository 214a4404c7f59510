import { type StoryEntity } from '../entities';
import { type FoundQuote, type Span } from '../extraction';
import { type QuotedSpan } from '../quotations/quotations';
import { codePointsOf } from '../text/codePoints';
import { quoteConfidence, reportConfidence } from './confidence';
import { contentsOf } from './contents';
import { type Phrase } from './phrases';
import { isQuoted } from './quotedOrNot';
import { quoteSourcesOf } from './quoteSources';
import { type Report, reportsOf } from './reports';
import { type QuoteSource } from './sourcesBeside';
import { speakerFinder } from './speakers';
import { type Words } from './wordsOf';

/** A quote in tokens, before its speaker is looked up. */
interface Quoted {
  readonly kind: FoundQuote['kind'];
  readonly spans: readonly Phrase[];
  readonly source: Phrase | null;
  readonly cue: Phrase | null;
  readonly confidence: number;
}

/** The quotes and the reported speech of a body, with their speakers among the entities. In printed order. */
export function quotesOf(words: Words, entities: readonly StoryEntity[]): FoundQuote[] {
  const reports = reportsOf(words);
  const speakerOf = speakerFinder(words, entities);
  const point = codePointsOf(words.text);
  const span = ({ first, last }: Phrase): Span => ({
    start: point(words.tokens[first]!.start),
    end: point(words.tokens[last - 1]!.end),
  });
  const found = [...marked(words, quoteSourcesOf(words, reports)), ...reported(words, reports)];
  return found
    .sort((one, other) => one.spans[0]!.first - other.spans[0]!.first)
    .map(({ kind, spans, source, cue, confidence }) => ({
      kind,
      spans: spans.map(span),
      cue: cue && span(cue),
      source: source && span(source),
      ...(source
        ? speakerOf(source)
        : { speaker: null, speakerName: null, speakerTitle: null, sourceType: 'UNKNOWN' as const }),
      confidence,
    }));
}

/** What stands in quotation marks. */
function marked(words: Words, sources: readonly (QuoteSource | null)[]): Quoted[] {
  const quotes: { spans: Phrase[]; source: QuoteSource | null; kind: FoundQuote['kind']; index: number }[] = [];
  words.quotations.forEach(({ spans }, index) => {
    const source = sources[index]!;
    if (!isQuoted(words, spans[0]!, source)) return;
    const earlier = quotes.at(-1);
    if (earlier?.index === index - 1 && goesOn(words, index, earlier.source, source)) {
      earlier.spans.push(...spans);
      earlier.index = index;
    } else quotes.push({ spans: [...spans], source, kind: kindOf(words, spans[0]!, source), index });
  });
  return quotes.map(({ spans, source, kind }) => ({
    kind,
    spans,
    source: source?.source ?? null,
    cue: source && source.way !== 'turn' && source.way !== 'sameParagraph' ? source.cue : null,
    confidence: quoteConfidence(source),
  }));
}

/** Whether a quotation is the second part of one that its source breaks: “…,” Rubio said. “…” */
function goesOn(words: Words, index: number, earlier: QuoteSource | null, source: QuoteSource | null): boolean {
  if (earlier?.way !== 'tail' || source?.way !== 'sameParagraph') return false;
  const { close } = words.quotations[index - 1]!.spans.at(-1)!;
  const { open } = words.quotations[index]!.spans[0]!;
  const between = words.sentences[words.sentenceAt[open - 1]!]!;
  // Only the sentence (or clause) that names the source stands between.
  return (
    close !== null &&
    between.first <= close + 2 &&
    open - close <= 40 &&
    /^[.,;:—–]$/.test(words.tokens[open - 1]!.text)
  );
}

function kindOf(words: Words, { open }: QuotedSpan, source: QuoteSource | null): FoundQuote['kind'] {
  const begins = words.sentences[words.sentenceAt[open]!]!.first === open;
  const led =
    /^[,:—–]$|^--$/.test(words.tokens[open - 1]?.text ?? '') || (source?.cue?.last === open && source.way === 'lead');
  return begins || led ? 'DIRECT' : 'MIXED';
}

/** What is told without quotation marks. */
function reported(words: Words, reports: readonly Report[]): Quoted[] {
  const contents = contentsOf(words, reports);
  return reports.flatMap((report, index) => {
    const content = contents[index];
    if (!content || !report.source) return [];
    const confidence = reportConfidence(report);
    return [{ kind: 'INDIRECT' as const, spans: [content], source: report.source, cue: report.cue, confidence }];
  });
}
