import { createHash } from 'node:crypto';
import { anyChange, type Tag } from '../reading/dependencyTracker';

/** How many keys go together: with their separators they take 2,250 bytes, and nginx takes no more than 4 KB of headers. */
export const MAX_KEYS = 250;

/**
 * The name of a tag for the world outside: 48 bits of its hash. What is told with an answer must not name records, and two tags
 * of one name only purge too much.
 */
export function purgeKeyOf(tag: Tag): string {
  return createHash('sha256').update(tag).digest('base64url').slice(0, 8);
}

/**
 * The keys under which a shared cache is to keep an answer that depends on these tags. Where they are too many it is the one key that
 * every change purges.
 */
export function purgeKeysOf(tags: ReadonlySet<Tag>): readonly string[] {
  const told = tags.size > MAX_KEYS ? [anyChange] : [...tags];
  return told.map(purgeKeyOf).sort();
}
