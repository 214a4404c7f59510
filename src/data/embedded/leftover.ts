import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartError } from '../../errors/startError';

const patience = 60_000;

/**
 * Sees to a PostgreSQL that an earlier run left behind in `folder`: waits for one that is still stopping (its last
 * checkpoint may take a while), and removes the note of one that is gone. PostgreSQL would do the latter itself, but
 * believes any living process of the noted number to be its own, which after a restart of a container often is another.
 * Call it with the folder locked.
 * @throws StartError when it doesn't end.
 */
export async function clearLeftover(folder: string): Promise<void> {
  const note = path.join(folder, 'postmaster.pid');
  const since = Date.now();
  for (;;) {
    const pid = notedPid(folder);
    if (pid === undefined || !isServingFrom(pid, folder)) break;
    await pause(50);
    if (Date.now() - since > patience) {
      throw new StartError(
        `A PostgreSQL (process ${pid}) that an earlier run left behind still works on ${folder}. End it with: kill -INT ${pid}`,
      );
    }
  }
  rmSync(note, { force: true });
}

/** The process that PostgreSQL noted in `folder` when it started there. */
export function notedPid(folder: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(path.join(folder, 'postmaster.pid'), 'utf8'), 10);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** PostgreSQL works inside its data folder; Linux tells where a process stands, elsewhere any living one is believed. */
function isServingFrom(pid: number, folder: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    const standing = statSync(`/proc/${pid}/cwd`);
    const wanted = statSync(folder);
    return standing.dev === wanted.dev && standing.ino === wanted.ino;
  } catch {
    return false; // another user's process, or gone by now: neither is ours
  }
}
