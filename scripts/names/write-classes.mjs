// Writes src/extraction/names/data/word-classes.bin.br: node scripts/names/write-classes.mjs (two minutes, 2 GB of memory).
// Before: npm run build, and npm install --prefix scripts/names: GloVe's vectors (public domain, PDDL) take 300 MB, so they
// are none of the project's own packages.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync } from 'node:zlib';
import { wordClasses } from './word-classes.mjs';

const { hashOf } = createRequire(import.meta.url)('../../dist/hash.js');

/** Words in the order of their hashes, as six columns of bytes: the distance to the hash before in four, the class in two. */
function packed(classes) {
  const entries = [...new Map([...classes].map(([word, number]) => [hashOf(word), number]))].sort(
    (a, b) => a[0] - b[0],
  );
  const count = entries.length;
  const columns = Buffer.alloc(count * 6);
  entries.forEach(([hash, number], i) => {
    const distance = hash - (i === 0 ? 0 : entries[i - 1][0]);
    for (let byte = 0; byte < 4; byte++) columns[byte * count + i] = (distance >>> (8 * byte)) & 255;
    for (let byte = 0; byte < 2; byte++) columns[(4 + byte) * count + i] = (number >>> (8 * byte)) & 255;
  });
  return columns;
}

// Vectors of rare words tell little; the classes are found with more of them than are kept.
const sorted = 200_000;
const kept = 130_000;
const bytes = brotliCompressSync(packed([...wordClasses(sorted)].slice(0, kept)));
writeFileSync(new URL('../../src/extraction/names/data/word-classes.bin.br', import.meta.url), bytes);
console.log(`word-classes.bin.br: ${kept} words in ${bytes.length} bytes`);
