import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Tag } from '../reading/trace';

/** How an answer can be sent. */
export type Encoding = 'identity' | 'br' | 'gzip';

/** The bytes of an answer in one media type and encoding, with their entity tag. */
export interface Form {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly encoding: Encoding;
}

/** Below so many bytes, compressing saves no packet. */
const worthwhile = 1024;

const compress = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: 6 }),
};

/** What an answer is made of. */
export interface Making {
  readonly key: string;
  /** The whole answer as JSON text. */
  readonly text: string;
  readonly tags: ReadonlySet<Tag>;
  /** When it ends by the database's clock, in milliseconds since 1970; Infinity for never. */
  readonly until: number;
  /** What the log tells of it; undefined where that is not known. */
  readonly operation: { readonly name: string | undefined; readonly cost: number | undefined };
  /** Called when it takes more room than it did. */
  readonly grown: (answer: ReadyAnswer) => void;
}

/** An answer that is kept: its bytes, made once in every form that was asked for. */
export class ReadyAnswer {
  readonly key: string;
  readonly tags: ReadonlySet<Tag>;
  readonly until: number;
  readonly operation: Making['operation'];
  readonly bytes: Buffer;
  /** Raw requests that are known to ask for it. */
  readonly aliases = new Set<string>();
  private readonly forms = new Map<string, Form | Promise<Form>>();
  private readonly compressed = new Map<Encoding, Promise<Buffer>>();
  /** What its bytes and names take, in bytes. */
  size: number;
  private readonly grown: Making['grown'];

  constructor({ key, text, tags, until, operation, grown }: Making) {
    this.key = key;
    this.tags = tags;
    this.until = until;
    this.operation = operation;
    this.grown = grown;
    this.bytes = Buffer.from(text);
    this.size = this.bytes.length + 2 * key.length + 150 * tags.size + 1000;
  }

  /** The form for a media type, if it is made already. */
  made(type: string, encoding: Encoding): Form | undefined {
    const form = this.forms.get(`${type} ${this.encodingFor(encoding)}`);
    return form instanceof Promise ? undefined : form;
  }

  /** The form for a media type, made where it is not. */
  form(type: string, wanted: Encoding): Form | Promise<Form> {
    const encoding = this.encodingFor(wanted);
    const name = `${type} ${encoding}`;
    const made = this.forms.get(name);
    if (made) return made;
    const form =
      encoding === 'identity' ? this.formOf(type, encoding, this.bytes) : this.compressedForm(type, encoding);
    this.forms.set(name, form);
    return form;
  }

  /** Notes that it takes more room. @param bytes how much */
  grow(bytes: number): void {
    this.size += bytes;
    this.grown(this);
  }

  private encodingFor(wanted: Encoding): Encoding {
    return this.bytes.length < worthwhile ? 'identity' : wanted;
  }

  private async compressedForm(type: string, encoding: 'br' | 'gzip'): Promise<Form> {
    let bytes = this.compressed.get(encoding);
    if (!bytes) {
      bytes = compress[encoding](this.bytes);
      this.compressed.set(encoding, bytes);
      void bytes.then(({ length }) => this.grow(length));
    }
    const form = this.formOf(type, encoding, await bytes);
    this.forms.set(`${type} ${encoding}`, form);
    return form;
  }

  private formOf(type: string, encoding: Encoding, bytes: Buffer): Form {
    return { bytes, encoding, etag: tagOf(this.bytes, type, encoding) };
  }
}

/** A strong entity tag of an answer: the same bytes of the same type and encoding have the same tag on every node. */
export function tagOf(answer: string | Buffer, type: string, encoding: Encoding = 'identity'): string {
  const hash = createHash('sha256').update(type).update('\0').update(answer).digest('base64url').slice(0, 27);
  return encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"`;
}
