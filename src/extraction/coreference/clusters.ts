import { type StoryWords, textOf, type WordSpan } from '../names/storyWords';
import { type TaggedName } from '../names/tagger';

/** A name in a story, as the rooms of coreference pass it on. */
export interface Name extends TaggedName {
  /** Its words in small letters, without accents. */
  readonly key: readonly string[];
}

/** Names that stand for one entity, in the story's order. */
export interface Cluster {
  readonly names: Name[];
}

/** A name with its key. */
export function keyed({ lower }: StoryWords, name: TaggedName): Name {
  return { ...name, key: lower.slice(name.first, name.last).map(plain) };
}

/** Small letters without accents: "melanie" for "Mélanie". */
export function plain(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

/** The name with the most words; of several the first. */
export function fullest({ names }: Cluster): Name {
  return names.reduce((best, name) => (name.key.length > best.key.length ? name : best));
}

/** The different ways in which a cluster's names are printed, the fullest first. */
export function printedNames(words: StoryWords, cluster: Cluster): [string, ...string[]] {
  const best = textOf(words, fullest(cluster));
  return [best, ...new Set(cluster.names.map((name) => textOf(words, name)).filter((text) => text !== best))];
}

/** The last cluster that `fits` and was named before word `at`; else the first one that is named after it. */
export function nearest<T extends Cluster>(
  clusters: readonly T[],
  at: number,
  fits: (cluster: T) => boolean,
): T | null {
  let before: T | null = null;
  let beforeAt = -1;
  let after: T | null = null;
  for (const cluster of clusters) {
    if (!fits(cluster)) continue;
    const latest = latestBefore(cluster, at);
    if (latest > beforeAt) [before, beforeAt] = [cluster, latest];
    else if (latest < 0) after ??= cluster;
  }
  return before ?? after;
}

function latestBefore({ names }: Cluster, at: number): number {
  let latest = -1;
  for (const { first } of names) if (first < at && first > latest) latest = first;
  return latest;
}

/** Whether a and b overlap. */
export function overlap(a: WordSpan, b: WordSpan): boolean {
  return a.first < b.last && b.first < a.last;
}
