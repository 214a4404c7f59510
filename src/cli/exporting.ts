import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import type { Database } from '../data/database';
import { type FormatName, writers } from '../export/formats';
import { NotDone } from './notDone';

/**
 * `verbatim export`: writes everything in a format.
 * @param file where to; "-" for stdout
 */
export async function exportFile(database: Pick<Database, 'pool'>, file: string, format: FormatName): Promise<void> {
  const client = await database.pool.connect();
  try {
    const written = writers[format](client);
    if (file === '-') {
      await writeRecords(written, process.stdout);
      return;
    }
    const count = await writeFile(file, written);
    process.stderr.write(`${count} records are in ${file}.\n`);
  } finally {
    client.release();
  }
}

/** Under another name until it is whole: half an export must not pass for one. */
async function writeFile(file: string, texts: AsyncIterable<string>): Promise<number> {
  const unfinished = `${file}.unfinished`;
  const stream = createWriteStream(unfinished, { mode: 0o600 });
  try {
    await once(stream, 'open');
    const count = await writeRecords(texts, stream);
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

async function writeRecords(texts: AsyncIterable<string>, stream: Writable): Promise<number> {
  let count = 0;
  for await (const text of texts) {
    count += 1;
    if (!stream.write(text)) await once(stream, 'drain');
  }
  return count;
}
