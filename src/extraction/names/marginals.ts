import { goesOn, isInner, labelCount } from './labels';
import { type Model } from './model';

// What another module exports is read through a getter: too slow for the innermost loops.
const width = labelCount;

/**
 * The probability of each label of each word of a sentence, a row a word: the forward and backward sums of a linear chain
 * (Rabiner 1989), scaled at each word.
 * @param scores a row a word, a column a label.
 */
export function marginalsOf({ odds }: Model, scores: Float64Array): Float64Array {
  const emit = exponentials(scores);
  const forward = forwardOf(odds, emit);
  const backward = backwardOf(odds, emit);
  for (let i = 0; i < forward.length; i += 1) forward[i]! *= backward[i]!;
  for (let at = 0; at < forward.length; at += width) scale(forward, at);
  return forward;
}

/** Each word's scores as powers of e, the greatest of a word as 1. */
function exponentials(scores: Float64Array): Float64Array {
  const emit = new Float64Array(scores.length);
  for (let at = 0; at < scores.length; at += width) {
    let top = -Infinity;
    for (let i = at; i < at + width; i += 1) top = Math.max(top, scores[i]!);
    for (let i = at; i < at + width; i += 1) emit[i] = Math.exp(scores[i]! - top);
  }
  return emit;
}

function forwardOf(odds: Float64Array, emit: Float64Array): Float64Array {
  const forward = new Float64Array(emit.length);
  for (let y = 0; y < width; y += 1) forward[y] = isInner(y) ? 0 : emit[y]!;
  scale(forward, 0);
  for (let at = width; at < emit.length; at += width) {
    spread(forward, at - width, odds, forward, at);
    for (let y = 0; y < width; y += 1) forward[at + y]! *= emit[at + y]!;
    scale(forward, at);
  }
  return forward;
}

/** Adds to `sums[at + y]` what comes from each label x of the word before. */
function spread(values: Float64Array, from: number, odds: Float64Array, sums: Float64Array, at: number): void {
  for (let x = 0; x < width; x += 1) {
    const value = values[from + x]!;
    if (value === 0) continue;
    const row = x * width;
    for (let y = 0; y < width; y += 1) sums[at + y]! += value * odds[row + y]!;
  }
}

function backwardOf(odds: Float64Array, emit: Float64Array): Float64Array {
  const backward = new Float64Array(emit.length);
  const end = emit.length - width;
  for (let x = 0; x < width; x += 1) backward[end + x] = goesOn(x) ? 0 : 1;
  const next = new Float64Array(width);
  for (let at = end - width; at >= 0; at -= width) {
    for (let y = 0; y < width; y += 1) next[y] = emit[at + width + y]! * backward[at + width + y]!;
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let y = 0; y < width; y += 1) sum += odds[x * width + y]! * next[y]!;
      backward[at + x] = sum;
    }
    scale(backward, at);
  }
  return backward;
}

/** Makes the values of one word sum to 1. */
function scale(values: Float64Array, at: number): void {
  let sum = 0;
  for (let i = at; i < at + width; i += 1) sum += values[i]!;
  for (let i = at; i < at + width; i += 1) values[i]! /= sum;
}
