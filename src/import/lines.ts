/** A text that is too long to be held. */
export class TooLong extends Error {
  override readonly name = 'TooLong';
}

/** What a line, or a text that must be read as a whole, may hold at the most, in UTF-16 units. */
export const mostInMemory = 64_000_000;

/** The lines of a text, without their ends, as soon as each is there. One that is longer than allowed is given as null. */
export async function* linesOf(text: AsyncIterable<string>, longest = mostInMemory): AsyncGenerator<string | null> {
  let parts: string[] = [];
  let length = 0;
  const taken = (): string | null => {
    const line = length > longest ? null : parts.join('').replace(/\r$/, '');
    parts = [];
    length = 0;
    return line;
  };
  for await (const piece of text) {
    let from = 0;
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', from)) {
      length += end - from;
      parts.push(piece.slice(from, end));
      from = end + 1;
      yield taken();
    }
    length += piece.length - from;
    if (length <= longest) parts.push(piece.slice(from));
    else parts = [];
  }
  if (length > 0) yield taken();
}

/** The whole text. @throws TooLong where it is longer than allowed */
export async function wholeOf(text: AsyncIterable<string>, longest = mostInMemory): Promise<string> {
  const parts: string[] = [];
  let length = 0;
  for await (const piece of text) {
    length += piece.length;
    if (length > longest)
      throw new TooLong(`It has more than ${longest / 1_000_000} million characters, and can't be read in parts.`);
    parts.push(piece);
  }
  return parts.join('');
}
