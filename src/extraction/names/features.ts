import { type DocumentWords } from './documentWords';
import { hashOf, hashWith } from '../../text/hash';
import { listCount } from './listedWords';

/** For each word the hashes of the features it has: those of word i are `hashes[starts[i]]` to before `hashes[starts[i + 1]]`. */
export interface Features {
  readonly hashes: Uint32Array;
  readonly starts: Uint32Array;
}

// What another module exports is read through a getter: too slow for the innermost loops.
const mix = hashWith;

/** Collects hashed features, a word at a time. */
class FeatureWriter {
  private hashes: Uint32Array<ArrayBuffer>;
  private length = 0;
  private readonly starts: Uint32Array;
  private word = 0;

  constructor(words: number) {
    this.starts = new Uint32Array(words + 1);
    this.hashes = new Uint32Array(words * 32 + 64);
  }

  /** A feature is its template's number and up to three values. */
  add(template: number, a: number, b = 0, c = 0): void {
    if (this.length === this.hashes.length) {
      const longer = new Uint32Array(this.length * 2);
      longer.set(this.hashes);
      this.hashes = longer;
    }
    this.hashes[this.length] = mix(mix(mix(mix(0x811c9dc5, template), a), b), c);
    this.length += 1;
  }

  endWord(): void {
    this.word += 1;
    this.starts[this.word] = this.length;
  }

  features(): Features {
    return { hashes: this.hashes.subarray(0, this.length), starts: this.starts };
  }
}

/** What stands beyond the ends of a sentence, in place of the numbers of a word. */
const beyond = 0xfffff;

/**
 * The features of the words in a document's stretches; the other words have none. Each feature sees the word and two on either
 * side, inside its sentence.
 */
export function featuresOf(document: DocumentWords): Features {
  const { sentences, stretches } = document;
  const writer = new FeatureWriter(document.lower.length);
  let sentence = 0;
  let written = 0;
  for (const [begin, finish] of stretches) {
    while (sentences[sentence]![1] <= begin) sentence += 1;
    const [first, end] = sentences[sentence]!;
    const inside = (at: number) => at >= first && at < end;
    for (; written < begin; written += 1) writer.endWord();
    for (; written < finish; written += 1) {
      addWords(writer, document, written, inside);
      addClasses(writer, document, written, inside);
      addLists(writer, document, written, inside);
      addPrint(writer, document, written, inside);
      writer.endWord();
    }
  }
  for (; written < document.lower.length; written += 1) writer.endWord();
  return writer.features();
}

type Inside = (at: number) => boolean;

function addWords(writer: FeatureWriter, { lower, hash }: DocumentWords, i: number, inside: Inside): void {
  const at = (offset: number) => (inside(i + offset) ? hash[i + offset]! : beyond);
  writer.add(0, 0);
  for (let offset = -2; offset <= 2; offset += 1) writer.add(3 + offset, at(offset));
  writer.add(6, at(-1), at(0));
  writer.add(7, at(0), at(1));
  const word = lower[i]!;
  for (let length = 2; length <= 4 && length < word.length; length += 1) {
    writer.add(8 + length, hashOf(word.slice(-length)));
    writer.add(12 + length, hashOf(word.slice(0, length)));
  }
}

function addClasses(
  writer: FeatureWriter,
  { wordClass, group, shape }: DocumentWords,
  i: number,
  inside: Inside,
): void {
  const groupAt = (offset: number) => (inside(i + offset) ? group[i + offset]! : beyond);
  const classAt = (offset: number) => (inside(i + offset) ? wordClass[i + offset]! : beyond);
  for (let offset = -2; offset <= 2; offset += 1) writer.add(22 + offset, groupAt(offset));
  for (let offset = -1; offset <= 1; offset += 1) writer.add(26 + offset, classAt(offset));
  writer.add(30, groupAt(-1), groupAt(0));
  writer.add(31, groupAt(0), groupAt(1));
  writer.add(32, groupAt(0), shape[i]);
  writer.add(33, classAt(0), shape[i]);
  writer.add(34, classAt(-1), groupAt(0), shape[i]);
  writer.add(35, classAt(1), groupAt(0), shape[i]);
}

function addLists(writer: FeatureWriter, { lists, shape }: DocumentWords, i: number, inside: Inside): void {
  const at = (offset: number) => (inside(i + offset) ? lists[i + offset]! : 0);
  for (let bit = 0; bit < listCount; bit += 1) {
    const mask = 1 << bit;
    if (at(0) & mask) writer.add(40, bit, shape[i]);
    if (at(-1) & mask) writer.add(41, bit, shape[i]);
    if (at(1) & mask) writer.add(42, bit, shape[i]);
  }
  writer.add(43, at(0), shape[i]);
  writer.add(44, at(-1), at(0));
  writer.add(45, at(0), at(1));
}

function addPrint(writer: FeatureWriter, document: DocumentWords, i: number, inside: Inside): void {
  const { shape, casing, opens, printed, group, lists, isSport } = document;
  const at = (offset: number) => (inside(i + offset) ? shape[i + offset]! : beyond);
  writer.add(50, at(0), casing[i], opens[i]);
  writer.add(51, at(-1), at(0), casing[i]);
  writer.add(52, at(0), at(1), casing[i]);
  writer.add(53, at(-1), at(0), at(1));
  writer.add(54, printed[i]!, casing[i]! * 2 + opens[i]!, at(0));
  writer.add(55, printed[i]!, group[i], casing[i]! * 2 + opens[i]!);
  if (isSport) {
    writer.add(58, group[i]!, shape[i]);
    writer.add(59, lists[i]!, shape[i]);
    writer.add(60, at(-1), lists[i], at(1));
    writer.add(61, inside(i - 1) ? group[i - 1]! : beyond, inside(i + 1) ? group[i + 1]! : beyond);
  }
  writer.add(56, at(-2), at(-1), at(0));
  writer.add(57, at(0), at(1), inside(i + 2) ? shape[i + 2]! : beyond);
}
