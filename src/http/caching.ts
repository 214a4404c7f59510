import type { CachedResponse } from '../cache/cachedResponse';
import type { ResponseCache } from '../cache/responseCache';
import type { PurgeKeyHeader } from '../settings/knownForms';

/** Nothing of this may be kept: it was for one client, one moment, or one who has shown a key. */
export const noStore = 'private, no-store';

/**
 * Everyone may keep it and must ask each time whether it is still so. Any length of time would be wrong: an article can be
 * withdrawn, corrected or come out of its embargo in the next moment.
 */
export const mustRevalidate = 'public, max-age=0, must-revalidate';

/** What an answer depends on beside its address. */
export const variesBy = 'Accept, Authorization, Accept-Encoding';

/** How long an answer may wait between being sent and being kept, in milliseconds: so much earlier it counts as over. */
const deliveryMargin = 2000;

/** What caches in front of the program are told of the answers that anyone may see. */
export class SharedCaching {
  private readonly withSharedMaxAge: string;

  /**
   * @param responseCache null where no answers are kept; then none may be kept elsewhere either
   * @param sharedMaxAgeMs how long a shared cache may keep an answer without asking; 0 for not at all
   * @param keysHeader where to tell the answers' purge keys; undefined for nowhere
   */
  constructor(
    private readonly responseCache: ResponseCache | null,
    private readonly sharedMaxAgeMs: number,
    private readonly keysHeader: PurgeKeyHeader | undefined,
  ) {
    this.withSharedMaxAge = `public, max-age=0, s-maxage=${sharedMaxAgeMs / 1000}, must-revalidate`;
  }

  /** The header fields of an answer to a GET that showed no key that say how to keep it: names and values in turn. */
  fieldsOf(answer: string | CachedResponse, etag: string): string[] {
    const fields = ['etag', etag, 'cache-control', this.controlOf(answer)];
    if (this.keysHeader !== undefined && typeof answer !== 'string') fields.push(this.keysHeader, answer.purgeKeys!);
    return fields;
  }

  /**
   * While any embargo is about to end, no answer may be kept without asking, not only those that the embargo concerns: the
   * difference would tell whom the coming news are about.
   */
  private controlOf(answer: string | CachedResponse): string {
    if (this.sharedMaxAgeMs === 0 || typeof answer === 'string') return mustRevalidate;
    return this.responseCache?.isQuietFor(this.sharedMaxAgeMs + deliveryMargin, answer)
      ? this.withSharedMaxAge
      : mustRevalidate;
  }
}

/** Whether a client that sent this If-None-Match has the answer of that tag already (RFC 9110, section 13.1.2). */
export function matchesIfNoneMatch(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
}
