const prime = 0x01000193;

/**
 * FNV-1a over the UTF-16 units of a text, 32 bits without a sign: the number under which a word, a feature or a tag is kept.
 * @param seed the hash so far, to go on from it.
 * @see http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function hashOf(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), prime);
  return hash >>> 0;
}

/** The hash gone on by a whole number. */
export function hashWith(hash: number, value: number): number {
  return Math.imul(Math.imul(hash ^ (value & 0xffff), prime) ^ (value >>> 16), prime) >>> 0;
}
