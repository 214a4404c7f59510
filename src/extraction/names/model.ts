import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { HashTable } from './hashTable';
import { labelCount, mayFollow } from './labels';
import { dataFolder } from './wordClasses';

// What another module exports is read through a getter: too slow for the innermost loops.
const width = labelCount;

/** A trained tagger: for each feature a weight a label, and how readily labels follow each other. */
export interface Model {
  /** A feature's row in `weights`, by its hash. */
  readonly rows: HashTable;
  /** `labelCount` weights a row. */
  readonly weights: Float32Array;
  /** From label × width + to label; -Infinity where it may not follow. */
  readonly transitions: Float64Array;
  /** The transitions as powers of e: 0 where it may not follow. */
  readonly odds: Float64Array;
}

let model: Model | undefined;

/** The model that scripts/names/train.mjs writes, read once. */
export function readModel(): Model {
  return (model ??= parseModel(brotliDecompressSync(readFileSync(path.join(dataFolder, 'names.model.br')))));
}

/**
 * Makes a model of a file's bytes, decompressed: a line of JSON (what it was trained on, unit, transitions, number of rows); then columns of bytes: the distance from
 * the hash before in four columns, lowest byte first, and a column of weights for each label.
 */
export function parseModel(bytes: Buffer): Model {
  const headEnd = bytes.indexOf('\n');
  const head = JSON.parse(bytes.toString('utf8', 0, headEnd)) as { unit: number; transitions: number[]; rows: number };
  const columns = bytes.subarray(headEnd + 1);
  const count = head.rows;
  const rows = new HashTable(count);
  const weights = new Float32Array(count * width);
  let hash = 0;
  for (let row = 0; row < count; row += 1) {
    for (let byte = 0; byte < 4; byte += 1) hash += columns[byte * count + row]! * 2 ** (8 * byte);
    rows.set(hash, row);
  }
  for (let label = 0; label < width; label += 1)
    for (let row = 0; row < count; row += 1)
      weights[row * width + label] = columns.readInt8((4 + label) * count + row) * head.unit;
  const transitions = Float64Array.from(head.transitions, (value, i) =>
    mayFollow(Math.floor(i / width), i % width) ? value : -Infinity,
  );
  return { rows, weights, transitions, odds: transitions.map(Math.exp) };
}
