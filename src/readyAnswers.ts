import { ReadyAnswers } from './cache/readyAnswers';
import { purgeKeyHeaders, SharedCaching } from './graphql/caching';
import { ReadySender } from './graphql/readySender';
import { graphqlPath } from './graphql/route';
import { Shortcut } from './graphql/shortcut';
import type { ServerDependencies } from './server';

/** The answers that are kept, and what is said of them. */
export interface OpenedReadyAnswers {
  /** Null where none are kept. */
  readonly ready: ReadyAnswers | null;
  /** Null where every request must be looked at. */
  readonly shortcut: Shortcut | null;
  readonly caching: SharedCaching;
}

/**
 * Makes room for ready answers, and the shortcut to them.
 * @param isClosing whether the server has begun to close
 */
export function openReadyAnswers(
  { database, config, log, viewerOf }: ServerDependencies,
  isClosing: () => boolean,
): OpenedReadyAnswers {
  const { readyAnswersBytes: maxBytes, allowedOrigins: origins, sharedCacheMs, purgeKeysHeader } = config;
  if (maxBytes === 0) return { ready: null, shortcut: null, caching: new SharedCaching(null, 0, undefined) };
  const ready = new ReadyAnswers({
    maxBytes,
    newClient: () => database.newClient(),
    purgeKeySeparator: purgeKeysHeader && purgeKeyHeaders[purgeKeysHeader],
    onChange: () => database.reads.noOlderThanNow(),
    log,
  });
  const caching = new SharedCaching(ready, sharedCacheMs, purgeKeysHeader);
  // Without a key one is an anonymous reader, whose answers are all the same. Where that is not so, each request must be looked at.
  if (!config.publicRead || viewerOf !== undefined) return { ready, shortcut: null, caching };
  const sender = new ReadySender(log, caching, origins);
  return { ready, caching, shortcut: new Shortcut({ ready, sender, path: graphqlPath, origins, isClosing }) };
}
