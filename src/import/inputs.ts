import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, opendir, realpath } from 'node:fs/promises';
import path from 'node:path';

/** Something that items are read from. */
export interface Input {
  /** As the person who named it knows it: a path, or "-". */
  readonly name: string;
  /** In bytes; null where nobody knows. */
  readonly size: number | null;
  /** The uri for the one article of an input whose format has none; null where it has to be made from the words. */
  readonly uri: string | null;
  open(): AsyncIterable<Buffer>;
}

/** An input that was named and can't be had. */
export class NoInput extends Error {
  override readonly name = 'NoInput';
}

/** What lies below a folder: inputs in the order of their names, and links, which are not followed: they may lead anywhere. */
export interface Inputs {
  readonly files: readonly Input[];
  readonly links: readonly string[];
}

/**
 * The inputs that a path names: itself where it is a file, everything below it where it is a folder. Names that begin with a dot
 * are left out.
 * @throws NoInput where there is nothing, or nothing that can be read
 */
export async function inputsAt(given: string): Promise<Inputs> {
  if (given === '-') return { files: [standardInput], links: [] };
  try {
    const root = await realpath(given);
    const stats = await lstat(root);
    if (stats.isFile()) return { files: [fileInput(given, root, stats.size)], links: [] };
    if (stats.isDirectory()) return await below(given, root);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new NoInput(`There is no file or folder ${given}.`);
    if (code === 'EACCES') throw new NoInput(`This user may not read ${given}.`);
    throw error;
  }
  throw new NoInput(`${given} is neither a file nor a folder. To read a pipe, give - and send it to stdin.`);
}

const standardInput: Input = { name: '-', size: null, uri: null, open: () => process.stdin };

async function below(given: string, root: string): Promise<Inputs> {
  const files: Input[] = [];
  const links: string[] = [];
  const folders: string[] = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const inside: string[] = [];
    for await (const entry of await opendir(path.join(root, folder))) {
      const place = path.join(folder, entry.name);
      if (entry.name.startsWith('.')) continue;
      if (entry.isSymbolicLink()) links.push(path.join(given, place));
      else if (entry.isDirectory()) folders.push(place);
      else if (entry.isFile()) inside.push(place);
    }
    for (const place of inside.sort()) {
      const file = path.join(root, place);
      files.push(fileInput(path.join(given, place), file, (await lstat(file)).size));
    }
  }
  return { files: files.sort((one, other) => (one.name < other.name ? -1 : 1)), links };
}

/** A file is known again by its place on this machine, of which the uri tells nothing. */
function fileInput(name: string, file: string, size: number): Input {
  const uri = `urn:sha256:${createHash('sha256').update(`file ${file}`).digest('hex')}`;
  return { name, size, uri, open: () => createReadStream(file, { highWaterMark: 262_144 }) };
}
