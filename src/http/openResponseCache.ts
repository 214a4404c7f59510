import type { ViewerOf } from '../auth/viewerOf';
import { ResponseCache } from '../cache/responseCache';
import type { Database } from '../data/database';
import type { Log } from '../log';
import type { Config } from '../settings/config';
import { purgeKeyHeaders } from '../settings/knownForms';
import { SharedCaching } from './caching';
import { CachedResponseSender } from './cachedResponseSender';
import { graphqlPath } from './route';
import { FastPath } from './fastPath';

/** The answers that are kept, and what is said of them. */
export interface OpenedResponseCache {
  /** Null where none are kept. */
  readonly responseCache: ResponseCache | null;
  /** Null where every request must be looked at. */
  readonly fastPath: FastPath | null;
  readonly caching: SharedCaching;
}

/** What ready answers are opened with. */
export interface OpenResponseCacheDependencies {
  readonly database: Pick<Database, 'reads' | 'newClient'>;
  readonly config: Config;
  readonly log: Log;
  /** Set where something else than the API key tells who asks. */
  readonly viewerOf?: ViewerOf;
}

/**
 * Makes room for ready answers, and the shortcut to them.
 * @param isClosing whether the server has begun to close
 */
export function openResponseCache(
  { database, config, log, viewerOf }: OpenResponseCacheDependencies,
  isClosing: () => boolean,
): OpenedResponseCache {
  const { responseCacheBytes: maxBytes, allowedOrigins: origins, sharedCacheMs, purgeKeysHeader } = config;
  if (maxBytes === 0) return { responseCache: null, fastPath: null, caching: new SharedCaching(null, 0, undefined) };
  const responseCache = new ResponseCache({
    maxBytes,
    newClient: () => database.newClient(),
    purgeKeySeparator: purgeKeysHeader && purgeKeyHeaders[purgeKeysHeader],
    onChange: () => database.reads.noOlderThanNow(),
    log,
  });
  const caching = new SharedCaching(responseCache, sharedCacheMs, purgeKeysHeader);
  // Without a key one is an anonymous reader, whose answers are all the same. Where that is not so, each request must be looked at.
  if (!config.publicRead || viewerOf !== undefined) return { responseCache, fastPath: null, caching };
  const sender = new CachedResponseSender(log, caching, origins);
  return {
    responseCache,
    caching,
    fastPath: new FastPath({ responseCache, sender, path: graphqlPath, origins, isClosing }),
  };
}
