import { Transform } from 'node:stream';
import type { FastifyRequest, onRequestHookHandler, preParsingHookHandler } from 'fastify';
import type { ViewerOf } from '../auth/viewerOf';
import { MAX_BODY_BYTES, MAX_IMPORT_BODY_BYTES } from '../graphql/limits';

const limits = new WeakMap<FastifyRequest, number>();

/** How large the body of this request may be, in bytes. */
export function bodyLimitOf(request: FastifyRequest): number {
  return limits.get(request) ?? MAX_BODY_BYTES;
}

/**
 * Refuses a body that is too large before it is read, or while it comes in where nobody said how long it is. More than usual is
 * taken from those who may import articles; only a request that says it is that long costs the look at its key.
 */
export function limitingBodies(viewerOf: ViewerOf): {
  onRequest: onRequestHookHandler;
  preParsing: preParsingHookHandler;
} {
  /** Finds out how much is taken, once more than usual comes. */
  async function allow(request: FastifyRequest, length: number): Promise<void> {
    if (!limits.has(request)) {
      const mayImport = (await viewerOf(request.raw)).role !== 'READER';
      limits.set(request, mayImport ? MAX_IMPORT_BODY_BYTES : MAX_BODY_BYTES);
    }
    if (length > bodyLimitOf(request)) throw tooLarge();
  }

  return {
    onRequest(request, _, done) {
      const length = Number(request.headers['content-length'] ?? 0);
      if (length <= MAX_BODY_BYTES) done();
      else allow(request, length).then(() => done(), done);
    },
    preParsing(request, _, payload, done) {
      if (request.headers['content-length'] !== undefined) {
        done(null, payload);
        return;
      }
      let received = 0;
      const measured = new Transform({
        transform(chunk: Buffer, _encoding, next) {
          received += chunk.length;
          if (received > MAX_BODY_BYTES) next(tooLarge());
          else next(null, chunk);
        },
      });
      done(null, payload.pipe(measured));
    },
  };
}

/** What Fastify says of a body beyond its own limit. */
function tooLarge(): Error {
  return Object.assign(new Error('The body is too large.'), { statusCode: 413 });
}
