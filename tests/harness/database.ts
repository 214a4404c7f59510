import { randomBytes } from 'node:crypto';
import type { Config } from '../../src/settings/config';
import { sessionOf, type Connection } from '../../src/data/connection';
import { openPools, type Database } from '../../src/data/database';
import { createLog, type Log } from '../../src/log';
import { runAlone, testConfig, theTestServer } from './testServer';

export interface TestDatabase extends Database {
  readonly connection: Connection;
  /** The same as an address, for programs that are started with DATABASE_URL. */
  readonly url: string;
  readonly config: Config;
  readonly log: Log;
  /** Closes the pools and drops the database. */
  close(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** With the sample article in it. */
  readonly seeded?: boolean;
  /** A copy of this database, to which nobody may be connected then. */
  readonly copyOf?: string;
  readonly config?: Partial<Config>;
}

/**
 * A fresh, migrated database that nobody else uses. Open one in `beforeAll`, close it in `afterAll`.
 */
export async function openTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const server = theTestServer();
  const name = `${server.prefix}_${randomBytes(5).toString('hex')}`;
  const template = options.copyOf ?? `${server.prefix}_${options.seeded ? 'sample' : 'empty'}`;
  await runAlone(server.connection, `CREATE DATABASE ${name} TEMPLATE ${template}`);

  const connection = { ...server.connection, database: name };
  const config = testConfig(options.config);
  const log = createLog(config);
  const database = openPools(sessionOf(connection, config), config, log);
  return {
    ...database,
    connection,
    url: addressOf(connection),
    config,
    log,
    async close() {
      await database.close();
      await runAlone(server.connection, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** A connection as an address, for programs that are started with DATABASE_URL. */
export function addressOf(connection: Connection): string {
  const { host = 'localhost', port = 5432, user = 'postgres', database } = connection;
  const password = typeof connection.password === 'string' ? `:${encodeURIComponent(connection.password)}` : '';
  const login = `${encodeURIComponent(user)}${password}`;
  return host.startsWith('/')
    ? `postgresql://${login}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
    : `postgresql://${login}@${host}:${port}/${database}`;
}
