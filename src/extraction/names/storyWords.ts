import { type ReadPart } from '../entities';
import { type Token } from '../text/tokens';

/** The words of all parts of a story, one after the other, so that each part is read in the light of the others. */
export interface StoryWords {
  readonly parts: readonly ReadPart[];
  readonly tokens: readonly Token[];
  readonly lower: readonly string[];
  /** Of each word, the part that it stands in. */
  readonly partOf: Int32Array;
  /** Of each part, its first word. */
  readonly partStarts: readonly number[];
  /** Of each word, its sentence; sentences are counted over all parts. */
  readonly sentenceOf: Int32Array;
  /** Of each sentence, its first word. */
  readonly sentenceStarts: readonly number[];
}

/** A stretch of words, `first` up to, not including, `last`. */
export interface WordSpan {
  readonly first: number;
  readonly last: number;
}

/** Joins the parts of a story. */
export function storyWords(parts: readonly ReadPart[]): StoryWords {
  const tokens: Token[] = [];
  const partStarts: number[] = [];
  const sentenceStarts: number[] = [];
  for (const { read } of parts) {
    partStarts.push(tokens.length);
    for (const { first } of read.sentences) sentenceStarts.push(tokens.length + first);
    for (const token of read.tokens) tokens.push(token);
  }
  return {
    parts,
    tokens,
    lower: tokens.map(({ text }) => text.toLowerCase().replace(/’/g, "'")),
    partOf: numbered(partStarts, tokens.length),
    partStarts,
    sentenceOf: numbered(sentenceStarts, tokens.length),
    sentenceStarts,
  };
}

/** For each of `count` words the number of the last start that is not after it. */
function numbered(starts: readonly number[], count: number): Int32Array {
  const numbers = new Int32Array(count);
  starts.forEach((start, number) => numbers.fill(number, start, starts[number + 1] ?? count));
  return numbers;
}

/** The words of a span as printed, with what stands between them. */
export function textOf({ parts, tokens, partOf }: StoryWords, { first, last }: WordSpan): string {
  return parts[partOf[first]!]!.read.text.slice(tokens[first]!.start, tokens[last - 1]!.end);
}

/** Whether both words stand in one sentence. */
export function sameSentence({ sentenceOf }: StoryWords, a: number, b: number): boolean {
  return sentenceOf[a] !== undefined && sentenceOf[a] === sentenceOf[b];
}
