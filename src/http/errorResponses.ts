import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { wordForOperator } from '../data/databaseFault';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerTo, statusOf } from '../graphql/errorAnswer';
import { errorCodes, type ErrorCode, clientError } from '../errors/errorCodes';
import { noStore, variesBy } from './caching';
import { namesIn, withoutNames } from '../graphql/introspection';
import { bodyLimitOf } from './bodyLimit';
import { answerType, isPlainJson } from './mediaTypes';
import { graphqlPath } from './route';
import type { Log } from '../log';

const allowed = 'GET, HEAD, POST';

/** How long a client should wait while the database is away, in seconds. */
const RETRY_AFTER = '5';

/** Sends what a client is told of an error. */
export type SendErrors = (error: unknown, request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/**
 * Makes the one way in which errors are answered.
 * @param schemaNames whether messages may tell names of the schema that the client did not send
 */
export function errorSender({ log, schemaNames }: { log: Log; schemaNames: boolean }): SendErrors {
  return (error, request, reply) => {
    const { errors, codes, unexpected, troubles } = answerTo(frameworkRefusal(error, request) ?? error, request.id);
    for (const err of unexpected) log.error({ requestId: request.id, err }, 'unexpected error');
    for (const err of troubles) logTrouble(log, request.id, err);
    const type = answerType(request.headers.accept) ?? 'application/json; charset=utf-8';
    const status = statusOf(codes, isPlainJson(type));
    // The rest of a refused body is read and thrown away: closing at once would often cut off this very answer.
    void reply.removeHeader('connection');
    if (status === 405) void reply.header('allow', request.is404 ? allowed : 'POST');
    if (status === 401) void reply.header('www-authenticate', 'Bearer');
    if (status === 503) void reply.header('retry-after', RETRY_AFTER);
    void reply.code(status).headers({ 'content-type': type, 'cache-control': noStore, vary: variesBy });
    return reply.send(JSON.stringify({ errors: schemaNames ? errors : withoutSchemaNames(errors, request) }));
  };
}

/** Answers everything that is thrown while a request is served, from whichever depth, and every address that is not there. */
export function registerErrorResponses(fastify: FastifyInstance, sendErrors: SendErrors): void {
  // Before its body is looked at: that it is no JSON would be beside the point.
  fastify.addHook('onRequest', (request, _, done) => done(request.is404 ? notServed(request) : withoutHost(request)));
  fastify.setNotFoundHandler((request) => {
    throw notServed(request);
  });
  fastify.setErrorHandler(sendErrors);
}

/** Tells the log of an error of the database: where it was thrown says nothing, and under load each would take 2 kB. */
function logTrouble(log: Log, requestId: string, error: unknown): void {
  const { message: reason, code } = error as NodeJS.ErrnoException;
  const cure = wordForOperator(error instanceof GraphQLError ? error.originalError : error);
  if (cure === undefined) log.warn({ requestId, reason, code }, 'the database is in trouble');
  else log.error({ requestId, reason, code, cure }, 'the database is in trouble');
}

/** Codes of errors that graphql-js words. */
const wordedElsewhere = new Set<unknown>(['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'] satisfies ErrorCode[]);

function withoutSchemaNames(
  errors: readonly GraphQLFormattedError[],
  { body, url }: FastifyRequest,
): readonly GraphQLFormattedError[] {
  if (!errors.some(({ extensions }) => wordedElsewhere.has(extensions?.code))) return errors;
  const sent = namesIn(body ?? url.replaceAll('%', ' % '));
  return errors.map((error) =>
    wordedElsewhere.has(error.extensions?.code) ? { ...error, message: withoutNames(error.message, sent) } : error,
  );
}

function notServed(request: FastifyRequest): Error {
  const path = request.url.split('?', 1)[0];
  if (path === graphqlPath)
    return clientError(
      'METHOD_NOT_ALLOWED',
      `${request.method} is not for this address: use POST, or GET for queries.`,
    );
  return clientError('NOT_FOUND', `There is nothing here. The API is at ${graphqlPath}.`);
}

/** Node would refuse it too, but without a word. */
function withoutHost({ raw, headers }: FastifyRequest): Error | undefined {
  if (raw.httpVersion !== '1.1' || headers.host !== undefined) return undefined;
  return clientError('BAD_REQUEST', 'HTTP/1.1 wants a Host header: send one.');
}

/** What Fastify refused, in our words. */
function frameworkRefusal(error: unknown, request: FastifyRequest): Error | undefined {
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined;
  const { statusCode } = error;
  if (statusCode === 413) return tooLarge(request);
  if (statusCode === 415)
    return clientError('UNSUPPORTED_MEDIA_TYPE', 'A body must be JSON: send it with "Content-Type: application/json".');
  const isClients = typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500;
  return isClients ? clientError('BAD_REQUEST', 'The request is malformed, or broke off.') : undefined;
}

function tooLarge(request: FastifyRequest): Error {
  const actual = Number(request.headers['content-length']);
  const found = Number.isSafeInteger(actual) ? { actual } : {};
  const max = bodyLimitOf(request);
  const message = `The body is ${found.actual ?? `more than ${max}`} bytes long; ${max} are allowed.`;
  return clientError('BODY_TOO_LARGE', message, { limit: 'bodyBytes', max, ...found });
}

/** Answers what Node could not read as HTTP, in the same shape, and closes the connection. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  // An answer that is on its way already must not get another one in its middle.
  const { _httpMessage: answering } = socket as { _httpMessage?: { headersSent: boolean } };
  if (answering?.headersSent) {
    socket.destroy();
    return;
  }
  const { code, message } = brokenRequest(error.code);
  const { status } = errorCodes[code];
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: private, no-store',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

function brokenRequest(code: string | undefined): { code: ErrorCode; message: string } {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { code: 'REQUEST_TIMEOUT', message: 'The request took too long to arrive: send it again, at once.' };
    case 'HPE_HEADER_OVERFLOW':
      return {
        code: 'HEADERS_TOO_LARGE',
        message: 'The address or the headers are too long: send long queries by POST.',
      };
    default:
      return { code: 'BAD_REQUEST', message: 'This is not HTTP as it should be.' };
  }
}
