import { packageRoot } from '../packageRoot';
import type { Config } from '../settings/config';

/** A query that shows what the sample article holds. */
export const queryToTry =
  '{ articles(first: 1) { edges { node { headline quotes(first: 2) { edges { node { text speakerName } } } } } } }';

/**
 * What a person reads when the program has started: where it is, and a query to try.
 */
export function banner(url: string, config: Pick<Config, 'databaseUrl' | 'dataDir'>): string {
  // An address that stands for all of the machine's is none to click on; and "localhost" is [::1] to some, where nobody may listen.
  const at = url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');
  return `
Verbatim is running.

  GraphQL and explorer   ${at}/graphql   (open it in a browser)
  Health                 ${at}/health/ready
  Database               ${config.databaseUrl ? 'the PostgreSQL server of DATABASE_URL' : `embedded PostgreSQL in ${config.dataDir}`}

Try a query:

  curl -s ${at}/graphql -H 'content-type: application/json' \\
    --data '${JSON.stringify({ query: queryToTry })}'

Where to go next:

  The explorer           ${at}/graphql   (example queries, and every field explained)
  More articles          npx verbatim demo   (16 of Wikinews, with what is found in them)
  Articles of your own   npx verbatim import <file or folder>
  All commands           npx verbatim --help, npm start -- --help
  How it is run          docs/operating.md in ${packageRoot}

Ctrl-C stops it.
`;
}

/** What a person reads when the start has made the first API key. */
export function keyToKeep(key: string): string {
  return `
The first API key. It opens everything and is shown this once: keep it in a safe place.

  ${key}

Send it as "Authorization: Bearer <key>". Make others with it, or by: npx verbatim key create --help
`;
}
