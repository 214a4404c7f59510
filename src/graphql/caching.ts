/** Nothing of this may be kept: it was for one client, one moment, or one who has shown a key. */
export const notCached = 'private, no-store';

/**
 * Everyone may keep it and must ask each time whether it is still so. Any length of time would be wrong: an article can be
 * withdrawn, corrected or come out of its embargo in the next moment.
 */
export const alwaysChecked = 'public, max-age=0, must-revalidate';

/** What an answer depends on beside its address. */
export const variesBy = 'Accept, Authorization, Accept-Encoding';

/** Whether a client that sent this If-None-Match has the answer of that tag already (RFC 9110, section 13.1.2). */
export function hasAlready(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
}
