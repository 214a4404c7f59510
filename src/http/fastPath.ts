import { hash } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { ResponseCache } from '../cache/responseCache';
import { originHeaders } from './crossOrigin';
import { preventCsrf, refuseOtherContent } from './csrf';
import { encodingFor } from './encodings';
import { answerType } from './mediaTypes';
import type { CachedResponseSender } from './cachedResponseSender';
import type { CachedResponse } from '../cache/cachedResponse';

/** Bodies up to this length are looked up, in bytes. */
const MAX_BODY = 8192;

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface FastPathDependencies {
  readonly responseCache: ResponseCache;
  readonly sender: CachedResponseSender;
  /** The address of the API. */
  readonly path: string;
  /** Whose pages may ask. */
  readonly origins: readonly string[];
  readonly isClosing: () => boolean;
}

/**
 * The shortest way to an answer: from the bytes of a request to the bytes of the answer, if exactly these bytes were asked before
 * by somebody who showed no key, and their answer is ready. Everything else takes the long way, as if this were not here.
 */
export class FastPath {
  /** What the requests asked that are on the long way, as digests. */
  private readonly digests = new WeakMap<IncomingMessage, string>();
  private readonly originHeaders: ReturnType<typeof originHeaders>;
  private readonly getPrefix: string;

  constructor(private readonly deps: FastPathDependencies) {
    this.originHeaders = originHeaders(deps.origins);
    this.getPrefix = `${deps.path}?`;
  }

  /** Puts itself before the server's own handler. */
  install(server: Server): void {
    const [handler] = server.listeners('request') as [Handler];
    server.removeAllListeners('request');
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      if (!this.isEligible(request)) handler(request, response);
      else if (request.method === 'POST') this.post(request, response, handler);
      else if (!this.serveCached(digestOf(request.url!), request, response)) handler(request, response);
    });
  }

  /** Remembers what a request that took the long way was answered. */
  addAlias(request: IncomingMessage, answer: CachedResponse): void {
    const digest = this.digests.get(request);
    if (digest !== undefined) this.deps.responseCache.addAlias(digest, answer);
  }

  private isEligible(request: IncomingMessage): boolean {
    if (this.deps.isClosing() || !isPlain(request)) return false;
    const { method, url, headers } = request;
    if (method === 'POST') return url === this.deps.path && headers['content-type'] === 'application/json';
    return method === 'GET' && url!.startsWith(this.getPrefix) && !isRefused(request);
  }

  /** A short body comes whole, nearly always; one that doesn't, or that is new, is put back for the long way. */
  private post(request: IncomingMessage, response: ServerResponse, handler: Handler): void {
    const length = Number(request.headers['content-length']);
    if (!(length > 0 && length <= MAX_BODY)) {
      handler(request, response);
      return;
    }
    request.once('data', (bytes: Buffer) => {
      if (bytes.length === length && this.serveCached(digestOf(bytes), request, response)) return;
      request.pause();
      request.unshift(bytes);
      handler(request, response);
    });
  }

  /** Answers, if the answer is ready. @param digest the request's digest */
  private serveCached(digest: string, request: IncomingMessage, response: ServerResponse): boolean {
    const { headers } = request;
    const type = answerType(headers.accept);
    const origin = this.originHeaders(headers.origin);
    const answer = type && origin && this.deps.responseCache.getByAlias(digest);
    if (!answer) {
      this.digests.set(request, digest);
      return false;
    }
    const startedAt = performance.now();
    const representation = answer.representation(type, encodingFor(headers['accept-encoding']));
    if (!(representation instanceof Promise))
      this.deps.sender.send(request, response, { response: answer, representation, type, origin, startedAt });
    else
      representation.then(
        (made) =>
          this.deps.sender.send(request, response, { response: answer, representation: made, type, origin, startedAt }),
        () => response.destroy(),
      );
    return true;
  }
}

/**
 * What a raw request is known by: a hundred times shorter, no two are known to have the same, and it takes less time than
 * looking up the request itself would.
 */
function digestOf(digest: string | Buffer): string {
  return hash('sha256', digest, 'base64');
}

/** Whether a request shows no key and has nothing that the long way would have to look at. */
function isPlain({ headers, httpVersion }: IncomingMessage): boolean {
  return (
    headers.authorization === undefined &&
    (headers.host !== undefined || httpVersion !== '1.1') &&
    headers['content-encoding'] === undefined &&
    headers.expect === undefined &&
    !headers.accept?.includes('html')
  );
}

function isRefused({ headers }: IncomingMessage): boolean {
  try {
    refuseOtherContent(headers);
    preventCsrf(headers);
    return false;
  } catch {
    return true; // the long way says so
  }
}
