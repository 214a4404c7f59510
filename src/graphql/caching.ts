import { createHash } from 'node:crypto';

/** Nothing of this may be kept: it was for one client, one moment, or one who has shown a key. */
export const notCached = 'private, no-store';

/**
 * Everyone may keep it and must ask each time whether it is still so. Any length of time would be wrong: an article can be
 * withdrawn, corrected or come out of its embargo in the next moment.
 */
export const alwaysChecked = 'public, max-age=0, must-revalidate';

/** What an answer depends on beside its address. */
export const variesBy = 'Accept, Authorization';

/** A strong entity tag of an answer: the same bytes of the same type have the same tag on every node. */
export function tagOf(answer: string, type: string): string {
  return `"${createHash('sha256').update(type).update('\0').update(answer).digest('base64url').slice(0, 27)}"`;
}

/** Whether a client that sent this If-None-Match has the answer of that tag already (RFC 9110, section 13.1.2). */
export function hasAlready(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
}
