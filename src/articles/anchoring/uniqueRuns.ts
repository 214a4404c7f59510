import { type Run } from './keptRuns';

/**
 * What two lists have in common of the things that stand once in each: the longest series of them that is in the same order
 * in both ("patience" comparison). It takes little time, however much has changed, but does not see what repeats.
 */
export function uniqueRuns(before: readonly number[], after: readonly number[]): Run[] {
  const places = onlyPlaces(after);
  const pairs = [...onlyPlaces(before)]
    .flatMap(([name, at]) => (places.has(name) ? [{ before: at, after: places.get(name)!, length: 1 }] : []))
    .sort((one, other) => one.before - other.before);
  return longestRising(pairs);
}

function onlyPlaces(names: readonly number[]): Map<number, number> {
  const places = new Map<number, number>();
  const repeated = new Set<number>();
  names.forEach((name, at) => {
    if (places.has(name)) repeated.add(name);
    else places.set(name, at);
  });
  for (const name of repeated) places.delete(name);
  return places;
}

/** The longest of the series whose `after` rises. */
function longestRising(pairs: readonly Run[]): Run[] {
  const previous: number[] = [];
  const ends: number[] = []; // ends[n]: the pair with the lowest `after` that ends a series of n + 1
  pairs.forEach((pair, i) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]!]!.after < pair.after) low = middle + 1;
      else high = middle;
    }
    previous.push(low > 0 ? ends[low - 1]! : -1);
    ends[low] = i;
  });
  const series: Run[] = [];
  for (let i = ends.at(-1) ?? -1; i >= 0; i = previous[i]!) series.push(pairs[i]!);
  return series.reverse();
}
