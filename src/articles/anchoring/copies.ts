import { type EditScript } from './editScript';
import { type Tokens } from './tokens';
import { type Range } from './units';

/** A passage of two to the power of this many tokens, some four words, that becomes more frequent was copied. */
const doublings = 3;
/** How far around words a copied passage puts them in doubt, in tokens: some 20 words. */
const nearTokens = 40;

/** How many copied passages begin before each token of the old text; one more entry for all of them. */
const copiedBefore = new WeakMap<EditScript, Int32Array>();

/** Whether a passage within this range of the old text was copied: whether it stands oftener in the new text. */
export function isCopied(script: EditScript, { from, to }: Range): boolean {
  let before = copiedBefore.get(script);
  if (!before) copiedBefore.set(script, (before = copiesIn(script)));
  const first = Math.max(0, from);
  const last = Math.min(script.before.count, to) - 2 ** doublings + 1;
  return last > first && before[last]! > before[first]!;
}

/**
 * Whether the edit copied something of these words, or from close by. If so, what looks like them may be their copy, and
 * the words themselves those that were changed.
 */
export function copiedNear(script: EditScript, { from, to }: Range): boolean {
  return isCopied(script, { from: from - nearTokens, to: to + nearTokens });
}

function copiesIn({ before, after }: EditScript): Int32Array {
  let old = before.ids;
  let young = after.ids;
  for (let half = 1; half < 2 ** doublings; half *= 2) {
    const names = new Map<number, number>();
    const size = old.length + young.length + before.count + after.count;
    old = paired(old, half, size, names);
    young = paired(young, half, size, names);
  }
  const times = new Map<number, number>();
  for (const name of young) times.set(name, (times.get(name) ?? 0) + 1);
  for (const name of old) times.set(name, (times.get(name) ?? 0) - 1);
  const sums = new Int32Array(before.count + 1);
  for (let at = 0; at < before.count; at += 1) {
    sums[at + 1] = sums[at]! + (at < old.length && times.get(old[at]!)! > 0 ? 1 : 0);
  }
  return sums;
}

/** Names for passages twice as long: equal passages have equal names, below `size`, which is also above all names given. */
function paired(ids: Tokens['ids'], half: number, size: number, names: Map<number, number>): Int32Array {
  const pairs = new Int32Array(Math.max(0, ids.length - half));
  for (let at = 0; at < pairs.length; at += 1) {
    const pair = ids[at]! * size + ids[at + half]!;
    let name = names.get(pair);
    if (name === undefined) names.set(pair, (name = names.size));
    pairs[at] = name;
  }
  return pairs;
}
