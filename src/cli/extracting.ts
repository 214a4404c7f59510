import { createReadStream } from 'node:fs';
import { extract } from '../extraction/extract';
import { cutStory } from '../extraction/story/cutStory';
import { decode, NotText } from '../import/encoding';
import { NotDone } from './notDone';
import { printedExtraction } from './printedExtraction';

/** What is read of an input, in bytes; no article is longer. */
const mostBytes = 16 * 1024 * 1024;

/**
 * `verbatim extract`: prints what would be found in an article. Needs no database, and writes nothing.
 * @param given a file, or - for stdin
 * @throws NotDone where there is no text to read
 */
export async function extractFile(given: string, { json }: { readonly json?: true }): Promise<void> {
  const story = cutStory(await textAt(given));
  if (story.body === '') throw new NotDone(`There is no article in ${nameOf(given)}: it has no text below a headline.`);
  const extraction = extract(story);
  const { stdout } = process;
  // hasColors() respects NO_COLOR; only terminals have it.
  const colours = stdout.isTTY && stdout.hasColors();
  const options = { columns: stdout.isTTY ? stdout.columns : 100, colours };
  stdout.write(`${json ? JSON.stringify(extraction, null, 2) : printedExtraction(extraction, options)}\n`);
}

async function textAt(given: string): Promise<string> {
  const bytes = given === '-' ? process.stdin : createReadStream(given);
  let text = '';
  let read = 0;
  try {
    for await (const piece of decode(counted(bytes)).text) text += piece;
  } catch (error) {
    throw noText(given, error);
  }
  return text;

  async function* counted(stream: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
    for await (const piece of stream) {
      read += (piece as Buffer).length;
      if (read > mostBytes) throw new NotDone(`${nameOf(given)} is larger than 16 MB: no article is.`);
      yield piece as Buffer;
    }
  }
}

function noText(given: string, error: unknown): unknown {
  if (error instanceof NotText) return new NotDone(`${nameOf(given)} is no text: ${error.message}`);
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return new NotDone(`There is no file ${given}.`);
  if (code === 'EISDIR') return new NotDone(`${given} is a folder: name one file in it.`);
  if (code === 'EACCES') return new NotDone(`${given} may not be read by this user.`);
  return error;
}

function nameOf(given: string): string {
  return given === '-' ? 'The input' : given;
}
