import { LRUCache } from 'lru-cache';

/** What part of the room is for what was asked more than once. */
const PROTECTED = 0.8;

/** How much room there is, and what is told of what leaves. */
export interface SegmentedLruOptions<V> {
  /** How many entries there may be; as many as find room, unless it is said. */
  readonly max?: number;
  /** How large they may be together, in the unit of `sizeOf`. */
  readonly maxSize: number;
  readonly sizeOf: (value: V, key: string) => number;
  /** Called for each that leaves, but not where another value takes its place. */
  readonly gone?: (value: V) => void;
}

/**
 * A cache in which what is asked once can't push out what is asked again and again: a segmented LRU (Karedla, Love and Wherry,
 * "Caching Strategies to Improve Disk System Performance", 1994). What is new comes on probation; the second time it is asked
 * for, it moves to the protected segment, and what has to leave that one is on probation again. Room that the protected segment
 * doesn't take is for those on probation.
 */
export class SegmentedLru<V extends object> {
  private readonly probation: LRUCache<string, V>;
  private readonly asked: LRUCache<string, V>;
  private readonly max: number;
  private readonly maxSize: number;
  /** Whether an entry only moves to the other segment. */
  private moving = false;

  constructor({ max, maxSize, sizeOf, gone = () => {} }: SegmentedLruOptions<V>) {
    this.max = max ?? Infinity;
    this.maxSize = maxSize;
    this.probation = new LRUCache({
      maxSize,
      sizeCalculation: sizeOf,
      dispose: (value, _, reason) => {
        if (reason !== 'set' && !this.moving) gone(value);
      },
    });
    this.asked = new LRUCache({
      max: max === undefined ? 0 : Math.floor(max * PROTECTED), // 0: as many as find room
      maxSize: Math.floor(maxSize * PROTECTED),
      sizeCalculation: sizeOf,
      disposeAfter: (value, key, reason) => {
        if (reason === 'evict') this.probation.set(key, value);
        else if (reason !== 'set') gone(value);
      },
    });
  }

  get(key: string): V | undefined {
    const known = this.asked.get(key);
    if (known !== undefined) return known;
    const again = this.probation.get(key);
    if (again === undefined) return undefined;
    this.moving = true;
    this.probation.delete(key);
    this.moving = false;
    this.asked.set(key, again);
    this.makeRoom();
    return again;
  }

  /** Whether it is there; that it was asked for is not noted. */
  has(key: string): boolean {
    return this.asked.has(key) || this.probation.has(key);
  }

  /** What is there; that it was asked for is not noted. */
  peek(key: string): V | undefined {
    return this.asked.peek(key) ?? this.probation.peek(key);
  }

  /** Whether it is there, and was asked for more than once, lately. */
  isProtected(key: string): boolean {
    return this.asked.has(key);
  }

  /** @param known whether it comes to the protected segment at once */
  set(key: string, value: V, known = this.asked.has(key)): void {
    (known ? this.asked : this.probation).set(key, value);
    this.makeRoom();
  }

  delete(key: string): void {
    this.asked.delete(key);
    this.probation.delete(key);
  }

  clear(): void {
    this.asked.clear();
    this.probation.clear();
  }

  /** The keys of what was asked for more than once. */
  protectedKeys(): Iterable<string> {
    return this.asked.keys();
  }

  /** How many entries there are. */
  get count(): number {
    return this.asked.size + this.probation.size;
  }

  /** How large they are together. */
  get size(): number {
    return this.asked.calculatedSize + this.probation.calculatedSize;
  }

  private makeRoom(): void {
    while (this.count > this.max || this.size > this.maxSize) this.probation.pop();
  }
}
