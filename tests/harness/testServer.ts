import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { parseConfig, type Config } from '../../src/settings/config';
import { connectionOf, sessionOf, type Connection } from '../../src/data/connection';
import { openPools, type Database } from '../../src/data/database';
import { startEmbedded } from '../../src/data/embedded/embedded';
import { migrate } from '../../src/data/migrations';
import { createLog } from '../../src/log';
import { packageRoot } from '../../src/packageRoot';

/** The PostgreSQL server of one Jest run, as its workers are told of it. */
export interface TestServer {
  /** To a database that is always there, for creating others. */
  readonly connection: Connection;
  /** What the names of this run's databases begin with. */
  readonly prefix: string;
}

/** The name of the environment variable that tells the workers. */
export const testServerVariable = 'VERBATIM_TEST_SERVER';

/** The server that this Jest run has started. */
export function theTestServer(): TestServer {
  const told = process.env[testServerVariable];
  if (!told) throw new Error('No test server: run the tests with Jest, whose global setup starts it.');
  return JSON.parse(told) as TestServer;
}

/** The configuration that tests run with: nothing from outside, a free port, no log, and time enough on a busy machine. */
export function testConfig(changes: Partial<Config> = {}): Config {
  const settings = { PORT: '0', LOG_LEVEL: 'silent', DATABASE_POOL_SIZE: '4', STATEMENT_TIMEOUT_SECONDS: '50' };
  return { ...parseConfig(settings), ...changes };
}

/** Runs one statement on a connection of its own. */
export async function runAlone(connection: Connection, sql: string): Promise<void> {
  const client = new Client(connection);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/**
 * Starts a server of our own, or takes the one that DATABASE_URL names, and makes two databases there to copy from: `_empty`
 * with all migrations, `_sample` with the sample article too.
 */
export async function startTestServer(): Promise<{ server: TestServer; stop(): Promise<void> }> {
  const prefix = `verbatim_test_${randomBytes(4).toString('hex')}`;
  const { connection, stop } = await findServer();
  const server = { connection, prefix };
  try {
    await runAlone(connection, `CREATE DATABASE ${prefix}_empty`);
    const empty = sessionOf({ ...connection, database: `${prefix}_empty` }, testConfig());
    await migrate(empty, createLog({ logLevel: 'silent' }));
    await runAlone(connection, `CREATE DATABASE ${prefix}_sample TEMPLATE ${prefix}_empty`);
    await fillSample({ ...connection, database: `${prefix}_sample` });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    server,
    async stop() {
      await runAlone(connection, `DROP DATABASE IF EXISTS ${prefix}_empty WITH (FORCE)`);
      await runAlone(connection, `DROP DATABASE IF EXISTS ${prefix}_sample WITH (FORCE)`);
      await stop();
    },
  };
}

async function findServer(): Promise<{ connection: Connection; stop(): Promise<void> }> {
  const url = process.env.DATABASE_URL;
  if (url) return { connection: connectionOf(url), stop: async () => {} };
  const dataDir = mkdtempSync(path.join(tmpdir(), 'verbatim-test-'));
  const embedded = await startEmbedded({
    dataDir,
    maxConnections: 100,
    log: createLog({ logLevel: 'silent' }),
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }, // thrown away after the run
  });
  return {
    connection: { ...embedded.connection, database: 'postgres', ssl: false },
    async stop() {
      await embedded.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function fillSample(connection: Connection): Promise<void> {
  const loader = path.join(packageRoot, 'src/import/seed/load.ts');
  if (!existsSync(loader)) return;
  const { loadSampleIfEmpty } = (await import(loader)) as { loadSampleIfEmpty(database: Database): Promise<boolean> };
  const config = testConfig();
  const database = openPools(sessionOf(connection, config), config, createLog(config));
  try {
    await loadSampleIfEmpty(database);
  } finally {
    await database.close();
  }
}
