import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { OperationFacts } from '../graphql/operations';
import { type Log, requestMessage } from '../log';

const wellFormed = /^[\w.:-]{1,100}$/;

/** What the log and the answer call a request: the caller's X-Request-Id, or a new one where there is none of good form. */
export function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && wellFormed.test(given) ? given : randomUUID();
}

/** What there is to say of a request that was answered. */
export interface AnsweredRequest {
  readonly requestId: string;
  readonly method: string;
  readonly url: string;
  readonly status: number;
  /** How long it took, in milliseconds. */
  readonly ms: number;
  readonly facts: OperationFacts | null;
  readonly bytes: number;
}

/** Writes the line about a request. Queries, variables and keys stay out of it. */
export function logRequest(log: Log, { requestId, method, url, status, ms, facts, bytes }: AnsweredRequest): void {
  if (!log.isLevelEnabled('info')) return;
  log.info(
    {
      requestId,
      method,
      path: url.split('?', 1)[0]?.slice(0, 200),
      status,
      ms: Math.round(ms * 10) / 10,
      ...(facts?.name !== undefined && { operation: facts.name.slice(0, 100) }),
      ...(facts?.known !== undefined && { known: facts.known }),
      ...(facts?.ready && { ready: true }),
      ...(facts?.cost !== undefined && { cost: facts.cost }),
      bytes,
    },
    requestMessage,
  );
}

/** Tells every answer's id, and writes one line about each. */
export function registerRequestLog(fastify: FastifyInstance, log: Log): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers({ 'x-request-id': request.id, 'x-content-type-options': 'nosniff' });
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    logRequest(log, {
      requestId: request.id,
      method: request.method,
      url: request.url,
      status: reply.statusCode,
      ms: reply.elapsedTime,
      facts: request.operationFacts,
      bytes: Number(reply.getHeader('content-length') ?? 0),
    });
    done();
  });
}
