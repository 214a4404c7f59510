import { randomBytes } from 'node:crypto';
import { connectionOf } from '../../src/data/connection';
import { runAlone } from './testServer';

/** An empty database on a server, for a program that runs as a process of its own. */
export async function createScratchDatabase(serverUrl: string): Promise<{ url: string; drop(): Promise<void> }> {
  const connection = connectionOf(serverUrl);
  const name = `verbatim_scratch_${randomBytes(4).toString('hex')}`;
  await runAlone(connection, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => runAlone(connection, `DROP DATABASE ${name} WITH (FORCE)`) };
}
