import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Config } from '../../src/settings/config';
import { type Connection, sessionOf } from '../../src/data/connection';
import { openPools } from '../../src/data/database';
import { accountOf } from '../../src/data/embedded/account';
import { clusterFolder, embeddedUser, folderArgument } from '../../src/data/embedded/cluster';
import { type Embedded, startEmbedded } from '../../src/data/embedded/embedded';
import { nativeFolder } from '../../src/data/embedded/platform';
import { findPrograms } from '../../src/data/embedded/programs';
import { type Supervised, startSupervised } from '../../src/data/embedded/supervised';
import { ensureDatabase } from '../../src/data/ensureDatabase';
import { migrate } from '../../src/data/migrations';
import { createLog, type Log } from '../../src/log';
import type { TestDatabase } from '../harness/database';
import { runAlone, testConfig } from '../harness/testServer';
import { until } from '../harness/until';

const silent = createLog({ logLevel: 'silent' });
const database = 'verbatim';

/** A streaming replica: a PostgreSQL of its own that follows the primary through a Unix socket. */
export interface Standby {
  readonly connection: Connection;
  readonly url: string;
  start(): Promise<void>;
  /** Ends it at once, as a machine that fails does: sessions break off. */
  kill(): Promise<void>;
  /** Stops, or goes on with, replaying what it receives. */
  setPaused(paused: boolean): Promise<void>;
}

/** A migrated primary and its replicas, all on the embedded PostgreSQL's programs. */
export interface Streaming {
  readonly connection: Connection;
  readonly url: string;
  readonly standbys: readonly Standby[];
  startPrimary(): Promise<void>;
  stopPrimary(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a primary with `count` replicas. */
export async function startStreaming(count: number): Promise<Streaming> {
  const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-streaming-'));
  chmodSync(folder, 0o755); // the replicas run as "nobody" where the tests run as root
  const dataDir = path.join(folder, 'primary');
  const start = (): Promise<Embedded> =>
    startEmbedded({
      dataDir,
      maxConnections: 40,
      log: silent,
      settings: { wal_level: 'replica', max_wal_senders: '8', fsync: 'off', wal_writer_delay: '10ms' },
    });
  let primary = await start();
  const connection = { ...primary.connection, database, ssl: false };
  await ensureDatabase(primary.connection, database);
  await migrate(sessionOf(connection, testConfig()), silent);
  await primary.stop();
  const standbys = await Promise.all(Array.from({ length: count }, (_, i) => makeStandby(folder, `replica${i}`)));
  primary = await start();
  await Promise.all(standbys.map((standby) => standby.start()));
  return {
    connection,
    url: urlOf(connection),
    standbys,
    async startPrimary() {
      primary = await start();
    },
    stopPrimary: () => primary.stop(),
    async stop() {
      await Promise.all(standbys.map((standby) => standby.kill()));
      await primary.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A replica from a copy of the primary's folder. */
async function makeStandby(folder: string, name: string): Promise<Standby> {
  const source = clusterFolder(path.join(folder, 'primary'));
  const copy = clusterFolder(path.join(folder, name));
  cpSync(source, copy, { recursive: true });
  chmodSync(copy, 0o700);
  const account = accountOf(copy);
  const signal = path.join(copy, 'standby.signal');
  writeFileSync(signal, '');
  if (account) chownSync(signal, account.uid, account.gid);
  chmodSync(path.dirname(copy), 0o755);
  const { postgres } = await findPrograms(nativeFolder(), account, silent);
  const settings = {
    listen_addresses: '',
    unix_socket_directories: '.',
    primary_conninfo: `host=${source} port=5432 user=${embeddedUser} application_name=${name}`,
    hot_standby: 'on',
    max_connections: '40',
    wal_receiver_status_interval: '1s',
    wal_retrieve_retry_interval: '100ms',
    fsync: 'off',
    shared_buffers: '16MB',
  };
  const connection = { host: copy, port: 5432, user: embeddedUser, database, ssl: false };
  let running: Supervised | undefined;
  return {
    connection,
    url: urlOf(connection),
    async start() {
      const said: string[] = [];
      running = startSupervised({
        program: postgres,
        args: [
          '-D',
          folderArgument(copy),
          ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
        ],
        cwd: copy,
        account,
        endSignal: 'INT',
        onLine: (line) => said.push(line),
      });
      let ended = false;
      void running.ended.then(() => (ended = true));
      const isThere = (): Promise<boolean> => {
        if (ended) throw new Error(`The replica ended:\n${said.join('\n')}`);
        return takesQuestions(connection);
      };
      await until('the replica takes questions', isThere, { everyMs: 20, seen: () => said.join('\n') });
    },
    async kill() {
      await running?.end();
      running = undefined;
    },
    setPaused: (paused) => runAlone(connection, `SELECT pg_wal_replay_${paused ? 'pause' : 'resume'}()`),
  };
}

function takesQuestions(connection: Connection): Promise<boolean> {
  return runAlone(connection, 'SELECT 1').then(
    () => true,
    () => false,
  );
}

function urlOf({ host, port, user }: Connection): string {
  return `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(String(host))}`;
}

/** The primary and its replicas as the program opens them. */
export function openStreaming(streaming: Streaming, changes: Partial<Config> = {}, log: Log = silent): TestDatabase {
  const databaseReplicaUrls = streaming.standbys.map(({ url }) => url);
  const config = testConfig({ databaseUrl: streaming.url, databaseReplicaUrls, ...changes });
  const { connection, url } = streaming;
  return { ...openPools(sessionOf(connection, config), config, log), connection, url, config, log };
}
