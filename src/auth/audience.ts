import type { Freshness } from '../data/replicas/readRoutes';

/** Who asks. */
export interface Viewer {
  readonly role: 'READER' | 'EDITOR' | 'ADMIN';
  /** The name of the API key that was shown, if one was. */
  readonly name: string | null;
  /** The uuid of that key. */
  readonly keyId?: string;
  /** Where the primary's write-ahead log ended when the key was looked up (pg_lsn), where there are replicas. */
  readonly position?: string;
}

/** Which rows a statement is made for: those that everyone may read, or all. */
export type Audience = 'READER' | 'EDITOR';

/** The audience that a viewer belongs to. */
export function audienceOf(viewer: Viewer): Audience {
  return viewer.role === 'READER' ? 'READER' : 'EDITOR';
}

/**
 * How new an answer must be. Whoever may write sees everything that was written before they asked, their own changes among it; all
 * others see what may be a little behind.
 */
export function freshnessFor(viewer: Viewer): Freshness {
  if (audienceOf(viewer) === 'READER') return 'lag';
  return viewer.position === undefined ? 'newest' : { position: viewer.position };
}
