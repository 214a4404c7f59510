import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Representation, CachedResponse } from '../cache/cachedResponse';
import type { Log } from '../log';
import { logRequest, requestIdOf } from './requestLog';
import { matchesIfNoneMatch, noStore, type SharedCaching, variesBy } from './caching';
import { variesByOrigin } from './crossOrigin';
import type { AnswerType } from './mediaTypes';

/** An answer to send, and how. */
export interface Sending {
  readonly response: CachedResponse;
  readonly representation: Representation;
  readonly type: AnswerType;
  /** What the answer's header says of who may read it: names and values in turn. */
  readonly origin: readonly string[];
  /** When the request was taken up, by performance.now(). */
  readonly startedAt: number;
}

/** Writes ready answers to the wire, with the header that the long way gives them. */
export class CachedResponseSender {
  private readonly always: readonly string[];

  constructor(
    private readonly log: Log,
    private readonly caching: SharedCaching,
    origins: readonly string[],
  ) {
    const vary = variesByOrigin(origins) ? `${variesBy}, Origin` : variesBy;
    this.always = ['x-content-type-options', 'nosniff', 'vary', vary];
  }

  send(
    request: IncomingMessage,
    response: ServerResponse,
    { response: answer, representation, type, origin, startedAt }: Sending,
  ): void {
    const { bytes, length, etag, encoding } = representation;
    const requestId = requestIdOf(request);
    if (this.log.isLevelEnabled('info'))
      this.note(request, response, { answer, requestId, begun: startedAt, bytes: bytes.length });
    const fields = ['x-request-id', requestId, ...this.always, ...origin];
    if (request.method === 'GET') {
      fields.push(...this.caching.fieldsOf(answer, etag));
      if (matchesIfNoneMatch(request.headers['if-none-match'], etag)) {
        response.writeHead(304, fields).end();
        return;
      }
    } else fields.push('cache-control', noStore);
    if (encoding !== 'identity') fields.push('content-encoding', encoding);
    fields.push('content-type', type, 'content-length', length);
    response.writeHead(200, fields).end(bytes);
  }

  private note(
    { method, url }: IncomingMessage,
    response: ServerResponse,
    {
      answer,
      requestId,
      begun: startedAt,
      bytes,
    }: { answer: CachedResponse; requestId: string; begun: number; bytes: number },
  ): void {
    response.once('finish', () =>
      logRequest(this.log, {
        requestId,
        method: method!,
        url: url!,
        status: response.statusCode,
        ms: performance.now() - startedAt,
        facts: { ...answer.operation, known: true, ready: true },
        bytes: response.statusCode === 304 ? 0 : bytes,
      }),
    );
  }
}
