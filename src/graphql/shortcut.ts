import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Form, ReadyAnswer } from '../cache/readyAnswer';
import type { ReadyAnswers } from '../cache/readyAnswers';
import type { Log } from '../log';
import { logRequest, requestIdOf } from '../requestLog';
import { alwaysChecked, hasAlready, notCached, variesBy } from './caching';
import { refuseCrossSite } from './crossSite';
import { encodingFor } from './encodings';
import { type AnswerType, answerType } from './mediaTypes';

/** Bodies up to this length are looked up, in bytes. */
const MAX_BODY = 8192;

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * The shortest way to an answer: from the bytes of a request to the bytes of the answer, if exactly these bytes were asked before
 * by somebody who showed no key, and their answer is ready. Everything else takes the long way, as if this were not here.
 */
export class Shortcut {
  /** What the requests asked that are on the long way. */
  private readonly asked = new WeakMap<IncomingMessage, string>();

  constructor(
    private readonly ready: ReadyAnswers,
    private readonly log: Log,
    /** The address of the API. */
    private readonly path: string,
    private readonly isClosing: () => boolean,
  ) {}

  /** Puts itself before the server's own handler. */
  install(server: Server): void {
    const [handler] = server.listeners('request') as [Handler];
    server.removeAllListeners('request');
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const onwards = (): void => handler(request, response);
      if (this.isClosing() || !isPlain(request)) onwards();
      else if (request.method === 'GET' && request.url!.startsWith(`${this.path}?`))
        this.get(request, response, onwards);
      else if (request.method === 'POST' && request.url === this.path) this.post(request, response, onwards);
      else onwards();
    });
  }

  /** Remembers what a request that took the long way was answered. */
  learn(request: IncomingMessage, answer: ReadyAnswer): void {
    const asked = this.asked.get(request);
    if (asked !== undefined) this.ready.remember(asked, answer);
  }

  private get(request: IncomingMessage, response: ServerResponse, onwards: () => void): void {
    if (isCrossSite(request)) {
      onwards();
      return;
    }
    this.take(request.url!, request, response, onwards);
  }

  /** A short body comes whole, nearly always; one that doesn't, or that is new, is put back for the long way. */
  private post(request: IncomingMessage, response: ServerResponse, onwards: () => void): void {
    const length = Number(request.headers['content-length']);
    if (!(length > 0 && length <= MAX_BODY) || request.headers['content-type'] !== 'application/json') {
      onwards();
      return;
    }
    request.once('data', (bytes: Buffer) => {
      request.pause();
      const putBack = (): void => {
        request.unshift(bytes);
        onwards();
      };
      if (bytes.length === length) this.take(bytes.toString('latin1'), request, response, putBack);
      else putBack();
    });
  }

  private take(asked: string, request: IncomingMessage, response: ServerResponse, onwards: () => void): void {
    const begun = performance.now();
    const type = answerType(request.headers.accept);
    const answer = type && this.ready.find(asked);
    if (!answer) {
      this.asked.set(request, asked);
      onwards();
      return;
    }
    const encoding = encodingFor(request.headers['accept-encoding']);
    const form = answer.made(type, encoding);
    const send = (made: Form): void => {
      request.resume();
      const requestId = requestIdOf(request);
      this.note(request, response, { begun, answer, requestId, bytes: made.bytes.length });
      this.send(request, response, { type, requestId, form: made });
    };
    if (form) send(form);
    else Promise.resolve(answer.form(type, encoding)).then(send, onwards);
  }

  private send(
    request: IncomingMessage,
    response: ServerResponse,
    { type, requestId, form: { bytes, etag, encoding } }: { type: AnswerType; requestId: string; form: Form },
  ): void {
    const isGet = request.method === 'GET';
    const headers = [
      ...['x-request-id', requestId, 'x-content-type-options', 'nosniff', 'vary', variesBy],
      ...['cache-control', isGet ? alwaysChecked : notCached],
      ...(isGet ? ['etag', etag] : []),
    ];
    if (isGet && hasAlready(request.headers['if-none-match'], etag)) {
      response.writeHead(304, headers).end();
      return;
    }
    if (encoding !== 'identity') headers.push('content-encoding', encoding);
    headers.push('content-type', type, 'content-length', String(bytes.length));
    response.writeHead(200, headers).end(bytes);
  }

  private note(
    request: IncomingMessage,
    response: ServerResponse,
    { begun, answer, requestId, bytes }: { begun: number; answer: ReadyAnswer; requestId: string; bytes: number },
  ): void {
    if (!this.log.isLevelEnabled('info')) return;
    response.once('finish', () =>
      logRequest(this.log, {
        requestId,
        method: request.method!,
        url: request.url!,
        status: response.statusCode,
        ms: performance.now() - begun,
        facts: { ...answer.operation, known: true, ready: true },
        bytes: response.statusCode === 304 ? 0 : bytes,
      }),
    );
  }
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

function isCrossSite({ headers }: IncomingMessage): boolean {
  try {
    refuseCrossSite(headers);
    return false;
  } catch {
    return true; // the long way says so
  }
}
