import { type DocumentWords } from './documentWords';
import { hashOf, hashWith } from './hash';
import { listCount } from './listedWords';

/** For each word the hashes of the features it has: those of word i are `hashes[starts[i]]` to before `hashes[starts[i + 1]]`. */
export interface Features {
  readonly hashes: Uint32Array;
  readonly starts: Uint32Array;
}

/** Collects hashed features, a word at a time. */
class FeatureWriter {
  private hashes: Uint32Array<ArrayBuffer>;
  private length = 0;
  private readonly starts: Uint32Array;
  private word = 0;

  constructor(words: number) {
    this.starts = new Uint32Array(words + 1);
    this.hashes = new Uint32Array(words * 64 + 64);
  }

  /** A feature is its template's number and up to three values. */
  add(template: number, a: number, b = 0, c = 0): void {
    if (this.length === this.hashes.length) {
      const longer = new Uint32Array(this.length * 2);
      longer.set(this.hashes);
      this.hashes = longer;
    }
    this.hashes[this.length] = hashWith(hashWith(hashWith(hashWith(0x811c9dc5, template), a), b), c);
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

/** The features of every word of a document; each feature sees the word and two on either side, inside its sentence. */
export function featuresOf(document: DocumentWords): Features {
  const writer = new FeatureWriter(document.lower.length);
  for (const [first, end] of document.sentences) {
    for (let i = first; i < end; i += 1) {
      const inside = (at: number) => at >= first && at < end;
      addWords(writer, document, i, inside);
      addClasses(writer, document, i, inside);
      addLists(writer, document, i, inside);
      addPrint(writer, document, i, inside);
      writer.endWord();
    }
  }
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
  const { shape, casing, opens, printed, group } = document;
  const at = (offset: number) => (inside(i + offset) ? shape[i + offset]! : beyond);
  writer.add(50, at(0), casing[i], opens[i]);
  writer.add(51, at(-1), at(0), casing[i]);
  writer.add(52, at(0), at(1), casing[i]);
  writer.add(53, at(-1), at(0), at(1));
  writer.add(54, printed[i]!, casing[i]! * 2 + opens[i]!, at(0));
  writer.add(55, printed[i]!, group[i], casing[i]! * 2 + opens[i]!);
  writer.add(56, at(-2), at(-1), at(0));
  writer.add(57, at(0), at(1), inside(i + 2) ? shape[i + 2]! : beyond);
}
