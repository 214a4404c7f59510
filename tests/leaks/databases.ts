import { Client, Pool } from 'pg';
import { openTestDatabase, type TestDatabase } from '../harness/database';
import { openScratch, type Scratch } from '../harness/scratch';
import { theTestServer } from '../harness/testServer';
import { loadTables } from '../reference/load';
import type { Tables } from '../reference/rows';
import { writeWorld } from '../world/world';
import { plantCanaries } from './canaries';
import { deleteHidden, type Hidden, listHidden } from './hidden';

/** A world with everything in it, and what it takes to have it again without what is hidden. */
export interface Worlds {
  readonly whole: TestDatabase;
  /** All rows of `whole`, hidden ones too. */
  readonly tables: Tables;
  readonly hidden: readonly Hidden[];
  /** A copy in which whatever readers may not see is not there, after `change` was done to it too. */
  bare(change?: string): Promise<TestDatabase>;
  close(): Promise<void>;
}

async function on(database: Pick<Scratch, 'connection'>, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ ...database.connection, options: '-c TimeZone=UTC' });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function tablesOf(database: Scratch): Promise<Tables> {
  const pool = new Pool({ ...database.connection, options: '-c TimeZone=UTC', max: 1 });
  try {
    return (await loadTables(pool)).tables;
  } finally {
    await pool.end();
  }
}

/** Makes the world of a seed. */
export async function openWorlds(seed: number): Promise<Worlds> {
  // Without pools: only a database to which nobody is connected can be copied.
  const origin = await openScratch(`${theTestServer().prefix}_empty`);
  let hidden: readonly Hidden[] = [];
  await on(origin, async (client) => {
    await writeWorld(client, seed);
    await plantCanaries(client);
    hidden = await listHidden(client);
  });
  const tables = await tablesOf(origin);
  const opened: TestDatabase[] = [];
  const copy = async (): Promise<TestDatabase> => {
    const database = await openTestDatabase({ copyOf: origin.connection.database });
    opened.push(database);
    return database;
  };
  return {
    whole: await copy(),
    tables,
    hidden,
    async bare(change = '') {
      const database = await copy();
      await on(database, async (client) => {
        await client.query(change);
        await deleteHidden(client);
      });
      return database;
    },
    async close() {
      for (const database of opened.reverse()) await database.close();
      await origin.drop();
    },
  };
}
