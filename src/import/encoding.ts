import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

/** An input that is no text in an encoding known here. */
export class NotText extends Error {
  override readonly name = 'NotText';
}

/** The text in some bytes, and what it was taken for. */
export interface Decoded {
  /** Told by what was read so far; right for the whole text at its end. */
  encoding(): string;
  readonly text: AsyncIterable<string>;
}

/**
 * Decodes a text by its byte order mark or the zeros of UTF-16; as UTF-8 where its bytes beyond ASCII are that, whatever it says of
 * itself, as no other encoding looks so by chance; else as what it says, where its bytes can be that; else as windows-1252, which
 * is Latin-1 with the signs that newsrooms use. Reads once: a text is ASCII until the first other byte, and that one decides.
 * @throws NotText while reading, where the bytes are no text
 */
export function decode(bytes: AsyncIterable<Buffer>): Decoded {
  const decoder = new Guessing();
  async function* pieces(): AsyncGenerator<string> {
    for await (const piece of bytes) yield decoder.take(piece);
    yield decoder.end();
  }
  return { encoding: () => decoder.label, text: pieces() };
}

class Guessing {
  label = 'us-ascii';
  private decoder: TextDecoder | null = null;
  private told: string | null = null;
  /** The first bytes, until there are enough of them; null afterwards. */
  private first: Buffer[] | null = [];

  take(piece: Buffer): string {
    if (!this.first) return this.decoded(piece);
    this.first.push(piece);
    const size = this.first.reduce((sum, { length }) => sum + length, 0);
    return size < enough ? '' : this.begin();
  }

  end(): string {
    const rest = this.first ? this.begin() : '';
    return rest + (this.decoder?.decode() ?? '');
  }

  private begin(): string {
    const bytes = Buffer.concat(this.first!);
    this.first = null;
    const seen = byItsBytes(bytes);
    if (seen !== null) this.settle(seen);
    else this.told = toldEncoding(bytes);
    // Seven bits are enough for this one: no byte beyond ASCII would tell that it is there.
    if (this.told === 'iso-2022-jp') this.settle(this.told);
    const text = this.decoded(bytes);
    refuseBinary(bytes, this.label);
    return text;
  }

  private decoded(piece: Buffer): string {
    if (!this.decoder && piece.some((byte) => byte > 0x7f)) this.settle(encodingOf(withoutCutEnd(piece), this.told));
    return this.decoder ? this.decoder.decode(piece, { stream: true }) : piece.toString('latin1');
  }

  private settle(label: string): void {
    this.label = label;
    this.decoder = new TextDecoder(label);
  }
}

/** The encoding of bytes that are not all ASCII. @throws NotText where nothing readable comes out */
function encodingOf(bytes: Buffer, told: string | null): string {
  if (isUtf8(bytes)) return 'utf-8';
  if (told !== null && !told.startsWith('utf-') && isIn(bytes, told)) return told;
  if (isLikeWindows1252(bytes)) return 'windows-1252';
  throw new NotText(
    'It is no text in UTF-8, nor in the encoding that it tells, nor in windows-1252: give it as UTF-8.',
  );
}

function isIn(bytes: Buffer, label: string): boolean {
  try {
    // Latin-1 is windows-1252 to decoders, which then gives control characters where that has no sign.
    const text = new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
    return !/[\u0080-\u0084\u0086-\u009f]/.test(text);
  } catch {
    return false;
  }
}

/** No byte without a sign there, and mostly ASCII, as in the languages that are written in it. */
function isLikeWindows1252(bytes: Buffer): boolean {
  let beyond = 0;
  for (const byte of bytes) {
    if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) return false;
    if (byte > 0x7f) beyond += 1;
  }
  return beyond <= bytes.length * 0.4;
}

/** How many bytes are waited for before anything is decided. */
const enough = 4096;

function byItsBytes(bytes: Buffer): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const zeros = zerosOf(bytes.subarray(0, enough));
  if (zeros.odd > 0.3 && zeros.even < 0.05) return 'utf-16le';
  return zeros.even > 0.3 && zeros.odd < 0.05 ? 'utf-16be' : null;
}

/** What an XML declaration says; null where there is none. @throws NotText for one that is not known here, where it would matter */
function toldEncoding(bytes: Buffer): string | null {
  const named = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(bytes.toString('latin1', 0, 200))?.[1];
  if (named === undefined) return null;
  try {
    return new TextDecoder(named).encoding;
  } catch {
    if (isUtf8(withoutCutEnd(bytes))) return null;
    throw new NotText(`It says that its encoding is ${named}, which is not known here: give it as UTF-8.`);
  }
}

/** The share of zeros at even and at odd places: Latin letters in UTF-16 have one each. */
function zerosOf(bytes: Buffer): { even: number; odd: number } {
  let [even, odd] = [0, 0];
  bytes.forEach((byte, i) => {
    if (byte !== 0) return;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  });
  const half = Math.max(bytes.length / 2, 1);
  return { even: even / half, odd: odd / half };
}

function refuseBinary(bytes: Buffer, label: string): void {
  const start = label.startsWith('utf-16')
    ? Buffer.from(new TextDecoder(label).decode(bytes))
    : bytes.subarray(0, 65_536);
  const controls = start.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0);
  if (start.includes(0) || controls > start.length / 20)
    throw new NotText('It is no text: a picture, an archive or a program, perhaps. Only texts are imported.');
}

function isControl(byte: number): boolean {
  return byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte);
}

/** The bytes without a character that their end cuts in two. */
function withoutCutEnd(bytes: Buffer): Buffer {
  for (let i = 1; i <= 3 && i <= bytes.length; i += 1) {
    const byte = bytes[bytes.length - i]!;
    if (byte < 0x80) return bytes;
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - i);
  }
  return bytes;
}
