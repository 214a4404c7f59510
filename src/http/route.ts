import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ViewerOf } from '../auth/viewerOf';
import { clientError } from '../errors/errorCodes';
import { sendExplorer, sendNoExplorer } from '../explorer/explorer';
import type { Preparer } from '../graphql/apollo';
import { parseBody } from '../graphql/strictJson';
import { encodingFor } from './encodings';
import { type Representation, type CachedResponse, entityTagOf } from '../cache/cachedResponse';
import type { ResponseCache } from '../cache/responseCache';
import { matchesIfNoneMatch, noStore, type SharedCaching, variesBy } from './caching';
import { preventCsrf, refuseOtherContent } from './csrf';
import { limitingBodies } from './bodyLimit';
import { MAX_IMPORT_BODY_BYTES } from '../graphql/limits';
import { type AnswerType, answerType, contentTypeOf, prefersPage } from './mediaTypes';
import { Operations } from '../graphql/operations';
import type { PersistedDocuments } from '../graphql/persisted/persistedDocuments';
import { asksInAddress, requestInAddress, requestInBody, type SentRequest } from '../graphql/request';
import type { FastPath } from './fastPath';

/** The one address of the API. */
export const graphqlPath = '/graphql';

export interface GraphQLRouteDependencies {
  readonly preparer: Preparer;
  readonly viewerOf: ViewerOf;
  /** Null where no answers are kept. */
  readonly responseCache: ResponseCache | null;
  readonly fastPath: FastPath | null;
  /** What shared caches are told of answers that anyone may see. */
  readonly caching: SharedCaching;
  readonly persisted: PersistedDocuments;
  /** Hears of everything that operations throw. */
  readonly noteRefusal: (error: unknown, requestId: string) => Promise<void>;
}

/** Serves GraphQL over HTTP: queries by GET, everything by POST. */
export function registerGraphQL(
  fastify: FastifyInstance,
  { preparer, viewerOf, responseCache, fastPath, caching, persisted, noteRefusal }: GraphQLRouteDependencies,
): void {
  const operations = new Operations(preparer, viewerOf, responseCache, persisted, noteRefusal);
  // Who brings a document with its hash wants it kept: the shortcut would pass that by.
  const addAlias = ({ raw }: FastifyRequest, { query, name }: SentRequest, answer: string | CachedResponse): void => {
    if (typeof answer !== 'string' && !(query !== undefined && name)) fastPath?.addAlias(raw, answer);
  };
  fastify.decorateRequest('operationFacts', null);
  readJsonOnly(fastify);

  fastify.get(graphqlPath, async (request, reply) => {
    const { url = '' } = request.raw;
    const search = url.slice(url.indexOf('?') + 1 || url.length);
    if (prefersPage(request.headers.accept) && !asksInAddress(search))
      return persisted.trustedOnly ? sendNoExplorer(reply) : sendExplorer(reply);
    const type = acceptedType(request);
    refuseOtherContent(request.headers);
    preventCsrf(request.headers);
    const sent = requestInAddress(search);
    const answer = await operations.answer(request, sent, true);
    addAlias(request, sent, answer);
    const representation = await representationOf(answer, type, request);
    if (request.headers.authorization !== undefined) return sendUncached(reply, type, representation);
    addFields(reply, caching.fieldsOf(answer, representation.etag));
    return sendUnlessMatched(request, reply, type, representation);
  });

  const bodies = limitingBodies(viewerOf);
  const hooks = { onRequest: [checkHeaders, bodies.onRequest], preParsing: bodies.preParsing };
  fastify.post(graphqlPath, hooks, async (request, reply) => {
    const type = acceptedType(request);
    const sent = requestInBody(request.body);
    const answer = await operations.answer(request, sent, false);
    addAlias(request, sent, answer);
    return sendUncached(reply, type, await representationOf(answer, type, request));
  });
}

function readJsonOnly(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: MAX_IMPORT_BODY_BYTES },
    (request, bytes, done) => {
      try {
        done(null, parseBody(bytes as Buffer));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}

/** Everything that the headers of a POST can have wrong is told before its body is read. */
function checkHeaders({ headers }: FastifyRequest, _: FastifyReply, done: (error?: Error) => void): void {
  done(wrongHeader(headers));
}

function wrongHeader(headers: IncomingHttpHeaders): Error | undefined {
  if (!answerType(headers.accept)) return notAcceptable();
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding.trim().toLowerCase() !== 'identity') {
    return clientError('UNSUPPORTED_MEDIA_TYPE', 'The body is compressed: send it as it is, without Content-Encoding.');
  }
  const { type, charset } = contentTypeOf(headers['content-type'] ?? '');
  if (type !== 'application/json' || (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8')) {
    const message = 'The body must be JSON in UTF-8: send it with "Content-Type: application/json".';
    return clientError('UNSUPPORTED_MEDIA_TYPE', message);
  }
  return undefined;
}

function acceptedType({ headers }: FastifyRequest): AnswerType {
  const type = answerType(headers.accept);
  if (!type) throw notAcceptable();
  return type;
}

function notAcceptable(): Error {
  const message = 'Answers come as application/json or application/graphql-response+json: accept one of them.';
  return clientError('NOT_ACCEPTABLE', message);
}

/** An answer as it is sent: one that is kept in the encoding that the client likes best, any other as it is. */
function representationOf(
  answer: string | CachedResponse,
  type: AnswerType,
  { headers }: FastifyRequest,
): Representation | Promise<Representation> {
  if (typeof answer !== 'string') return answer.representation(type, encodingFor(headers['accept-encoding']));
  return new UncachedRepresentation(answer, type);
}

/** The bytes of an answer that is not kept. */
class UncachedRepresentation implements Representation {
  readonly encoding = 'identity';
  readonly bytes: Buffer;
  private tag: string | undefined;

  constructor(
    answer: string,
    private readonly type: AnswerType,
  ) {
    this.bytes = Buffer.from(answer);
  }

  get length(): string {
    return String(this.bytes.length);
  }

  /** Made where it is sent: a POST has none. */
  get etag(): string {
    return (this.tag ??= entityTagOf(this.bytes, this.type));
  }
}

function sendUncached(reply: FastifyReply, type: AnswerType, representation: Representation): FastifyReply {
  return send(reply.header('cache-control', noStore), type, representation);
}

/** @param fields names and values in turn */
function addFields(reply: FastifyReply, fields: readonly string[]): void {
  for (let at = 0; at < fields.length; at += 2) void reply.header(fields[at]!, fields[at + 1]);
}

function sendUnlessMatched(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  type: AnswerType,
  representation: Representation,
): FastifyReply {
  if (matchesIfNoneMatch(headers['if-none-match'], representation.etag))
    return reply.code(304).header('vary', variesBy).send();
  return send(reply, type, representation);
}

function send(reply: FastifyReply, type: AnswerType, { bytes, encoding }: Representation): FastifyReply {
  if (encoding !== 'identity') void reply.header('content-encoding', encoding);
  return reply.headers({ 'content-type': type, vary: variesBy }).send(bytes);
}
