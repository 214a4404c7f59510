import { sessionOf } from '../../src/data/connection';
import { openPools } from '../../src/data/database';
import type { Log } from '../../src/log';
import { createServer } from '../../src/server';
import type { TestDatabase } from '../harness/database';
import { type Ask, noteStatements, serverAt } from './ask';

/** A server on a database, and who asks it. */
export interface Served {
  readonly url: string;
  readonly ask: Ask;
  close(): Promise<void>;
}

/** The real server over pools of its own, as it is for people who show no key. */
export async function serve({ connection, config }: TestDatabase, log: Log): Promise<Served> {
  const database = openPools(sessionOf(connection, config), config, log);
  const statements = noteStatements(database.pool);
  const server = await createServer({ database, config, log });
  const { url } = await server.listen(0, '127.0.0.1');
  return {
    url,
    ask: serverAt(url, statements),
    async close() {
      await server.close();
      await database.close();
    },
  };
}
