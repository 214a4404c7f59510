import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../log';
import { StartError } from '../../errors/startError';
import { type Cluster, clusterFolder, embeddedUser, prepareCluster } from './cluster';
import { makeFolder, notWritable } from './folder';
import { lockFolder } from './folderLock';
import { nativeFolder } from './platform';
import { type Serving, serve } from './serving';
import { shortPath } from './shortPath';

/** A PostgreSQL of our own: how to reach it, and how to end it. */
export interface Embedded {
  readonly connection: { readonly host: string; readonly port: number; readonly user: string };
  /** Stops PostgreSQL (open transactions are rolled back) and lets go of the folder. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly maxConnections: number;
  readonly log: Log;
  /** Called when PostgreSQL ended by itself and could not be started again. */
  readonly onLost?: (error: unknown) => void;
  /** Settings of postgresql.conf that differ from ours. */
  readonly settings?: Readonly<Record<string, string>>;
}

const port = 5432; // names the socket file only: nothing listens on the network

/** Small, as most of these databases are; memory is taken as it is needed. */
function settingsOf(options: EmbeddedOptions): Record<string, string> {
  return {
    listen_addresses: '',
    unix_socket_directories: '.',
    port: String(port),
    max_connections: String(options.maxConnections),
    shared_buffers: '64MB',
    io_method: 'sync', // no worker processes
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_logical_replication_workers: '0',
    max_parallel_workers_per_gather: '0', // containers give /dev/shm little room
    min_wal_size: '32MB',
    max_wal_size: '512MB',
    fsync: 'on',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '',
    log_checkpoints: 'off',
    lc_messages: 'C',
    ...options.settings,
  };
}

/** How to reach the PostgreSQL that some process has started, or is about to start, on `dataDir`. */
export function embeddedConnection(dataDir: string): Embedded['connection'] {
  return { host: shortPath(clusterFolder(dataDir)), port, user: embeddedUser };
}

/**
 * Starts the PostgreSQL that comes with the npm packages on `dataDir`, reachable only through a Unix socket in it, and
 * starts it again when it ends by itself.
 * @throws StartError when this machine or the folder doesn't allow it.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir, log } = options;
  const native = nativeFolder();
  makeFolder(dataDir);
  const unlock = await lockFolder(dataDir).catch((error: unknown) => {
    throw error instanceof StartError ? error : notWritable(dataDir, error);
  });
  try {
    const cluster = await prepareCluster(dataDir, native, log);
    const server = await keepServing(cluster, options);
    return {
      connection: embeddedConnection(dataDir),
      async stop() {
        await server.stop();
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

const restartsInAMinute = 5;

async function keepServing(cluster: Cluster, options: EmbeddedOptions): Promise<{ stop(): Promise<void> }> {
  const settings = settingsOf(options);
  let serving: Serving = await serve(cluster, settings, options.log);
  let stopping = false;
  const watch = async (): Promise<void> => {
    const restarts: number[] = [];
    for (;;) {
      const code = await serving.ended;
      if (stopping) return;
      options.log.error({ code }, 'PostgreSQL ended by itself and is started again');
      restarts.push(Date.now());
      if (restarts.filter((time) => Date.now() - time < 60_000).length > restartsInAMinute) {
        throw new StartError(
          'The embedded PostgreSQL keeps ending by itself. The log says why; is memory or disk short?',
        );
      }
      serving = await startAgain();
    }
  };
  // Its last processes need a moment to notice that they are alone, and let go of the shared memory.
  const startAgain = async (): Promise<Serving> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await serve(cluster, settings, options.log);
      } catch (error) {
        if (attempt === 20) throw error;
        await pause(250);
      }
    }
  };
  const watching = watch().catch((error: unknown) => options.onLost?.(error));
  return {
    async stop() {
      stopping = true;
      await serving.end();
      await watching;
    },
  };
}
