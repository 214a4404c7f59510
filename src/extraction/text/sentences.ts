import { type Token } from './tokens';
import { isWrapped } from './wrappedLines';

/** Tokens `first` up to, not including, `last`; offsets in UTF-16 units. */
export interface Sentence {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}

/** A paragraph's sentences are `firstSentence` up to, not including, `lastSentence`. */
export interface Paragraph {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly firstSentence: number;
  readonly lastSentence: number;
}

/** What a language must say about its sentences. */
export interface SentenceWords {
  /** Abbreviations before a name or number, in lower case with their full stop: no sentence ends with "Mr." */
  readonly neverLast: ReadonlySet<string>;
  /** Words in lower case that begin sentences and seldom names: "U.S. The" are two sentences, "U.S. Senate" is not. */
  readonly sentenceStarts: ReadonlySet<string>;
  /** A number with a full stop is an ordinal: "am 11. August". */
  readonly ordinalStops?: boolean;
}

const stops = new Set(['.', '!', '?', '…', '...', '。', '！', '？']);
const opening = /^["“‘'«„]$/u;
const closing = /^["”’'»“)\]}]$|^''$/u;

/** Cuts tokens into sentences and paragraphs. A line break ends both, but where lines are broken by their width. */
export function sentencesOf(
  text: string,
  tokens: readonly Token[],
  words: SentenceWords,
): { sentences: Sentence[]; paragraphs: Paragraph[] } {
  const sentences: Sentence[] = [];
  const paragraphs: Paragraph[] = [];
  const span = (first: number, last: number) => ({
    first,
    last,
    start: tokens[first]!.start,
    end: tokens[last - 1]!.end,
  });
  const paragraphEnd = isWrapped(text) ? /\n[^\S\n]*\n/ : /\n/;
  let sentence = 0;
  let paragraph = 0;
  let firstSentence = 0;
  for (let next = 1; next <= tokens.length; next += 1) {
    const newLine = next === tokens.length || paragraphEnd.test(text.slice(tokens[next - 1]!.end, tokens[next]!.start));
    if (!newLine && !endsBefore(tokens, sentence, next, words)) continue;
    sentences.push(span(sentence, next));
    sentence = next;
    if (!newLine) continue;
    paragraphs.push({ ...span(paragraph, next), firstSentence, lastSentence: sentences.length });
    paragraph = next;
    firstSentence = sentences.length;
  }
  return { sentences, paragraphs };
}

/** Whether a sentence that began at token `from` ends before token `next`, inside a line. */
function endsBefore(tokens: readonly Token[], from: number, next: number, words: SentenceWords): boolean {
  if (tokens[next]!.start === tokens[next - 1]!.end) return false;
  const { text } = tokens[lastInside(tokens, from, next)]!;
  if (stops.has(text)) return !isOrdinal(tokens, next, words) && startsLikeSentence(tokens, next);
  if (text.length < 2 || !text.endsWith('.') || !startsLikeSentence(tokens, next)) return false;
  if (words.neverLast.has(text.toLowerCase()) || /^\p{Lu}\.$/u.test(text)) return false;
  // After "U.S." only a word that seldom belongs to a name begins a sentence, or an opening mark.
  return opening.test(tokens[next]!.text) || words.sentenceStarts.has(tokens[next]!.text.toLowerCase());
}

/** "am 11. August", "der 3. Platz" */
function isOrdinal(tokens: readonly Token[], next: number, { ordinalStops }: SentenceWords): boolean {
  return ordinalStops === true && tokens[next - 1]!.text === '.' && /^\d{1,2}$/.test(tokens[next - 2]?.text ?? '');
}

/** The last token before `next` that closes nothing. Three marks may close one sentence (“… ‘… (…).’”); more are no text. */
function lastInside(tokens: readonly Token[], from: number, next: number): number {
  let last = next - 1;
  while (last > from && last > next - 4 && closing.test(tokens[last]!.text)) last -= 1;
  return last;
}

/** A capital, a digit, or a mark that opens before one. */
function startsLikeSentence(tokens: readonly Token[], next: number): boolean {
  for (let at = next; at < Math.min(next + 3, tokens.length); at += 1) {
    const { text } = tokens[at]!;
    if (/^[\p{Lu}\p{Lt}\p{N}\p{Lo}]/u.test(text)) return true;
    if (!/^["“„«‘'([—–$£€#*•-]|^``$|^--$/u.test(text)) return false;
  }
  return false;
}
