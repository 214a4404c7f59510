import { type StoryWords, textOf } from '../names/storyWords';
import { type TaggedName } from '../names/tagger';

/** A name in a story, as the rooms of coreference pass it on. */
export interface Name extends TaggedName {
  /** Its words in small letters, without accents. */
  readonly key: readonly string[];
  /** Printed without small letters: "SAN DIEGO", "U.S.". */
  readonly inCapitals: boolean;
}

/** Names that stand for one entity, in the story's order. */
export interface Cluster {
  readonly names: Name[];
}

/** A name with its key. */
export function keyed(words: StoryWords, name: TaggedName): Name {
  const key = words.lower.slice(name.first, name.last).map(plain);
  return { ...name, key, inCapitals: !/\p{Ll}/u.test(textOf(words, name)) };
}

/** Small letters without accents: "melanie" for "Mélanie". */
export function plain(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

/** The name with the most words; of several the first that is not printed in capitals alone, as datelines are. */
export function fullest({ names }: Cluster): Name {
  return names.reduce((best, name) =>
    name.key.length > best.key.length || (name.key.length === best.key.length && best.inCapitals && !name.inCapitals)
      ? name
      : best,
  );
}

/** The different ways in which a cluster's names are printed, the fullest first. */
export function printedNames(words: StoryWords, cluster: Cluster): [string, ...string[]] {
  const best = textOf(words, fullest(cluster));
  return [best, ...new Set(cluster.names.map((name) => textOf(words, name)).filter((text) => text !== best))];
}

/** How many clusters are asked which of them is meant: a text with more that fit is no story, and must not take long. */
const mostAsked = 40;

/**
 * The cluster that `fits` and was named last before word `at`; else the first one that is named after it. Only the clusters
 * begun last are asked.
 */
export function nearest<T extends Cluster>(
  clusters: readonly T[] | undefined,
  at: number,
  fits: (cluster: T) => boolean,
): T | null {
  let before: T | null = null;
  let beforeAt = -1;
  let after: T | null = null;
  for (const cluster of clusters?.slice(-mostAsked) ?? []) {
    if (!fits(cluster)) continue;
    const latest = latestBefore(cluster.names, at);
    if (latest > beforeAt) [before, beforeAt] = [cluster, latest];
    else if (latest < 0) after ??= cluster;
  }
  return before ?? after;
}

/** Where the last of the names before word `at` begins, -1 if there is none; names are in the story's order. */
function latestBefore(names: readonly Name[], at: number): number {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (names[middle]!.first < at) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? -1 : names[low - 1]!.first;
}

/** Adds a value to the list under a key. */
export function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [value]);
  else if (list.at(-1) !== value) list.push(value);
}
