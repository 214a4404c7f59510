import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Log } from './log';

const wellFormed = /^[\w.:-]{1,100}$/;

/** What the log and the answer call a request: the caller's X-Request-Id, or a new one where there is none of good form. */
export function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && wellFormed.test(given) ? given : randomUUID();
}

/** Tells every answer's id, and writes one line about each. Queries, variables and keys stay out of it. */
export function registerRequestLog(fastify: FastifyInstance, log: Log): void {
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.headers({ 'x-request-id': request.id, 'x-content-type-options': 'nosniff' });
  });
  fastify.addHook('onResponse', async (request, reply) => {
    const facts = request.operationFacts;
    log.info(
      {
        requestId: request.id,
        method: request.method,
        path: request.url.split('?', 1)[0]?.slice(0, 200),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        ...(facts?.name !== undefined && { operation: facts.name.slice(0, 100) }),
        ...(facts?.known !== undefined && { known: facts.known }),
        ...(facts?.cost !== undefined && { cost: facts.cost }),
        bytes: Number(reply.getHeader('content-length') ?? 0),
      },
      'request',
    );
  });
}
