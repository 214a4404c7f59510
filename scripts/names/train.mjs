// Trains the tagger of names on WikiGold and GUM's Wikinews, and writes src/extraction/names/data/names.model.br.
// npm run build && node scripts/names/train.mjs (a minute; the same model every time)
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync } from 'node:zlib';
import { readWikiGold } from './corpora.mjs';
import { labelsOf, train } from './crf.mjs';
import { readGum } from './gum.mjs';

const require = createRequire(import.meta.url);
const { readWords } = require('../../dist/extraction/names/documentWords.js');
const { featuresOf } = require('../../dist/extraction/names/features.js');
const { labelCount } = require('../../dist/extraction/names/labels.js');

/** The stretches of a document as the trainer takes them. */
export function sentencesOf(document) {
  const words = readWords(document);
  const { hashes, starts } = featuresOf(words);
  const looked = new Set(
    words.stretches.flatMap(([first, end]) => Array.from({ length: end - first }, (_, i) => first + i)),
  );
  const tags = document.tags.map((tag, i) => (looked.has(i) ? tag : 'O'));
  const gold = labelsOf(
    tags,
    words.stretches.map(([first]) => first),
  );
  return words.stretches.map(([first, end]) => ({
    features: Array.from({ length: end - first }, (_, i) => hashes.subarray(starts[first + i], starts[first + i + 1])),
    gold: gold.slice(first, end),
  }));
}

/** Every eighth sentence once more in capitals, as headlines are printed. */
function inCapitals(documents) {
  return documents.flatMap((document, i) =>
    sentencesOf({ ...document, words: document.words.map((word) => word.toUpperCase()) }).filter(
      (_, j) => (i + j) % 8 === 0,
    ),
  );
}

/** What `train` makes of documents. */
export function trainOn(documents) {
  return train([...documents.flatMap(sentencesOf), ...inCapitals(documents)]);
}

/** Weights as whole numbers of a unit; what is nearly nothing is nothing, and features without weight are left out. */
export function pack({ index, weights, transitions }, trainedOn) {
  const unit = weights.reduce((top, weight) => Math.max(top, Math.abs(weight)), 0) / 127;
  const smallest = 0.04;
  const rounded = weights.map((weight) => (Math.abs(weight) < smallest ? 0 : Math.round(weight / unit)));
  const rows = [...index]
    .map(([hash, row]) => [hash, rounded.subarray(row * labelCount, (row + 1) * labelCount)])
    .filter(([, row]) => row.some((weight) => weight !== 0))
    .sort((a, b) => a[0] - b[0]);
  const columns = Buffer.alloc(rows.length * (4 + labelCount));
  rows.forEach(([hash, row], i) => {
    const distance = hash - (i === 0 ? 0 : rows[i - 1][0]);
    for (let byte = 0; byte < 4; byte++) columns[byte * rows.length + i] = (distance >>> (8 * byte)) & 255;
    row.forEach((weight, label) => columns.writeInt8(weight, (4 + label) * rows.length + i));
  });
  const head = {
    trainedOn,
    unit,
    transitions: [...transitions].map((value) => Math.round(value * 1000) / 1000),
    rows: rows.length,
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), columns]);
}

if (process.argv[1] === import.meta.filename) {
  const data = new URL('../../../shared/data/ner/', import.meta.url).pathname;
  const model = trainOn([...readWikiGold(`${data}wikigold.conll.txt`), ...readGum(`${data}gum-news`)]);
  const bytes = brotliCompressSync(pack(model, 'WikiGold (CC BY 4.0) and the Wikinews texts of GUM (CC BY)'));
  writeFileSync(new URL('../../src/extraction/names/data/names.model.br', import.meta.url), bytes);
  console.log(`names.model.br: ${bytes.length} bytes`);
}
