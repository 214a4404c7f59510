/** Something that stands in a text, or stood there. */
export interface Placed {
  /** Its place among its like so far. */
  readonly position: number;
  /** Where it begins in the text; null where it has no place in it. */
  readonly start: number | null;
}

/**
 * Puts things in the order of the text, as positions count them. What has no place in the text stays behind what it stood
 * behind before.
 */
export function inTextOrder<Thing extends Placed>(things: readonly Thing[]): Thing[] {
  const before = [...things].sort((one, other) => one.position - other.position);
  const followers = new Map<Thing | null, Thing[]>([[null, []]]);
  let leader: Thing | null = null;
  for (const thing of before) {
    if (thing.start === null) {
      followers.get(leader)!.push(thing);
    } else {
      leader = thing;
      followers.set(thing, []);
    }
  }
  const standing = before.filter(({ start }) => start !== null).sort((one, other) => one.start! - other.start!);
  return [...followers.get(null)!, ...standing.flatMap((thing) => [thing, ...followers.get(thing)!])];
}
