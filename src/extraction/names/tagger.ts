import { type DocumentWords } from './documentWords';
import { type Features, featuresOf } from './features';
import { beginsName, goesOn, isInner, kindOf, labelCount, mayFollow, type NameKind } from './labels';
import { marginalsOf } from './marginals';
import { type Model } from './model';

// What another module exports is read through a getter: too slow for the innermost loops.
const width = labelCount;

/** A name that the tagger saw: words `first` up to, not including, `last`. */
export interface TaggedName {
  readonly first: number;
  readonly last: number;
  readonly kind: NameKind;
  /** How likely these labels are, 0 to 1: the model's probability of the least likely of them. */
  readonly probability: number;
}

/** The names of a document, by the likeliest labels of each of its stretches. */
export function tag(model: Model, document: DocumentWords): TaggedName[] {
  const features = featuresOf(document);
  const names: TaggedName[] = [];
  for (const [first, end] of document.stretches) {
    const scores = scoresOf(model, features, first, end);
    const labels = likeliest(model, scores);
    if (labels.every((label) => label === 0)) continue;
    for (const name of namesOf(labels, first, marginalsOf(model, scores))) names.push(name);
  }
  return names;
}

/** The weights of the features that each word has, added up: a row a word, a column a label. */
function scoresOf({ rows, weights }: Model, { hashes, starts }: Features, first: number, end: number): Float64Array {
  const scores = new Float64Array((end - first) * width);
  let word = first;
  for (let i = starts[first]!; i < starts[end]!; i += 1) {
    while (i >= starts[word + 1]!) word += 1;
    const row = rows.get(hashes[i]!);
    if (row < 0) continue;
    const at = (word - first) * width;
    const from = row * width;
    for (let label = 0; label < width; label += 1) scores[at + label]! += weights[from + label]!;
  }
  return scores;
}

/** For each label the labels that may stand before it. */
const before = Array.from({ length: width }, (_, to) =>
  Array.from({ length: width }, (__, from) => from).filter((from) => mayFollow(from, to)),
);

/** Viterbi's path. */
function likeliest({ transitions }: Model, scores: Float64Array): number[] {
  const best = new Float64Array(scores.length);
  const from = new Uint8Array(scores.length);
  for (let label = 0; label < width; label += 1) best[label] = isInner(label) ? -Infinity : scores[label]!;
  for (let at = width; at < scores.length; at += width) {
    for (let to = 0; to < width; to += 1) {
      const x = bestBefore(best, at - width, transitions, to);
      from[at + to] = x;
      best[at + to] = best[at - width + x]! + transitions[x * width + to]! + scores[at + to]!;
    }
  }
  return pathTo(bestLast(best), from);
}

function bestBefore(best: Float64Array, at: number, transitions: Float64Array, to: number): number {
  let label = before[to]![0]!;
  let top = -Infinity;
  for (const x of before[to]!) {
    const value = best[at + x]! + transitions[x * width + to]!;
    if (value <= top) continue;
    top = value;
    label = x;
  }
  return label;
}

function bestLast(best: Float64Array): number {
  const end = best.length - width;
  let last = 0;
  for (let label = 1; label < width; label += 1) {
    if (!goesOn(label) && best[end + label]! > best[end + last]!) last = label;
  }
  return last;
}

function pathTo(last: number, from: Uint8Array): number[] {
  const path = new Array<number>(from.length / width);
  let label = last;
  for (let word = path.length - 1; word >= 0; word -= 1) {
    path[word] = label;
    label = from[word * width + label]!;
  }
  return path;
}

function namesOf(labels: readonly number[], first: number, marginals: Float64Array): TaggedName[] {
  const names: TaggedName[] = [];
  let begun = 0;
  let probability = 1;
  labels.forEach((label, word) => {
    const kind = kindOf(label);
    if (!kind) return;
    const own = marginals[word * width + label]!;
    if (beginsName(label)) [begun, probability] = [word, own];
    probability = Math.min(probability, own);
    if (!goesOn(label)) names.push({ first: first + begun, last: first + word + 1, kind, probability });
  });
  return names;
}
