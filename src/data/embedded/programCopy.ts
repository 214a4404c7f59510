import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import type { Account } from './account';
import { makeFolders } from './folder';

/**
 * Where a copy may lie, best first. `/var/cache` is what its name says; folders for temporary files are emptied now and
 * then, which the next start makes good.
 */
export function copyPlaces(account: Account | undefined): string[] {
  const own = process.getuid?.() ?? 0;
  const cache = account
    ? '/var/cache/verbatim'
    : path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'verbatim');
  return [cache, path.join(tmpdir(), `verbatim-programs-${own}`), `/var/tmp/verbatim-programs-${own}`];
}

/**
 * Copies the package's folder `native` into `place`, once for each version, complete or not at all.
 * @returns the copy's folder.
 * @throws Error when the place can't be written or could be changed by others: what lies there gets run.
 */
export function copyPrograms(native: string, place: string): string {
  makeFolders(place);
  const found = lstatSync(place);
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0) {
    throw new Error(`${place} is not a folder that only we can change`);
  }
  chmodSync(place, 0o755);
  const about = JSON.parse(readFileSync(path.join(native, '../package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  const copy = path.join(place, `${path.basename(about.name)}-${about.version}`);
  if (existsSync(copy)) return copy;

  const unfinished = path.join(place, `unfinished-${randomBytes(6).toString('hex')}`);
  try {
    copyFolder(native, unfinished);
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error; // another process was faster, otherwise
  }
  return copy;
}

/** Copies files that are needed to run, readable to all; links are made anew afterwards. */
function copyFolder(from: string, to: string): void {
  mkdirSync(to);
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = path.join(from, entry.name);
    const target = path.join(to, entry.name);
    if (entry.isDirectory() && entry.name !== 'pgxs') copyFolder(source, target);
    if (!entry.isFile() || entry.name.endsWith('.a')) continue;
    copyFileSync(source, target, constants.COPYFILE_FICLONE);
    chmodSync(target, lstatSync(source).mode & 0o100 ? 0o755 : 0o644);
  }
}
