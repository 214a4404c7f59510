import { existsSync } from 'node:fs';
import path from 'node:path';

function findRoot(): string {
  let folder = __dirname;
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('package.json is missing: the program must stay in its own folder.');
    folder = parent;
  }
  return folder;
}

/** The folder of package.json, absolute: the same from src/ (tests), from dist/ and from any working directory. */
export const packageRoot = findRoot();
