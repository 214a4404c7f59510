import { createHash, randomBytes } from 'node:crypto';

/**
 * An API key: `vbt_` and 32 random bytes in base64url. The beginning makes a key known on sight, and to programs that look for
 * secrets in code and logs: `vbt_[A-Za-z0-9_-]{43}` matches nothing else. There is no checksum, so that a key for
 * FIRST_ADMIN_KEY can be made with the tools that every system has.
 */
const token = /^vbt_[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

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

/** Whether a text has the form of a key, to the letter: the last character carries four bits, so not all are possible. */
export function isToken(text: string): boolean {
  return token.test(text);
}

/** What is stored of a key. */
export function storedForm(text: string): StoredKey {
  return { prefix: text.slice(0, SHOWN), hash: Uint8Array.from(createHash('sha256').update(text).digest()) };
}
