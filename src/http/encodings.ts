import Negotiator from 'negotiator';
import { LRUCache } from 'lru-cache';
import type { Encoding } from '../cache/cachedResponse';

/** Browsers send a handful of different headers; a thousand are an attack. */
const negotiated = new LRUCache<string, Encoding>({ max: 100 });

/** The encoding to send an answer in, by the Accept-Encoding header: brotli where the client takes it, then gzip. */
export function encodingFor(header: string | string[] | undefined): Encoding {
  if (typeof header !== 'string' || header.length > 200) return 'identity';
  let encoding = negotiated.get(header);
  if (encoding === undefined) {
    const accepted = new Negotiator({ headers: { 'accept-encoding': header } }).encodings(['br', 'gzip', 'identity']);
    encoding = (['br', 'gzip'] as const).find((each) => accepted.includes(each)) ?? 'identity';
    negotiated.set(header, encoding);
  }
  return encoding;
}
