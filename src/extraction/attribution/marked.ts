import { type FoundQuote, type Polarity } from '../extraction';
import { type QuotedSpan } from '../quotations/quotations';
import { quoteConfidence } from './confidence';
import { type Phrase } from './phrases';
import { type Quoted } from './quotes';
import { type QuoteSource } from './sourcesBeside';
import { type Words } from './wordsOf';

/** A quotation that is somebody's words, with its source; null where it is none, or stands in a quote already. */
export type OpenQuotation = { readonly source: QuoteSource | null } | null;

interface Parts {
  readonly spans: Phrase[];
  readonly source: QuoteSource | null;
  readonly kind: FoundQuote['kind'];
  /** The last quotation of it. */
  index: number;
}

/** How many words spans hold, signs left out. */
export function wordsIn({ tokens }: Words, spans: readonly Phrase[]): number {
  let count = 0;
  for (const { first, last } of spans)
    for (let at = first; at < last; at += 1) if (tokens[at]!.kind !== 'SIGN') count += 1;
  return count;
}

/** The quotes that stand in quotation marks alone. */
export function marked(words: Words, open: readonly OpenQuotation[]): Quoted[] {
  const quotes: Parts[] = [];
  open.forEach((quotation, index) => {
    if (!quotation) return;
    const { source } = quotation;
    const { spans } = words.quotations[index]!;
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
    polarity: source ? polarityOfMarked(words, source, kind) : 'STATED',
    confidence: quoteConfidence(source, wordsIn(words, spans)),
  }));
}

/** “I never did,” he denied: what stands beside such a verb is said; what it has as its object is denied. */
function polarityOfMarked(
  { language }: Words,
  { way, polarity, lemma }: QuoteSource,
  kind: FoundQuote['kind'],
): Polarity {
  const denies = lemma !== null && language.polarity.denying.has(lemma);
  return denies && (way === 'tail' || kind === 'DIRECT') ? 'STATED' : polarity!;
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

/** Whether a quotation is a part of the sentence around it, and no sentence of its own behind a colon: he was “proud”. */
export function isFragment(words: Words, quotation: number, { way }: QuoteSource): boolean {
  if (way !== 'lead' && way !== 'within' && way !== 'after') return false;
  const { open, first } = words.quotations[quotation]!.spans[0]!;
  const before = words.tokens[open - 1]?.text ?? '';
  if (words.sentences[words.sentenceAt[open]!]!.first === open) return way === 'after';
  if (/^(?::|—|–|--)$/.test(before)) return false;
  return before !== ',' || !/^\p{Lu}/u.test(words.tokens[first]?.text ?? '');
}
