import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Tag } from '../reading/trace';
import { tagNumber } from './tagIndex';

/** How an answer can be sent. */
export type Encoding = 'identity' | 'br' | 'gzip';

/** The bytes of an answer in one media type and encoding, with their entity tag. */
export interface Form {
  readonly bytes: Buffer;
  /** How many bytes, in digits. */
  readonly length: string;
  readonly etag: string;
  readonly encoding: Encoding;
}

type Forms = Partial<Record<Encoding, Form | Promise<Form>>>;

/** Below so many bytes, compressing saves no packet. */
const worthwhile = 1024;

const compress = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: 6 }),
};

/**
 * What V8 takes for an answer beside its bytes, for each of its tags (with the way from the tag to the answer), for each form, and for
 * bytes of their own, in bytes: measured with answers of 0 to 100 tags, each of 1 to 100 answers (the dearest are those of two),
 * in 1 to 3 forms.
 */
const [perAnswer, perTag, perForm, perBuffer] = [820, 65, 300, 350];

/** Bytes in memory of their own: a view into a larger piece, as Node's pools and zlib give it, would keep all of that piece. */
function exactly(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}

/** What an answer is made of. */
export interface Making {
  readonly key: string;
  /** The whole answer as JSON text. */
  readonly text: string;
  readonly tags: ReadonlySet<Tag>;
  /** The keys that shared caches keep it under, as they are told; undefined where nobody is told of them. */
  readonly purgeKeys?: string | undefined;
  /** When it ends by the database's clock, in milliseconds since 1970; Infinity for never. */
  readonly until: number;
  /** What the log tells of it: the name that the document gives it, and its cost. */
  readonly operation: { readonly name: string | undefined; readonly cost: number };
  /** Called when it takes more room than it did. */
  readonly grown: (answer: ReadyAnswer) => void;
}

/** An answer that is kept: its bytes, made once in every form that was asked for. */
export class ReadyAnswer {
  readonly key: string;
  /** What it depends on. */
  readonly tagNumbers: readonly number[];
  readonly purgeKeys: string | undefined;
  readonly until: number;
  readonly operation: Making['operation'];
  readonly bytes: Buffer;
  /** Digests of raw requests that are known to ask for it. */
  aliases: readonly string[] = [];
  /** By media type. */
  private readonly forms: Record<string, Forms> = {};
  /** Made when first asked for: most clients of one answer take it in the same encoding. */
  private compressed: Partial<Record<Encoding, Promise<Buffer>>> | undefined;
  /** What its bytes and names take, in bytes. */
  size: number;
  private readonly grown: Making['grown'];

  constructor({ key, text, tags, purgeKeys, until, operation, grown }: Making) {
    this.key = key;
    this.tagNumbers = [...tags].map(tagNumber); // as long as it needs to be, where Array.from takes room in advance
    this.purgeKeys = purgeKeys;
    this.until = until;
    this.operation = operation;
    this.grown = grown;
    this.bytes = exactly(Buffer.from(text));
    this.size = this.bytes.length + 2 * key.length + (purgeKeys?.length ?? 0) + perTag * tags.size + perAnswer;
  }

  /** The form for a media type, made where it is not. */
  form(type: string, wanted: Encoding): Form | Promise<Form> {
    const encoding = this.bytes.length < worthwhile ? 'identity' : wanted;
    const forms = (this.forms[type] ??= {});
    return (forms[encoding] ??=
      encoding === 'identity' ? this.formOf(type, encoding, this.bytes) : this.compressedForm(type, encoding, forms));
  }

  /** Notes that it takes more room. @param bytes how much */
  grow(bytes: number): void {
    this.size += bytes;
    this.grown(this);
  }

  private async compressedForm(type: string, encoding: 'br' | 'gzip', forms: Forms): Promise<Form> {
    this.compressed ??= {};
    let bytes = this.compressed[encoding];
    if (!bytes) {
      this.compressed[encoding] = bytes = compress[encoding](this.bytes).then(exactly);
      void bytes.then(({ length }) => this.grow(length + perBuffer));
    }
    return (forms[encoding] = this.formOf(type, encoding, await bytes));
  }

  private formOf(type: string, encoding: Encoding, bytes: Buffer): Form {
    this.grow(perForm);
    return { bytes, encoding, length: String(bytes.length), etag: tagOf(this.bytes, type, encoding) };
  }
}

/** A strong entity tag of an answer: the same bytes of the same type and encoding have the same tag on every node. */
export function tagOf(answer: string | Buffer, type: string, encoding: Encoding = 'identity'): string {
  const hash = createHash('sha256').update(type).update('\0').update(answer).digest('base64url').slice(0, 27);
  return encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"`;
}
