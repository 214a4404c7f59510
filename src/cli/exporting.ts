import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import type { Database } from '../data/database';
import { exportedLines } from '../export/exportRecords';
import { NotDone } from './notDone';

/** `verbatim export`: writes everything as JSON Lines to a file, or to stdout for "-" and where none is named. */
export async function exportFile(database: Pick<Database, 'pool'>, given: string): Promise<void> {
  const client = await database.pool.connect();
  try {
    if (given === '-') {
      await writeLines(exportedLines(client), process.stdout);
      return;
    }
    const count = await writeFile(given, exportedLines(client));
    process.stderr.write(`${count} records are in ${given}.\n`);
  } finally {
    client.release();
  }
}

/** Under another name until it is whole: half an export must not pass for one. */
async function writeFile(file: string, lines: AsyncIterable<string>): Promise<number> {
  const unfinished = `${file}.unfinished`;
  const stream = createWriteStream(unfinished, { mode: 0o600 });
  try {
    await once(stream, 'open');
    const count = await writeLines(lines, stream);
    stream.end();
    await once(stream, 'close');
    await rename(unfinished, file);
    return count;
  } catch (error) {
    stream.destroy();
    await rm(unfinished, { force: true });
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    throw new NotDone(`${file} can't be written (${code}): name another place.`);
  }
}

async function writeLines(lines: AsyncIterable<string>, stream: Writable): Promise<number> {
  let count = 0;
  for await (const line of lines) {
    count += 1;
    if (!stream.write(`${line}\n`)) await once(stream, 'drain');
  }
  return count;
}
