import { type Tokens } from './tokens';

interface Index {
  /** How often each token stands in the text, by id. */
  readonly times: Map<number, number>;
  /** Where each stands last. */
  readonly last: Map<number, number>;
}

const indexes = new WeakMap<Tokens, Index>();

function indexOf(tokens: Tokens): Index {
  let index = indexes.get(tokens);
  if (!index) {
    index = { times: new Map(), last: new Map() };
    for (const [at, id] of tokens.ids.entries()) {
      index.times.set(id, (index.times.get(id) ?? 0) + 1);
      index.last.set(id, at);
    }
    indexes.set(tokens, index);
  }
  return index;
}

/** Where the tokens `words` stand in a text, to the letter: their first places, `most` of them at the most. */
export function occurrencesOf(words: Int32Array, tokens: Tokens, most: number): number[] {
  if (words.length === 0 || words.length > tokens.count) return [];
  const { times, last } = indexOf(tokens);
  if (words.some((id) => !times.has(id))) return [];
  // A token that stands only once leaves one place to look at.
  const rare = words.findIndex((id) => times.get(id) === 1);
  if (rare < 0) return searched(words, tokens.ids, most);
  const at = last.get(words[rare]!)! - rare;
  const stands = at >= 0 && words.every((id, i) => tokens.ids[at + i] === id);
  return stands ? [at] : [];
}

/** Whether they stand there exactly once. */
export function standOnce(words: Int32Array, tokens: Tokens): boolean {
  return occurrencesOf(words, tokens, 2).length === 1;
}

/** Knuth, Morris and Pratt: reads the text once, whatever repeats in it. */
function searched(words: Int32Array, ids: Int32Array, most: number): number[] {
  const borders = new Int32Array(words.length);
  for (let i = 1, border = 0; i < words.length; i += 1) {
    while (border > 0 && words[i] !== words[border]) border = borders[border - 1]!;
    if (words[i] === words[border]) border += 1;
    borders[i] = border;
  }
  const found: number[] = [];
  for (let i = 0, matched = 0; i < ids.length && found.length < most; i += 1) {
    while (matched > 0 && ids[i] !== words[matched]) matched = borders[matched - 1]!;
    if (ids[i] === words[matched]) matched += 1;
    if (matched === words.length) {
      found.push(i + 1 - matched);
      matched = borders[matched - 1]!;
    }
  }
  return found;
}
