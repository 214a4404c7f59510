import { accessSync, constants } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Config } from '../settings/config';
import type { Log } from '../log';
import { StartError } from '../errors/startError';
import { connectDatabase, type Database, embeddedDatabase, openDatabase } from './database';
import { clusterFolder } from './embedded/cluster';
import { FolderInUse } from './embedded/folderLock';

/** How long a server that is just starting, or ending, is waited for, in milliseconds. */
const patience = 15_000;

/**
 * Opens the database that a server of this configuration uses, whether one is running or not: an embedded PostgreSQL is shared
 * with the process that has started it, and started for the moment where nobody has. A database that is not there is not made.
 * @throws StartError with what to do when that is not possible.
 */
export async function joinDatabase(config: Config, log: Log): Promise<Database> {
  if (config.databaseUrl) return openDatabase(config, log);
  checkThere(config.dataDir);
  const since = Date.now();
  for (;;) {
    try {
      return await openDatabase(config, log);
    } catch (error) {
      if (!(error instanceof FolderInUse)) throw error;
    }
    // Its owner may still be starting it, or be on the way out: then the folder will soon be free.
    const connection = embeddedDatabase(config);
    if (await answers(connection)) return connectDatabase(connection, config, log);
    if (Date.now() - since > patience) {
      throw new StartError(
        `Another program holds the data folder ${config.dataDir} and serves nothing. Look what it is doing.`,
      );
    }
    await pause(100);
  }
}

function checkThere(dataDir: string): void {
  try {
    accessSync(clusterFolder(dataDir), constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const denied = /^(EACCES|EPERM|EROFS)$/.test((error as NodeJS.ErrnoException).code ?? '');
    throw new StartError(
      denied
        ? `This user may not use the data folder ${dataDir}. Run this as the user that Verbatim runs as, or as root.`
        : `There is no database in ${dataDir} yet. Start Verbatim once, or set DATA_DIR to the folder that is meant.`,
      { cause: error },
    );
  }
}

async function answers(connection: ConstructorParameters<typeof Client>[0]): Promise<boolean> {
  const client = new Client(connection);
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
