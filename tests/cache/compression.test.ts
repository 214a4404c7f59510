import type * as zlibModule from 'node:zlib';
import { CachedResponse } from '../../src/cache/cachedResponse';

let failing = false;
jest.mock('node:zlib', () => {
  const zlib = jest.requireActual<typeof zlibModule>('node:zlib');
  const orFail =
    (name: 'brotliCompress' | 'gzip') =>
    (bytes: Buffer, options: object, done: (error: Error | null, result: Buffer) => void): void => {
      if (failing) setImmediate(done, new Error('Memory allocation failed'), Buffer.alloc(0));
      else (zlib[name] as (...args: unknown[]) => void)(bytes, options, done);
    };
  return { ...zlib, brotliCompress: orFail('brotliCompress'), gzip: orFail('gzip') };
});

test.each(['br', 'gzip'] as const)(
  'an answer that %s fails on goes out as it is, and is compressed for the next one',
  async (encoding) => {
    const text = JSON.stringify({ data: 'words '.repeat(1000) });
    const answer = new CachedResponse({
      ...{ key: 'k', text, tags: new Set<string>(), expiresAt: Infinity },
      ...{ operation: { name: undefined, cost: 1 }, onGrow: () => {} },
    });
    failing = true;
    const asked = await Promise.all([
      answer.representation('a', encoding),
      answer.representation('a', encoding),
      answer.representation('b', encoding),
    ]);
    expect(asked.map((form) => [form.encoding, form.bytes.toString()])).toEqual(Array(3).fill(['identity', text]));
    failing = false;
    const again = await answer.representation('a', encoding);
    expect(again.encoding).toBe(encoding);
    expect(again.bytes.length).toBeLessThan(1000);
  },
);
