import { setTimeout as pause } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import type { Config } from '../config';
import { PrismaClient } from '../generated/prisma/client';
import type { Log } from '../log';
import { type Connection, connectionOf, packConnection, sessionOf } from './connection';
import { connectionProblem } from './connectionProblem';
import type { DatabaseTask } from './databaseChild';
import { startEmbedded } from './embedded/embedded';
import { ensureDatabase } from './ensureDatabase';
import { migrate } from './migrations';
import { checkServer } from './serverCheck';
import { whileAlone } from './startLock';
import { callInChild } from './child';

/** What the rest of the program knows of the database. */
export interface Database {
  /** For the compiled reads. A query waits for a free connection, and runs, only as long as the configuration allows. */
  readonly pool: Pool;
  /** For writes, over a small pool of its own. */
  readonly prisma: PrismaClient;
  /** Whether the database answers now; never throws, never waits longer than two seconds. */
  isReady(): Promise<boolean>;
  /** Runs work that only one of all nodes may do at a time: filling an empty database, for example. */
  whileAlone<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Calls an exported function of a module (its path below dist/, no ending) with a database of its own in a process that
   * ends afterwards: for rare work with Prisma, which takes 90 MB once it was used and never gives them back.
   */
  inChild<Result>(module: string, call: string): Promise<Result>;
  /** Ends all sessions, and the embedded PostgreSQL with them. */
  close(): Promise<void>;
}

const prismaPoolSize = 5;

/** How long statements that nobody waits for any more may go on at the end. */
const closeMs = 2000;

/** Sessions beside the pools: the start lock, migrations, somebody with psql. */
const spareSessions = 10;

/**
 * Opens the database that the configuration names, starting the embedded PostgreSQL where it names none, and migrates it.
 * @param onLost called when the embedded PostgreSQL ended and can't be started again.
 * @throws StartError with what to do when that is not possible.
 */
export async function openDatabase(config: Config, log: Log, onLost?: (error: unknown) => void): Promise<Database> {
  if (config.databaseUrl) return connectDatabase(connectionOf(config.databaseUrl), config, log);
  const embedded = await startEmbedded({
    dataDir: config.dataDir,
    maxConnections: config.databasePoolSize + prismaPoolSize + spareSessions,
    log,
    ...(onLost ? { onLost } : {}),
  });
  try {
    await ensureDatabase(embedded.connection, 'verbatim');
    const database = await connectDatabase({ ...embedded.connection, database: 'verbatim', ssl: false }, config, log);
    return {
      ...database,
      async close() {
        await database.close();
        await embedded.stop();
      },
    };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/** Migrates a database on a running server and opens the pools on it. */
export async function connectDatabase(connection: Connection, config: Config, log: Log): Promise<Database> {
  const session = sessionOf(connection, config);
  try {
    await checkServer(session);
    await whileAlone(session, () => migrate(session, log));
  } catch (error) {
    throw connectionProblem(error, session);
  }
  return openPools(session, config, log);
}

/** Opens the pools on a database that is migrated already. */
export function openPools(session: Connection, config: Config, log: Log): Database {
  // Reads are prepared once for each connection: planning one again for each set of values would cost more than running it.
  const options = `${session.options} -c plan_cache_mode=force_generic_plan`;
  const pool = new Pool({ ...session, options, max: config.databasePoolSize, idleTimeoutMillis: 60_000 });
  let closing = false;
  const lost = (error: Error): void => {
    if (!closing) log.warn({ reason: error.message }, 'a database connection was lost');
  };
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost)); // an unheard error on a client in use would end the process
  const prisma = new PrismaClient({
    adapter: new PrismaPg(
      { ...session, max: prismaPoolSize, idleTimeoutMillis: 60_000 },
      { onPoolError: lost, onConnectionError: lost },
    ),
  });
  return {
    pool,
    prisma,
    isReady: () => answers(pool),
    whileAlone: (work) => whileAlone(session, work),
    inChild(module, call) {
      const task: DatabaseTask = { to: packConnection(session), config, module, call };
      return callInChild('data/databaseChild', 'callWithDatabase', task);
    },
    async close() {
      closing = true;
      const ended = Promise.all([pool.end(), prisma.$disconnect()]).catch(lost);
      await Promise.race([ended, pause(closeMs, undefined, { ref: false })]);
    },
  };
}

async function answers(pool: Pool): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), 2000);
  });
  const answer = pool.query('/* ready */ SELECT 1').then(
    () => true,
    () => false,
  );
  const ready = await Promise.race([answer, tooLate]);
  clearTimeout(timer);
  return ready;
}
