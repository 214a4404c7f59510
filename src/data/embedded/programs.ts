import { spawn } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { Log } from '../../log';
import type { Account } from './account';
import { notForThisMachine } from './platform';
import { copyPrograms, copyPlaces } from './programCopy';

/** The programs of the embedded PostgreSQL, absolute paths. */
export interface Programs {
  readonly postgres: string;
  readonly initdb: string;
}

/**
 * Finds programs that `account` can run: those of the package where they lie, otherwise a copy elsewhere. A copy is needed
 * when the package is in a folder that the account can't enter (root's home), or lacks the links that its install script
 * makes and can't be written to. What works is found by trying, which settles a missing C library as well.
 * @param native the folder `native` of the installed package.
 * @param places where a copy may lie, best first.
 * @throws StartError when nothing works.
 */
export async function findPrograms(
  native: string,
  account: Account | undefined,
  log: Log,
  places = copyPlaces(account),
): Promise<Programs> {
  let reason = completeLinks(native) ?? (await tryOut(native, account));
  if (reason === undefined) return programsIn(native);
  for (const place of places) {
    log.debug({ native, place, reason }, 'PostgreSQL is copied to where it can run');
    try {
      const copy = copyPrograms(native, place);
      reason = completeLinks(copy) ?? (await tryOut(copy, account));
      if (reason === undefined) return programsIn(copy);
    } catch (error) {
      reason = (error as Error).message;
    }
  }
  throw notForThisMachine(`The embedded PostgreSQL does not run on this machine (${reason}).`);
}

function programsIn(native: string): Programs {
  return { postgres: path.join(native, 'bin/postgres'), initdb: path.join(native, 'bin/initdb') };
}

/** Makes the symbolic links that the package's install script would have made; gives what stood in the way. */
function completeLinks(native: string): string | undefined {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return undefined;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { readonly source: string; readonly target: string }[];
  const root = path.dirname(native);
  for (const { source, target } of links) {
    // In a copy the folder has another name than the "native" that the list begins with.
    const link = path.join(root, path.basename(native), path.relative('native', target));
    try {
      if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return (error as Error).message;
    }
  }
  return undefined;
}

/** Runs `postgres --version` as the account that is to serve; gives what went wrong. */
function tryOut(native: string, account: Account | undefined): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(programsIn(native).postgres, ['--version'], {
      cwd: '/',
      ...account,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => resolve(code === 0 ? undefined : said.trim().split('\n')[0] || `exit code ${code}`));
  });
}
