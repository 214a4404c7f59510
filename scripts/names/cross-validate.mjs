// How well the tagger does on texts that it was not trained on: npm run build && node scripts/names/cross-validate.mjs
// WikiGold and GUM by documents, in five folds: each document is tagged by a model that was trained on the other four.
// CoNLL 2003 (validation), which nothing is trained on, is measured by `npm run evaluate`.
import { createRequire } from 'node:module';
import { readWikiGold } from './corpora.mjs';
import { readGum } from './gum.mjs';
import { pack, trainOn } from './train.mjs';

const require = createRequire(import.meta.url);
const { agreed } = require('../../dist/extraction/names/agreement.js');
const { readWords } = require('../../dist/extraction/names/documentWords.js');
const { parseModel } = require('../../dist/extraction/names/model.js');
const { tag } = require('../../dist/extraction/names/tagger.js');
const { spansOf } = require('../../dist/extraction/evaluate/markedNames.js');

const folds = 5;
const data = new URL('../../../shared/data/ner/', import.meta.url).pathname;
const corpora = { WikiGold: readWikiGold(`${data}wikigold.conll.txt`), GUM: readGum(`${data}gum-news`) };
const counts = {};
const buckets = Array.from({ length: 10 }, () => [0, 0]);

function count(corpus, model, document) {
  const words = readWords(document);
  const found = agreed(tag(model, words), words).filter(({ kind }) => kind !== 'MISC');
  const expected = new Set(
    spansOf(document.tags)
      .filter(({ kind }) => kind !== 'MISC')
      .map(({ first, last, kind }) => `${first} ${last} ${kind}`),
  );
  for (const { first, last, kind, probability } of found) {
    const right = expected.has(`${first} ${last} ${kind}`);
    const bucket = buckets[Math.min(9, Math.floor(probability * 10))];
    bucket[0] += 1;
    bucket[1] += right;
    for (const of of [corpus, `${corpus} ${kind}`]) (counts[of] ??= { right: 0, found: 0, expected: 0 }).found += 1;
    if (right) for (const of of [corpus, `${corpus} ${kind}`]) counts[of].right += 1;
  }
  for (const span of expected)
    for (const of of [corpus, `${corpus} ${span.slice(-3)}`])
      (counts[of] ??= { right: 0, found: 0, expected: 0 }).expected += 1;
}

for (let fold = 0; fold < folds; fold++) {
  const others = Object.values(corpora).flatMap((documents) => documents.filter((_, i) => i % folds !== fold));
  const model = parseModel(pack(trainOn(others), ''));
  for (const [corpus, documents] of Object.entries(corpora))
    documents.filter((_, i) => i % folds === fold).forEach((document) => count(corpus, model, document));
}
for (const [corpus, { right, found, expected }] of Object.entries(counts).sort()) {
  const [precision, recall, f1] = [right / found, right / expected, (2 * right) / (found + expected)].map((value) =>
    (100 * value).toFixed(1),
  );
  console.log(`${corpus}: F1 ${f1} (P ${precision} R ${recall}, ${expected} names)`);
}
buckets.forEach(
  ([found, right], i) =>
    found &&
    console.log(
      `probability ${i / 10} to ${(i + 1) / 10}: ${right} of ${found} right (${((100 * right) / found).toFixed(0)} %)`,
    ),
);
