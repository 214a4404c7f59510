import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Names that say what sort of code is in there, not what it does. */
const kinds =
  /^(utils?|utilities|common|shared|types?|interfaces|helpers?|misc|lib|libs|services?|controllers?|managers?|constants|index|base|core)$/i;

/** The paths, relative to `root` and with forward slashes, of all files below the folders that are there. */
export function filesBelow(root: string, folders: readonly string[]): string[] {
  return folders
    .filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => !file.startsWith('src/generated/') && !file.includes('node_modules/'))
    .sort();
}

/** Those of the files that stand in a folder named for a kind, or are named so themselves. */
export function namedForKind(files: readonly string[]): string[] {
  return files.filter((file) => file.split('/').some((part) => kinds.test(part.split('.')[0]!)));
}
