import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../log';
import { StartError } from '../../errors/startError';
import { type Cluster, folderArgument } from './cluster';
import { clearLeftover, signalServer } from './leftover';
import { startSupervised, type Supervised } from './supervised';

/** PostgreSQL at work on a cluster. */
export interface Serving {
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<number>;
  /** Ends it, dropping open transactions; harshly when that takes longer than ten seconds. */
  end(): Promise<void>;
}

const gentleMs = 10_000;

/** How often a start is tried that what an earlier run left behind stood in the way of, and the pause after each, in milliseconds. */
const tries = { most: 40, pauseMs: 250 };

/**
 * Starts PostgreSQL on the cluster and waits until it takes connections; after a crash it first puts its files right. Processes that
 * an earlier run left behind need a moment to notice that they are alone, and let go of the memory they share.
 * @param settings those of postgresql.conf.
 * @throws StartError when it ends instead.
 */
export async function serve(cluster: Cluster, settings: Readonly<Record<string, string>>, log: Log): Promise<Serving> {
  for (let attempt = 1; ; attempt++) {
    await clearLeftover(cluster.folder);
    const said: string[] = [];
    const server = start(cluster, settings, said, log);
    if (await becomesReady(server, cluster.folder, log)) return servingOf(server, cluster.folder);
    const reason = reasonIn(said);
    if (attempt === tries.most || !/lock file|shared memory block .* still in use/.test(reason)) {
      throw new StartError(`The embedded PostgreSQL could not start on ${cluster.folder} (${reason}).`);
    }
    await pause(tries.pauseMs);
  }
}

function start(cluster: Cluster, settings: Readonly<Record<string, string>>, said: string[], log: Log): Supervised {
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return startSupervised({
    program: cluster.postgres,
    args: ['-D', folderArgument(cluster.folder), ...given],
    cwd: cluster.folder,
    account: cluster.account,
    endSignal: 'INT',
    onLine(line) {
      if (said.push(line) > 20) said.shift();
      if (/^(WARNING|PANIC):/.test(line)) log.warn({ postgres: line }, 'PostgreSQL');
      else log.debug({ postgres: line }, 'PostgreSQL');
    },
  });
}

/** Waits until it takes connections, or has ended. */
async function becomesReady(server: Supervised, folder: string, log: Log): Promise<boolean> {
  const slow = setTimeout(() => log.info('PostgreSQL is putting its files right after a crash'), 3000);
  try {
    const ended = server.ended.then(() => 'ended' as const);
    while (!isReady(folder)) if ((await Promise.race([ended, pause(5)])) === 'ended') return false;
    return true;
  } finally {
    clearTimeout(slow);
  }
}

function servingOf(server: Supervised, folder: string): Serving {
  return {
    ended: server.ended,
    async end() {
      const ending = server.end();
      const harder = setTimeout(() => signalServer(folder, 'SIGQUIT'), gentleMs);
      const hardest = setTimeout(() => signalServer(folder, 'SIGKILL'), 2 * gentleMs);
      await ending;
      clearTimeout(harder);
      clearTimeout(hardest);
    },
  };
}

/** PostgreSQL keeps its state in the eighth line of postmaster.pid. */
function isReady(folder: string): boolean {
  try {
    return readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

/** The line that tells why PostgreSQL ended. */
function reasonIn(said: readonly string[]): string {
  const line = said.find((one) => one.startsWith('FATAL:')) ?? said.at(-1) ?? 'it said nothing';
  return line.replace(/^FATAL:\s*/, '');
}
