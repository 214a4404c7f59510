import { createRequire } from 'node:module';
import type * as Transliteration from 'transliteration';

/** How long a slug may be. */
export const longestSlug = 200;

/** For what is needed only now and then. */
const load = createRequire(__filename);

/**
 * The readable part of an address, from a headline or a name: `a-z`, `0-9` and single hyphens, 200 characters at the most.
 * Other scripts are written in Latin letters; "U.S." becomes `us`. Empty where there is nothing to write: the caller has to
 * find another name then.
 */
export function slugOf(text: string): string {
  const words = inLatin(text)
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/\b(?:[a-z]\.){2,}/g, (initials) => initials.replaceAll('.', ''))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (words.length <= longestSlug) return words;
  const end = words.lastIndexOf('-', longestSlug);
  return words.slice(0, end > 0 ? end : longestSlug);
}

/** The text in Latin letters without accents. */
function inLatin(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '');
  if (!/(?![a-z0-9])[\p{L}\p{N}]/iu.test(plain)) return plain;
  // Its table of all scripts takes 15 MB; most slugs do without.
  const { transliterate } = load('transliteration') as typeof Transliteration;
  return transliterate(text.normalize('NFC'));
}
