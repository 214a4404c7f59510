import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartError } from '../../errors/startError';

/**
 * What is done about a PostgreSQL that an earlier run left behind, from how many milliseconds of waiting on. Its supervisor has asked
 * it to stop; where that has been killed too, nobody else does.
 */
const signals = [
  { after: 0, name: 'SIGINT' },
  { after: 15_000, name: 'SIGQUIT' },
  { after: 30_000, name: 'SIGKILL' },
] as const;
const patience = 60_000;

/** The notes that PostgreSQL makes of its process in the data folder, and its socket beside them. */
const notes = ['postmaster.pid', '.s.PGSQL.5432.lock', '.s.PGSQL.5432'];

/**
 * Sees to a PostgreSQL that an earlier run left behind in `folder`: waits for one that is still stopping (its last
 * checkpoint may take a while), ends one that is not, and removes the notes of one that is gone. PostgreSQL would do the latter
 * itself, but believes any living process of a noted number to be its own, which after a restart of a container often is another.
 * Call it with the folder locked.
 * @throws StartError when it doesn't end.
 */
export async function clearLeftover(folder: string): Promise<void> {
  const since = Date.now();
  let next = 0;
  for (;;) {
    const left = serversIn(folder);
    if (left.length === 0) break;
    const waited = Date.now() - since;
    if (waited > patience) {
      throw new StartError(
        `A PostgreSQL (process ${left[0]}) that an earlier run left behind still works on ${folder}. End it with: kill -INT ${left[0]}`,
      );
    }
    const due = signals[next];
    if (due && waited >= due.after) {
      next += 1;
      signalServer(folder, due.name);
    }
    await pause(20);
  }
  for (const note of notes) rmSync(path.join(folder, note), { force: true });
}

/** The process that PostgreSQL noted in `folder` when it started there. */
function notedPid(folder: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(path.join(folder, 'postmaster.pid'), 'utf8'), 10);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Signals PostgreSQL in `folder`: its first process, which tells the others, or with SIGKILL all. One that is frozen is woken, so that it
 * hears. Nothing committed is lost: its next start puts its files right.
 */
export function signalServer(folder: string, name: NodeJS.Signals): void {
  const noted = notedPid(folder);
  for (const pid of serversIn(folder)) {
    try {
      if (name === 'SIGKILL' || pid === noted) process.kill(pid, name);
      process.kill(pid, 'SIGCONT');
    } catch {
      // it has just ended
    }
  }
}

/**
 * PostgreSQL's processes at work on `folder`. Linux tells where a process stands and what it runs, so that those are found too whose
 * server was killed and who have yet to notice; elsewhere the noted one is looked at.
 */
function serversIn(folder: string): number[] {
  if (process.platform !== 'linux') {
    const pid = notedPid(folder);
    return pid !== undefined && commandOf(pid).includes(`-D ${folder}`) ? [pid] : [];
  }
  const { dev, ino } = statSync(folder);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && isServer(name, dev, ino))
    .map(Number);
}

function isServer(process: string, dev: number, ino: number): boolean {
  try {
    const standing = statSync(`/proc/${process}/cwd`);
    if (standing.dev !== dev || standing.ino !== ino) return false;
    return /\/postgres(?: \(deleted\))?$/.test(readlinkSync(`/proc/${process}/exe`));
  } catch {
    return false; // another user's process, or gone by now: neither is ours
  }
}

function commandOf(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return ''; // no such process
  }
}
