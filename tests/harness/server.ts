import type pg from 'pg';
import type { Config } from '../../src/settings/config';
import type { Log } from '../../src/log';
import { createServer, type ServerDependencies } from '../../src/server';
import { openTestDatabase, type TestDatabase } from './database';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The text as JSON. */
  readonly body: GraphQLAnswer;
}

export interface GraphQLAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string } & Readonly<Record<string, unknown>>;
  }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface TestServer {
  readonly database: TestDatabase;
  /** Without a path: `http://127.0.0.1:34567`. */
  readonly url: string;
  readonly port: number;
  /** Asks by POST. */
  post(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  /** Sends any request to a path of the server. */
  send(path: string, init?: RequestInit): Promise<Answer>;
  /** The statements that the reader's connections send while `work` runs, in their order. */
  statementsOf(work: () => Promise<unknown>): Promise<readonly string[]>;
  /** Closes the server but not its database. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

export interface TestServerOptions extends Partial<Omit<ServerDependencies, 'database' | 'config' | 'log'>> {
  /** A database of one's own; it is closed with the server all the same. */
  readonly database?: TestDatabase;
  /** With the sample article in it. */
  readonly seeded?: boolean;
  readonly config?: Partial<Config>;
  readonly log?: Log;
}

/** The real server, on a free port, over a database of its own. Start one in `beforeAll`, close it in `afterAll`. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { seeded = false, config = {}, ...deps } = options;
  const database = options.database ?? (await openTestDatabase({ seeded, config }));
  const recorder = recordStatements(database.pool);
  const server = await createServer({
    log: database.log,
    ...deps,
    database,
    config: { ...database.config, ...config },
  });
  const { url } = await server.listen(0, '127.0.0.1');

  async function send(path: string, init?: RequestInit): Promise<Answer> {
    const response = await fetch(url + path, init);
    const text = await response.text();
    const { status, headers } = response;
    return {
      status,
      headers,
      text,
      get body() {
        return JSON.parse(text) as GraphQLAnswer;
      },
    };
  }

  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= server.close());

  return {
    database,
    url,
    port: Number(new URL(url).port),
    send,
    post: (query, variables, headers) =>
      send('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      }),
    async statementsOf(work) {
      const from = recorder.length;
      await work();
      return recorder.slice(from);
    },
    stop,
    async close() {
      await stop();
      await database.close();
    },
  };
}

/** What a server sends by itself, whatever it is asked: the look for scheduled articles. */
export const ownClock = /\/\* (?:publish|next) due \*\//;

/**
 * Every statement that the pool's connections send from now on, whether through `pool.query` or a client of its own: both end in
 * `query` of the connection. Made before the pool has any.
 */
function recordStatements(pool: pg.Pool): readonly string[] {
  if (pool.totalCount > 0) throw new Error('The pool has connections already: their statements would not be seen.');
  const statements: string[] = [];
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      const [statement] = args as [string | { text: string }];
      const text = typeof statement === 'string' ? statement : statement.text;
      if (!ownClock.test(text)) statements.push(text);
      return query(...args);
    }) as typeof client.query;
  });
  return statements;
}
