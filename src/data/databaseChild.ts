import type { Config } from '../settings/config';
import { createLog } from '../log';
import { exportedFunction } from './child';
import { type PortableConnection, unpackConnection } from './connection';
import { openPools } from './database';

/** What a child is told to call with a database. */
export interface DatabaseTask {
  readonly to: PortableConnection;
  readonly config: Config;
  readonly module: string;
  readonly call: string;
}

/** Opens pools on a migrated database, calls the function with them, closes them. Runs in a process of its own. */
export async function callWithDatabase({ to, config, module, call }: DatabaseTask): Promise<unknown> {
  const database = openPools(unpackConnection(to), config, createLog(config));
  try {
    const work = await exportedFunction(module, call);
    return await work(database);
  } finally {
    await database.close();
  }
}
