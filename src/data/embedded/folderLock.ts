import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartError } from '../../errors/startError';
import { shortPath } from './shortPath';

const isLock = (name: string): boolean => /^lock-[0-9a-f]{12}$/.test(name);

/** How long a living process may take to say who it is, in milliseconds. */
const introductionMs = 500;

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
  let owner: string | null = null;
  for (let attempt = 0; attempt < 5; attempt++) {
    owner = await firstAlive(folder, readdirSync(folder).filter(isLock));
    if (owner !== null) break;
    const name = `lock-${randomBytes(6).toString('hex')}`;
    const release = await listenOn(path.join(folder, name));
    const others = readdirSync(folder).filter((other) => isLock(other) && other !== name);
    owner = await firstAlive(folder, others);
    if (owner === null) {
      for (const other of others) rmSync(path.join(folder, other), { force: true });
      return release;
    }
    await release();
    await pause(Math.random() * 200);
  }
  throw new FolderInUse(
    `Another Verbatim${owner ? ` (${owner})` : ''} is running on the data folder ${dataDir}. Stop it first, or set DATA_DIR (and PORT) for this one.`,
  );
}

/** What the first living one of these locks' owners says of itself; null where nobody lives. */
async function firstAlive(folder: string, names: readonly string[]): Promise<string | null> {
  const owners = await Promise.all(names.map((name) => ownerOf(path.join(folder, name))));
  return owners.find((owner) => owner !== null) ?? null;
}

/** Containers that share a folder count their processes each for itself, so the machine's name goes with the number. */
const introduction = `process ${process.pid} on ${hostname()}`;

function listenOn(address: string): Promise<() => Promise<void>> {
  return new Promise((resolve, reject) => {
    const server = createServer((visitor) => {
      visitor.on('error', () => {}); // the visitor has gone
      visitor.end(introduction);
    });
    server.unref();
    server.once('error', reject);
    // Whoever may write the folder must be able to ask, another user than the one before too.
    server.listen(
      { path: address, readableAll: true, writableAll: true },
      () => resolve(() => new Promise((released) => server.close(() => released()))), // closing removes the file
    );
  });
}

/**
 * What the process says of itself that listens there, nothing where it doesn't say; null where nobody listens. Whatever is not a plain
 * "nobody there" counts as a living one.
 */
function ownerOf(address: string): Promise<string | null> {
  return new Promise((resolve) => {
    let said = '';
    const visitor = connect(address);
    // One that is stopped listens, and says nothing.
    const timer = setTimeout(() => visitor.destroy(), introductionMs);
    visitor.on('data', (data) => (said = (said + data.toString()).slice(0, 200)));
    visitor.once('error', ({ code }: NodeJS.ErrnoException) => {
      if (code === 'ECONNREFUSED' || code === 'ENOENT') resolve(null);
    });
    visitor.once('close', () => {
      clearTimeout(timer);
      resolve(said);
    });
  });
}
