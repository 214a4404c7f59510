import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../../errors/startError';

/**
 * Makes the data folder unless it is there.
 * @throws StartError when that, or writing in it, is not allowed.
 */
export function makeFolder(dataDir: string): void {
  try {
    makeFolders(dataDir);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw notWritable(dataDir, error);
  }
}

/**
 * Makes a folder and those above it unless they are there. (Node's own `recursive` never ends where the system says of a folder
 * that is there that it is not, as below /proc.)
 * @param folder an absolute path
 * @throws the system's error
 */
export function makeFolders(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolders(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have been faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !statSync(folder).isDirectory()) throw error;
  }
}

/** The sentence for a folder that can't be written. */
export function notWritable(dataDir: string, error: unknown): StartError {
  const { code } = error as NodeJS.ErrnoException;
  const reason =
    {
      EACCES: 'permission denied',
      EPERM: 'permission denied',
      EROFS: 'the file system is read-only',
      ENOSPC: 'the disk is full',
      EDQUOT: 'the disk quota is used up',
      EEXIST: 'a file is in the way',
      ENOTDIR: 'a file is in the way',
      ENOENT: 'no folder can be made there',
      ENAMETOOLONG: 'the path is too long',
      ELOOP: 'symbolic links lead in a circle',
    }[code ?? ''] ?? (error as Error).message;
  return new StartError(
    `The data folder ${dataDir} can't be written (${reason}). Set DATA_DIR to a folder that this user may write, or DATABASE_URL to a PostgreSQL server.`,
  );
}
