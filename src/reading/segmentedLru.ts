import { LRUCache } from 'lru-cache';

/** What part of the room is for what was asked more than once. */
const PROTECTED = 0.8;

/**
 * A cache in which what is asked once can't push out what is asked again and again: a segmented LRU (Karedla, Love and Wherry,
 * "Caching Strategies to Improve Disk System Performance", 1994). What is new comes on probation; the second time it is asked
 * for, it moves to the protected segment, and what has to leave that one is on probation again.
 */
export class SegmentedLru<V extends object> {
  private readonly probation: LRUCache<string, V>;
  private readonly asked: LRUCache<string, V>;

  /**
   * @param max how many entries there may be
   * @param maxSize how large they may be together, in the unit of `sizeOf`
   */
  constructor({
    max,
    maxSize,
    sizeOf,
  }: {
    readonly max: number;
    readonly maxSize: number;
    readonly sizeOf: (value: V, key: string) => number;
  }) {
    const [forAsked, sizeForAsked] = [Math.floor(max * PROTECTED), Math.floor(maxSize * PROTECTED)];
    this.probation = new LRUCache({ max: max - forAsked, maxSize: maxSize - sizeForAsked, sizeCalculation: sizeOf });
    this.asked = new LRUCache({
      max: forAsked,
      maxSize: sizeForAsked,
      sizeCalculation: sizeOf,
      disposeAfter: (value, key, reason) => {
        if (reason === 'evict') this.probation.set(key, value);
      },
    });
  }

  get(key: string): V | undefined {
    const known = this.asked.get(key);
    if (known !== undefined) return known;
    const again = this.probation.get(key);
    if (again === undefined) return undefined;
    this.probation.delete(key);
    this.asked.set(key, again);
    return again;
  }

  /** Whether it is there; that it was asked for is not noted. */
  has(key: string): boolean {
    return this.asked.has(key) || this.probation.has(key);
  }

  set(key: string, value: V): void {
    if (this.asked.has(key)) this.asked.set(key, value);
    else this.probation.set(key, value);
  }

  /** How many entries there are. */
  get count(): number {
    return this.asked.size + this.probation.size;
  }

  /** How large they are together. */
  get size(): number {
    return this.asked.calculatedSize + this.probation.calculatedSize;
  }
}
