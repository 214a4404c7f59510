import { nameForm } from '../text/nameForm';

/** Ids that are unique everywhere, because an authority gives them out. */
const authorities = /^(?:https?:\/\/[^/\s]|tag:[^,\s]+,|urn:[a-z0-9][a-z0-9-]*:|newsml:\/*[^/\s])/i;

/** An item's uri here, and the one that it had before providers were told apart. */
export interface ItemUri {
  readonly uri: string;
  readonly formerUri: string | null;
  /** Whose id it is, where the uri says so. */
  readonly scope: string | null;
}

/**
 * The uri that an item is known by: its id where an authority gave that, and else with the provider's name before it, because
 * two providers may have the same one. Without a provider it stays as it is.
 */
export function scopedUri(id: string, provider: string | null | undefined): ItemUri {
  if (authorities.test(id)) return { uri: id, formerUri: null, scope: null };
  const scope = providerIn(provider);
  if (scope === '') return { uri: id, formerUri: null, scope: null };
  return { uri: `urn:verbatim:${scope}:${id}`, formerUri: id, scope };
}

/** No blanks, as an id is one word; no more than names have. */
function providerIn(provider: string | null | undefined): string {
  return nameForm(provider ?? '')
    .replace(/\s/gu, '-')
    .slice(0, 200)
    .toWellFormed();
}

/** The host of an address, such as a feed's own; null where it is none. */
export function hostOf(address: string | null | undefined): string | null {
  const url = address ? parsed(address) : null;
  return url && /^https?:$/.test(url.protocol) && url.host !== '' ? url.host : null;
}

function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
