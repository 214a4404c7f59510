import { randomBytes } from 'node:crypto';
import { type Connection, connectionOf } from '../../src/data/connection';
import { addressOf } from './database';
import { runAlone, theTestServer } from './testServer';

/** A database on the test server that nothing has been done with. */
export interface Scratch {
  readonly connection: Connection;
  readonly url: string;
  drop(): Promise<void>;
}

/** @param copyOf the name of a database to which nobody is connected; without it the new one is empty */
export async function openScratch(copyOf = 'template1'): Promise<Scratch> {
  const { connection: server, prefix } = theTestServer();
  const database = `${prefix}_scratch_${randomBytes(5).toString('hex')}`;
  await runAlone(server, `CREATE DATABASE ${database} TEMPLATE ${copyOf}`);
  const connection = { ...server, database };
  return {
    connection,
    url: addressOf(connection),
    drop: () => runAlone(server, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`),
  };
}

/** An empty database on a server, for a program that runs as a process of its own. */
export async function createScratchDatabase(serverUrl: string): Promise<{ url: string; drop(): Promise<void> }> {
  const connection = connectionOf(serverUrl);
  const name = `verbatim_scratch_${randomBytes(4).toString('hex')}`;
  await runAlone(connection, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => runAlone(connection, `DROP DATABASE ${name} WITH (FORCE)`) };
}
