/** Numbers found by a 32-bit hash: open addressing in one typed array, so that a hundred thousand entries load in milliseconds. */
export class HashTable {
  /** Key and value in turns, so that one look into memory finds both; a value is kept with 1 added, 0 is a free place. */
  private readonly entries: Uint32Array;
  private readonly mask: number;

  /** @param count how many entries will be set. */
  constructor(count: number) {
    let size = 16;
    while (size < count * 2) size *= 2;
    this.entries = new Uint32Array(size * 2);
    this.mask = size - 1;
  }

  /** @param value 0 or more. */
  set(key: number, value: number): void {
    const { entries, mask } = this;
    let at = key & mask;
    while (entries[at * 2 + 1] !== 0 && entries[at * 2] !== key) at = (at + 1) & mask;
    entries[at * 2] = key;
    entries[at * 2 + 1] = value + 1;
  }

  /** What was set under the key, or -1. */
  get(key: number): number {
    const { entries, mask } = this;
    let at = key & mask;
    while (entries[at * 2 + 1] !== 0) {
      if (entries[at * 2] === key) return entries[at * 2 + 1]! - 1;
      at = (at + 1) & mask;
    }
    return -1;
  }
}
