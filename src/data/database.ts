import { setTimeout as pause } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import { Client } from 'pg';
import type { Config } from '../settings/config';
import { PrismaClient } from '../generated/prisma/client';
import type { Log } from '../log';
import type { BoundedPool } from './boundedPool';
import { type Connection, connectionOf, packConnection, sessionOf } from './connection';
import { connectionProblem } from './connectionProblem';
import type { DatabaseTask } from './databaseChild';
import { embeddedConnection, startEmbedded } from './embedded/embedded';
import { ensureDatabase } from './ensureDatabase';
import { migrate } from './migrations';
import { boundsOf, listenForLoss, openReadPool } from './pools';
import { openProbe } from './probe';
import { openReadRoutes } from './replicas/openReadRoutes';
import type { ReadRoutes } from './replicas/readRoutes';
import { checkServer } from './serverCheck';
import { watchForSilence } from './silence';
import { whileAlone } from './startLock';
import { callInChild } from './child';
import { WatchedPool } from './watchedPool';

/** What the rest of the program knows of the database. */
export interface Database {
  /** The server that is written to. A query waits for a free connection, and runs, only as long as the configuration allows. */
  readonly pool: BoundedPool;
  /** For the compiled reads: replicas where there are such and they are new enough, `pool` otherwise. */
  readonly reads: ReadRoutes;
  /** For writes, over a small pool of its own. */
  readonly prisma: PrismaClient;
  readonly writePool: BoundedPool;
  /** A connection of its own to the server that is written to, not yet opened: for those who must stay on one. */
  newClient(): Client;
  /** Whether queries can be answered now, by the server or by a replica of it; never throws, never waits longer than two seconds. */
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

/** Sessions that a process has beside its pools: the probe, and the one that hears of changes. */
const ownSessions = 2;

/** Sessions beside those of the processes that serve: the start lock, migrations, somebody with psql. */
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
    maxConnections: config.workers * (config.databasePoolSize + prismaPoolSize + ownSessions) + spareSessions,
    log,
    ...(onLost ? { onLost } : {}),
  });
  try {
    await ensureDatabase(embedded.connection, 'verbatim');
    const database = await connectDatabase(embeddedDatabase(config), config, log);
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

/**
 * Opens the database that another process of this configuration has opened and migrated; an embedded PostgreSQL is that process's.
 * @throws StartError when DATABASE_URL can't be understood
 */
export function openBesideOwner(config: Config, log: Log): Database {
  const connection = config.databaseUrl ? connectionOf(config.databaseUrl) : embeddedDatabase(config);
  return openPools(sessionOf(connection, config), config, log);
}

/** The database in the embedded PostgreSQL of this configuration, running or not. */
export function embeddedDatabase({ dataDir }: Pick<Config, 'dataDir'>): Connection {
  return { ...embeddedConnection(dataDir), database: 'verbatim', ssl: false };
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
  const pool = openReadPool(session, config);
  let closing = false;
  const lost = (error: Error): void => {
    if (!closing) log.warn({ reason: error.message }, 'a database connection was lost');
  };
  listenForLoss(pool, lost);
  const probe = openProbe(session);
  const reads = openReadRoutes({ primary: pool, probe, config, log, lost });
  const writePool = new WatchedPool({ ...session, ...boundsOf(config), max: prismaPoolSize });
  listenForLoss(writePool, lost);
  const silence = watchForSilence(probe, [pool, writePool], log);
  const prisma = new PrismaClient({ adapter: new PrismaPg(writePool, { disposeExternalPool: true }) });
  return {
    pool,
    reads,
    prisma,
    writePool,
    newClient: () => new Client(session),
    // In this order: a primary that is away may take its time to say so, and a load balancer has none.
    async isReady() {
      if (reads.doWithoutPrimary()) return true;
      const answers = await probe.answers();
      if (answers) silence.heard();
      return answers;
    },
    whileAlone: (work) => whileAlone(session, work),
    inChild(module, call) {
      const task: DatabaseTask = { to: packConnection(session), config, module, call };
      return callInChild('data/databaseChild', 'callWithDatabase', task);
    },
    async close() {
      closing = true;
      silence.stop();
      const ended = Promise.all([pool.end(), reads.close(), probe.close(), prisma.$disconnect()]).catch(lost);
      await Promise.race([ended, pause(closeMs, undefined, { ref: false })]);
    },
  };
}
