import { decode, NotText } from './encoding';
import { enoughToKnow, formatOf, type FormatName, readers } from './formats';
import type { Input } from './inputs';
import type { Found } from './item';
import { TooLong } from './lines';

/** What an input turned out to be, told when all of it was read. */
export interface Recognized {
  readonly format: FormatName;
  readonly encoding: string;
}

/**
 * Reads the items of an input.
 * @param format null to know it by the content
 * @param onBytes told how many bytes were read, piece by piece
 * @returns what it was read as; null where it was no text of a format known here, which was reported as a problem
 */
export async function* readInput(
  input: Input,
  format: FormatName | null,
  onBytes: (count: number) => void,
): AsyncGenerator<Found, Recognized | null> {
  const decoded = decode(counted(input.open(), onBytes));
  try {
    const { beginning, text } = await begun(decoded.text);
    const known = format ?? formatOf(beginning);
    if (typeof known !== 'string') {
      yield { at: 'line 1', problem: known.problem };
      return null;
    }
    yield* readers[known](text);
    return { format: known, encoding: decoded.encoding() };
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) throw error;
    yield { at: 'line 1', problem };
    return null;
  }
}

function problemOf(error: unknown): string | null {
  if (error instanceof NotText || error instanceof TooLong) return error.message;
  const { code, syscall } = error as NodeJS.ErrnoException;
  return syscall === undefined ? null : `It can't be read: ${code === 'EACCES' ? 'this user may not' : code}.`;
}

async function* counted(bytes: AsyncIterable<Buffer>, onBytes: (count: number) => void): AsyncGenerator<Buffer> {
  for await (const piece of bytes) {
    onBytes(piece.length);
    yield piece;
  }
}

/** The beginning of a text, and the whole text with it, without a byte order mark. */
async function begun(text: AsyncIterable<string>): Promise<{ beginning: string; text: AsyncIterable<string> }> {
  const pieces = text[Symbol.asyncIterator]();
  let beginning = '';
  while (beginning.length < enoughToKnow) {
    const next = await pieces.next();
    if (next.done) break;
    beginning += next.value;
  }
  beginning = beginning.replace(/^\ufeff/, '');
  async function* whole(): AsyncGenerator<string> {
    yield beginning;
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
  }
  return { beginning, text: whole() };
}
