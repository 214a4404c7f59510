/** Numbers found by a 32-bit hash: open addressing in typed arrays, so that a hundred thousand entries load in milliseconds. */
export class HashTable {
  private readonly keys: Uint32Array;
  private readonly values: Int32Array;
  private readonly mask: number;

  /** @param count how many entries will be set. */
  constructor(count: number) {
    let size = 16;
    while (size < count * 2) size *= 2;
    this.keys = new Uint32Array(size);
    this.values = new Int32Array(size).fill(-1);
    this.mask = size - 1;
  }

  /** @param value 0 or more. */
  set(key: number, value: number): void {
    let at = key & this.mask;
    while (this.values[at] !== -1 && this.keys[at] !== key) at = (at + 1) & this.mask;
    this.keys[at] = key;
    this.values[at] = value;
  }

  /** What was set under the key, or -1. */
  get(key: number): number {
    let at = key & this.mask;
    while (this.values[at] !== -1) {
      if (this.keys[at] === key) return this.values[at]!;
      at = (at + 1) & this.mask;
    }
    return -1;
  }
}
