import { accessSync, constants, mkdirSync } from 'node:fs';
import { StartError } from '../../errors/startError';

/**
 * Makes the data folder unless it is there.
 * @throws StartError when that, or writing in it, is not allowed.
 */
export function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw notWritable(dataDir, error);
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
      EEXIST: 'a file is in the way',
      ENOTDIR: 'a file is in the way',
    }[code ?? ''] ?? (error as Error).message;
  return new StartError(
    `The data folder ${dataDir} can't be written (${reason}). Set DATA_DIR to a folder that this user may write, or DATABASE_URL to a PostgreSQL server.`,
  );
}
