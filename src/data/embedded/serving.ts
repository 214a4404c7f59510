import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../log';
import { StartError } from '../../errors/startError';
import { type Cluster, folderArgument } from './cluster';
import { clearLeftover, notedPid } from './leftover';
import { startSupervised } from './supervised';

/** PostgreSQL at work on a cluster. */
export interface Serving {
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<number>;
  /** Ends it, dropping open transactions; harshly when that takes longer than ten seconds. */
  end(): Promise<void>;
}

const gentleMs = 10_000;

/**
 * Starts PostgreSQL on the cluster and waits until it takes connections; after a crash it first puts its files right.
 * @param settings those of postgresql.conf.
 * @throws StartError when it ends instead.
 */
export async function serve(cluster: Cluster, settings: Readonly<Record<string, string>>, log: Log): Promise<Serving> {
  await clearLeftover(cluster.folder);
  const said: string[] = [];
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = startSupervised({
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
  const slow = setTimeout(() => log.info('PostgreSQL is putting its files right after a crash'), 3000);
  const ended = server.ended.then(() => 'ended' as const);
  while (!isReady(cluster.folder)) {
    if ((await Promise.race([ended, pause(5)])) !== 'ended') continue;
    clearTimeout(slow);
    throw new StartError(`The embedded PostgreSQL could not start on ${cluster.folder} (${reasonIn(said)}).`);
  }
  clearTimeout(slow);
  return {
    ended: server.ended,
    async end() {
      const ending = server.end();
      const timer = setTimeout(() => killHard(cluster.folder), gentleMs);
      await ending;
      clearTimeout(timer);
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

/** Ends a PostgreSQL that would not: nothing committed is lost, its next start puts its files right. */
function killHard(folder: string): void {
  const pid = notedPid(folder);
  try {
    if (pid !== undefined) process.kill(pid, 'SIGQUIT');
  } catch {
    // it has just ended
  }
}

/** The line that tells why PostgreSQL ended. */
function reasonIn(said: readonly string[]): string {
  const line = said.find((one) => one.startsWith('FATAL:')) ?? said.at(-1) ?? 'it said nothing';
  return line.replace(/^FATAL:\s*/, '');
}
