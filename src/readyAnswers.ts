import { ReadyAnswers } from './cache/readyAnswers';
import { graphqlPath } from './graphql/route';
import { Shortcut } from './graphql/shortcut';
import type { ServerDependencies } from './server';

/**
 * Makes room for ready answers, and the shortcut to them; null where there is none.
 * @param isClosing whether the server has begun to close
 */
export function openReadyAnswers(
  { database, config, log, viewerOf }: ServerDependencies,
  isClosing: () => boolean,
): { readonly ready: ReadyAnswers | null; readonly shortcut: Shortcut | null } {
  if (config.readyAnswersBytes === 0) return { ready: null, shortcut: null };
  const ready = new ReadyAnswers({
    maxBytes: config.readyAnswersBytes,
    newClient: () => database.newClient(),
    onChange: () => database.reads.noOlderThanNow(),
    log,
  });
  // Without a key one is an anonymous reader, whose answers are all the same. Where that is not so, and where answers say which
  // pages may read them, each request must be looked at.
  const mayCut = config.publicRead && config.allowedOrigins.length === 0 && viewerOf === undefined;
  return { ready, shortcut: mayCut ? new Shortcut(ready, log, graphqlPath, isClosing) : null };
}
