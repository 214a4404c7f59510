import type { ViewerOf } from '../auth/viewerOf';
import { ReadyAnswers } from '../cache/readyAnswers';
import type { Database } from '../data/database';
import type { Log } from '../log';
import type { Config } from '../settings/config';
import { purgeKeyHeaders } from '../settings/knownForms';
import { SharedCaching } from './caching';
import { ReadySender } from './readySender';
import { graphqlPath } from './route';
import { Shortcut } from './shortcut';

/** The answers that are kept, and what is said of them. */
export interface OpenedReadyAnswers {
  /** Null where none are kept. */
  readonly ready: ReadyAnswers | null;
  /** Null where every request must be looked at. */
  readonly shortcut: Shortcut | null;
  readonly caching: SharedCaching;
}

/** What ready answers are opened with. */
export interface ReadyAnswersDependencies {
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
export function openReadyAnswers(
  { database, config, log, viewerOf }: ReadyAnswersDependencies,
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
