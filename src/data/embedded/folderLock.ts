import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartError } from '../../errors/startError';
import { shortPath } from './shortPath';

const isLock = (name: string): boolean => /^lock-[0-9a-f]{12}$/.test(name);

/** Another process has the data folder. */
export class FolderInUse extends StartError {}

/**
 * Makes this process the only one on `dataDir`, until it calls the returned function or dies in any way.
 *
 * The lock is a listening Unix socket in the folder: the kernel closes it with the process, so a leftover file is told from
 * a living owner by connecting, and no process number has to be believed. Everyone listens first and looks for others then;
 * of two that start together at least one sees the other, so never do both go on.
 * @throws FolderInUse when another process has the folder.
 */
export async function lockFolder(dataDir: string): Promise<() => Promise<void>> {
  const folder = shortPath(dataDir);
  for (let attempt = 0; attempt < 5; attempt++) {
    if ((await othersAlive(folder)).length > 0) break;
    const name = `lock-${randomBytes(6).toString('hex')}`;
    const release = await listenOn(path.join(folder, name));
    const others = readdirSync(folder).filter((other) => isLock(other) && other !== name);
    const alive = await Promise.all(others.map((other) => isAlive(path.join(folder, other))));
    if (!alive.includes(true)) {
      for (const other of others) rmSync(path.join(folder, other), { force: true });
      return release;
    }
    await release();
    await pause(Math.random() * 200);
  }
  throw new FolderInUse(
    `Another Verbatim is running on the data folder ${dataDir}. Stop it first, or set DATA_DIR (and PORT) for this one.`,
  );
}

async function othersAlive(folder: string): Promise<string[]> {
  const names = readdirSync(folder).filter(isLock);
  const alive = await Promise.all(names.map((name) => isAlive(path.join(folder, name))));
  return names.filter((_, index) => alive[index]);
}

function listenOn(address: string): Promise<() => Promise<void>> {
  return new Promise((resolve, reject) => {
    const server = createServer((visitor) => visitor.destroy());
    server.unref();
    server.once('error', reject);
    // Whoever may write the folder must be able to ask, another user than the one before too.
    server.listen(
      { path: address, readableAll: true, writableAll: true },
      () => resolve(() => new Promise((released) => server.close(() => released()))), // closing removes the file
    );
  });
}

/** Whether a process listens there. Whatever is not a plain "nobody there" counts as yes. */
function isAlive(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const visitor = connect(address);
    visitor.once('connect', () => {
      visitor.destroy();
      resolve(true);
    });
    visitor.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code !== 'ECONNREFUSED' && error.code !== 'ENOENT'),
    );
  });
}
