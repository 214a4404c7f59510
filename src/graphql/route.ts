import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ViewerOf } from '../context';
import { refuse } from '../errors';
import { sendExplorer, wantsExplorer } from '../explorer/explorer';
import type { Preparer } from './apollo';
import { parseBody } from './body';
import { alwaysChecked, hasAlready, notCached, tagOf, variesBy } from './caching';
import { refuseCrossSite } from './crossSite';
import { limitingBodies } from './bodyLimit';
import { MAX_IMPORT_BODY_BYTES } from './limits';
import { type AnswerType, answerType, contentTypeOf, prefersPage } from './mediaTypes';
import { Operations } from './operations';
import { requestInAddress, requestInBody } from './request';

/** The one address of the API. */
export const graphqlPath = '/graphql';

export interface GraphQLRouteDependencies {
  readonly preparer: Preparer;
  readonly viewerOf: ViewerOf;
}

/** Serves GraphQL over HTTP: queries by GET, everything by POST. */
export function registerGraphQL(fastify: FastifyInstance, { preparer, viewerOf }: GraphQLRouteDependencies): void {
  const operations = new Operations(preparer, viewerOf);
  fastify.decorateRequest('operationFacts', null);
  readJsonOnly(fastify);

  fastify.get(graphqlPath, async (request, reply) => {
    if (prefersPage(request.headers.accept) && wantsExplorer(request)) return sendExplorer(reply);
    const type = acceptedType(request);
    refuseCrossSite(request.headers);
    const { url = '' } = request.raw;
    const text = await operations.answer(
      request,
      requestInAddress(url.slice(url.indexOf('?') + 1 || url.length)),
      true,
    );
    return sendCached(request, reply, type, text);
  });

  const bodies = limitingBodies(viewerOf);
  const hooks = { onRequest: [checkHeaders, bodies.onRequest], preParsing: bodies.preParsing };
  fastify.post(graphqlPath, hooks, async (request, reply) => {
    const type = acceptedType(request);
    const text = await operations.answer(request, requestInBody(request.body), false);
    return reply.headers({ 'content-type': type, 'cache-control': notCached, vary: variesBy }).send(text);
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
    return refuse('UNSUPPORTED_MEDIA_TYPE', 'The body is compressed: send it as it is, without Content-Encoding.');
  }
  const { type, charset } = contentTypeOf(headers['content-type'] ?? '');
  if (type !== 'application/json' || (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8')) {
    const message = 'The body must be JSON in UTF-8: send it with "Content-Type: application/json".';
    return refuse('UNSUPPORTED_MEDIA_TYPE', message);
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
  return refuse('NOT_ACCEPTABLE', message);
}

function sendCached(request: FastifyRequest, reply: FastifyReply, type: AnswerType, text: string): FastifyReply {
  const { authorization, 'if-none-match': ifNoneMatch } = request.headers;
  if (authorization !== undefined) {
    return reply.headers({ 'content-type': type, 'cache-control': notCached, vary: variesBy }).send(text);
  }
  const etag = tagOf(text, type);
  void reply.headers({ etag, 'cache-control': alwaysChecked, vary: variesBy });
  if (hasAlready(ifNoneMatch, etag)) return reply.code(304).send();
  return reply.header('content-type', type).send(text);
}
