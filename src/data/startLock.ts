import { Client } from 'pg';
import type { Connection } from './connection';

/** Any number will do, as long as every node of every version takes the same. */
const lockKey = 7_263_458_112;

/**
 * Runs `work` while no other node does such work on this database: nodes that start together migrate, and fill an empty
 * database, one after the other. The lock goes with its session, so a node that dies holds nobody up.
 */
export async function whileAlone<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  const client = new Client({ ...connection, statement_timeout: 0, query_timeout: 0 });
  client.on('error', () => {}); // a lost session shows in the work itself
  await client.connect();
  try {
    await client.query('/* start lock */ SELECT pg_advisory_lock($1)', [lockKey]);
    return await work();
  } finally {
    await client.end();
  }
}
