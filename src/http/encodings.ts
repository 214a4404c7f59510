import Negotiator from 'negotiator';
import { LRUCache } from 'lru-cache';
import type { Encoding } from '../cache/readyAnswer';

/** Browsers send a handful of different headers; a thousand are an attack. */
const known = new LRUCache<string, Encoding>({ max: 100 });

/** The encoding to send an answer in, by the Accept-Encoding header: brotli where the client takes it, then gzip. */
export function encodingFor(header: string | string[] | undefined): Encoding {
  if (typeof header !== 'string' || header.length > 200) return 'identity';
  let encoding = known.get(header);
  if (encoding === undefined) {
    const taken = new Negotiator({ headers: { 'accept-encoding': header } }).encodings(['br', 'gzip', 'identity']);
    encoding = (['br', 'gzip'] as const).find((each) => taken.includes(each)) ?? 'identity';
    known.set(header, encoding);
  }
  return encoding;
}
