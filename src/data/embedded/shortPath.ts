import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, mkdtempSync, readlinkSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The kernel keeps 108 bytes for the address of a Unix socket, macOS 104; a socket's own name takes up to 24. */
const longestFolder = 78;

/**
 * A path to `folder` short enough to put a Unix socket's name behind it: the folder's own, or a symbolic link to it in a
 * private folder for temporary files, the same one each time.
 */
export function shortPath(folder: string): string {
  if (Buffer.byteLength(folder) <= longestFolder) return folder;
  const temporary = Buffer.byteLength(tmpdir()) <= longestFolder - 30 ? tmpdir() : '/tmp';
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const link = path.join(privateFolder(temporary), name);
  try {
    symlinkSync(folder, link);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || readlinkSync(link) !== folder) throw error;
  }
  return link;
}

/** A folder that only we can enter; one of that name that somebody else has made is not trusted. */
function privateFolder(parent: string): string {
  const own = process.getuid?.() ?? 0;
  const folder = path.join(parent, `verbatim-${own}`);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch {
    const found = lstatSync(folder, { throwIfNoEntry: false });
    if (!found?.isDirectory() || found.uid !== own || (found.mode & 0o077) !== 0) {
      return mkdtempSync(path.join(parent, 'verbatim-'));
    }
  }
  return folder;
}
