import type { ClientConfig } from 'pg';
import { parse, toClientConfig } from 'pg-connection-string';
import type { Config } from '../settings/config';
import { StartError } from '../errors/startError';

/** How to reach one database; goes into `pg` clients, pools and Prisma's adapter alike. */
export type Connection = ClientConfig & { readonly database: string };

/**
 * Settings of every session; the first is only looked for, as a sign that they arrive. Thresholds of pg_trgm decide which
 * misspelt names are still found. Pages on solid-state disks, and in memory, cost the same in any order: with the default of 4
 * the planner reads whole tables where a few rows would do.
 */
const sessionOptions =
  '-c verbatim.session=on -c jit=off -c TimeZone=UTC -c random_page_cost=1.1 -c pg_trgm.word_similarity_threshold=0.5 -c pg_trgm.similarity_threshold=0.3';

/**
 * The connection that DATABASE_URL describes. `sslmode` means what it means to PostgreSQL's own programs: "require" encrypts
 * without asking for a known certificate, "verify-full" asks for one. Options of its own come after ours, and so win.
 * @param setting the variable that it comes from, for the message
 * @throws StartError when the address can't be understood.
 */
export function connectionOf(databaseUrl: string, setting = 'DATABASE_URL'): Connection {
  let parsed: ClientConfig;
  try {
    parsed = toClientConfig(
      parse(databaseUrl, { useLibpqCompat: !/[?&](sslmode=no-verify|uselibpqcompat=)/.test(databaseUrl) }),
    );
  } catch (error) {
    throw new StartError(`${setting} is not understood: ${(error as Error).message}`);
  }
  return { ...parsed, database: parsed.database ?? '' };
}

/** `connection` with the timeouts, the name and the session settings that the program's sessions share. */
export function sessionOf(connection: Connection, config: Config): Connection {
  return {
    ...connection,
    application_name: connection.application_name ?? 'verbatim',
    connectionTimeoutMillis: config.databasePoolTimeoutMs,
    statement_timeout: config.statementTimeoutMs,
    // A server that no longer answers can't time out a statement: give up on the connection a little later.
    query_timeout: config.statementTimeoutMs + 2000,
    keepAlive: true,
    options: connection.options ? `${sessionOptions} ${connection.options}` : sessionOptions,
  };
}

/** A connection as it can be handed to a process: without the function that DATABASE_URL may ask for. */
export interface PortableConnection {
  readonly connection: Connection;
  readonly anyServerName: boolean;
}

/** Makes a connection fit to be handed to a process. */
export function packConnection(connection: Connection): PortableConnection {
  const { ssl } = connection;
  if (typeof ssl !== 'object' || !ssl.checkServerIdentity) return { connection, anyServerName: false };
  return { connection: { ...connection, ssl: { ...ssl, checkServerIdentity: undefined } }, anyServerName: true };
}

/** Gives back what `packConnection` was given. */
export function unpackConnection({ connection, anyServerName }: PortableConnection): Connection {
  const { ssl } = connection;
  if (!anyServerName || typeof ssl !== 'object') return connection;
  return { ...connection, ssl: { ...ssl, checkServerIdentity: () => undefined } };
}
