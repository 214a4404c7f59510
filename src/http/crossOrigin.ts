import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import { anyOrigin } from '../settings/knownForms';

/** What a page may send beside what browsers always let it. */
const allowedHeaders = [
  'accept',
  'authorization',
  'content-type',
  'idempotency-key',
  'if-none-match',
  'apollo-require-preflight',
  'apollographql-client-name',
  'apollographql-client-version',
  'x-apollo-operation-name',
  'x-requested-with',
];

/** What a page may read of an answer beside what browsers always let it. */
const exposedHeaders = ['etag', 'retry-after', 'x-request-id'];

/** How long a browser may remember that it may, in seconds; Chromium keeps none longer. */
const maxAge = 7200;

/**
 * Lets pages of other origins ask (https://fetch.spec.whatwg.org/#http-cors-protocol). Keys travel in a header that a page
 * must have itself, never in cookies, so no page can ask in its visitor's name.
 * @param origins such as `https://www.example.org`, or `*` alone; with none, nothing is registered and browsers let no
 *   other origin ask
 */
export async function allowOrigins(fastify: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  const any = origins.includes(anyOrigin);
  await fastify.register(cors, {
    origin: any ? anyOrigin : [...origins],
    methods: ['GET', 'POST'],
    allowedHeaders,
    exposedHeaders,
    maxAge,
  });
  if (!variesByOrigin(origins)) return;
  // Routes name what their answers vary by; here so does the answer that a cache keeps for one origin.
  fastify.addHook('onSend', async (_, reply) => {
    const names = String(reply.getHeader('vary') ?? '').split(', ');
    if (!names.includes('Origin')) void reply.header('vary', [...names.filter(Boolean), 'Origin'].join(', '));
  });
}

/**
 * What `allowOrigins` adds to an answer, for those who answer past Fastify: by the Origin header, the header fields as names and
 * values in turn; undefined for an origin that is not allowed.
 */
export function originHeaders(
  origins: readonly string[],
): (origin: string | undefined) => readonly string[] | undefined {
  const none: readonly string[] = [];
  if (origins.length === 0) return () => none;
  const exposed = ['access-control-expose-headers', exposedHeaders.join(', ')];
  const fieldsFor = (origin: string): string[] => ['access-control-allow-origin', origin, ...exposed];
  const toAny = fieldsFor(anyOrigin);
  if (origins.includes(anyOrigin)) return () => toAny;
  const byOrigin = new Map(origins.map((origin) => [origin, fieldsFor(origin)]));
  return (origin) => (origin === undefined ? exposed : byOrigin.get(origin));
}

/** What answers vary by, beside what their routes name: the origin, where it decides what is allowed. */
export function variesByOrigin(origins: readonly string[]): boolean {
  return origins.length > 0 && !origins.includes(anyOrigin);
}
