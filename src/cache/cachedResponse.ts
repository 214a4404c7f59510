import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Tag } from '../reading/dependencyTracker';
import { tagNumber } from './tagIndex';

/** How an answer can be sent. */
export type Encoding = 'identity' | 'br' | 'gzip';

/** The bytes of an answer in one media type and encoding, with their entity tag. */
export interface Representation {
  readonly bytes: Buffer;
  /** How many bytes, in digits. */
  readonly length: string;
  readonly etag: string;
  readonly encoding: Encoding;
}

type Representations = { [Each in Encoding]?: Representation | Promise<Representation> | undefined };

/** Below so many bytes, compressing saves no packet. */
const minCompressedBytes = 1024;

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
const [perResponse, perTag, perRepresentation, perBuffer] = [820, 65, 300, 350];

/** Bytes in memory of their own: a view into a larger piece, as Node's pools and zlib give it, would keep all of that piece. */
function compact(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}

/** What an answer is made of. */
export interface CachedResponseInit {
  readonly key: string;
  /** The whole answer as JSON text. */
  readonly text: string;
  readonly tags: ReadonlySet<Tag>;
  /** The keys that shared caches keep it under, as they are told; undefined where nobody is told of them. */
  readonly purgeKeys?: string | undefined;
  /** When it ends by the database's clock, in milliseconds since 1970; Infinity for never. */
  readonly expiresAt: number;
  /** What the log tells of it: the name that the document gives it, and its cost. */
  readonly operation: { readonly name: string | undefined; readonly cost: number };
  /** Called when it takes more room than it did. */
  readonly onGrow: (answer: CachedResponse) => void;
}

/** An answer that is kept: its bytes, made once in every form that was asked for. */
export class CachedResponse {
  readonly key: string;
  /** What it depends on. */
  readonly tagNumbers: readonly number[];
  readonly purgeKeys: string | undefined;
  readonly expiresAt: number;
  readonly operation: CachedResponseInit['operation'];
  readonly bytes: Buffer;
  /** Digests of raw requests that are known to ask for it. */
  aliases: readonly string[] = [];
  /** By media type. */
  private readonly representations: Record<string, Representations> = {};
  /** Made when first asked for: most clients of one answer take it in the same encoding. */
  private compressed: { [Each in Encoding]?: Promise<Buffer> | undefined } | undefined;
  /** What its bytes and names take, in bytes. */
  size: number;
  private readonly onGrow: CachedResponseInit['onGrow'];

  constructor({ key, text, tags, purgeKeys, expiresAt: until, operation, onGrow: grown }: CachedResponseInit) {
    this.key = key;
    this.tagNumbers = [...tags].map(tagNumber); // as long as it needs to be, where Array.from takes room in advance
    this.purgeKeys = purgeKeys;
    this.expiresAt = until;
    this.operation = operation;
    this.onGrow = grown;
    this.bytes = compact(Buffer.from(text));
    this.size = this.bytes.length + 2 * key.length + (purgeKeys?.length ?? 0) + perTag * tags.size + perResponse;
  }

  /** The form for a media type, made where it is not. */
  representation(type: string, wanted: Encoding): Representation | Promise<Representation> {
    const encoding = this.bytes.length < minCompressedBytes ? 'identity' : wanted;
    const forms = (this.representations[type] ??= {});
    return (forms[encoding] ??=
      encoding === 'identity'
        ? this.representationOf(type, encoding, this.bytes)
        : this.compressedRepresentation(type, encoding, forms));
  }

  /** Notes that it takes more room. @param bytes how much */
  grow(bytes: number): void {
    this.size += bytes;
    this.onGrow(this);
  }

  /** What can't be compressed, as where memory is short, goes out as it is; the next request tries again. */
  private async compressedRepresentation(
    type: string,
    encoding: 'br' | 'gzip',
    forms: Representations,
  ): Promise<Representation> {
    try {
      const bytes = await this.compressedBytes(encoding);
      return (forms[encoding] = this.representationOf(type, encoding, bytes));
    } catch {
      forms[encoding] = undefined;
      return (forms.identity ??= this.representationOf(type, 'identity', this.bytes));
    }
  }

  private compressedBytes(encoding: 'br' | 'gzip'): Promise<Buffer> {
    const kept = (this.compressed ??= {});
    return (kept[encoding] ??= this.compress(encoding).catch((error: unknown) => {
      kept[encoding] = undefined;
      throw error;
    }));
  }

  private async compress(encoding: 'br' | 'gzip'): Promise<Buffer> {
    const bytes = compact(await compress[encoding](this.bytes));
    this.grow(bytes.length + perBuffer);
    return bytes;
  }

  private representationOf(type: string, encoding: Encoding, bytes: Buffer): Representation {
    this.grow(perRepresentation);
    return { bytes, encoding, length: String(bytes.length), etag: entityTagOf(this.bytes, type, encoding) };
  }
}

/** A strong entity tag of an answer: the same bytes of the same type and encoding have the same tag on every node. */
export function entityTagOf(answer: string | Buffer, type: string, encoding: Encoding = 'identity'): string {
  const hash = createHash('sha256').update(type).update('\0').update(answer).digest('base64url').slice(0, 27);
  return encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"`;
}
