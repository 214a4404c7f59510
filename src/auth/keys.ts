import { createHash, randomBytes } from 'node:crypto';

/** How many characters of a key are shown in lists; the 208 bits that stay hidden can't be guessed. */
const SHOWN = 12;

/** A key as it is stored. The key itself is kept nowhere. */
export interface StoredKey {
  /** Its first characters, to recognize it by. */
  readonly prefix: string;
  /** SHA-256 of it. A key is long and random, so a slow hash would add nothing but load. */
  readonly hash: Uint8Array<ArrayBuffer>;
}

/** A new key, to be shown once. */
export function newToken(): string {
  return `vbt_${randomBytes(32).toString('base64url')}`;
}

/** What is stored of a key. */
export function storedForm(text: string): StoredKey {
  return { prefix: text.slice(0, SHOWN), hash: Uint8Array.from(createHash('sha256').update(text).digest()) };
}
