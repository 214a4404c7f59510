import type { FastifyRequest } from 'fastify';
import type { ViewerOf } from '../auth/viewerOf';
import { answerTo } from './errorAnswer';
import { clientError } from '../errors/errorCodes';
import type { BoundOperation } from '../reading/reader';
import { RequestErrors } from '../errors/requestError';
import type { Viewer } from '../auth/audience';
import type { CachedResponse } from '../cache/cachedResponse';
import type { ResponseCache } from '../cache/responseCache';
import type { Preparer } from './apollo';
import { connectionSignal } from './connectionSignal';
import type { RequestedDocument, CachedOperation } from './documentCache';
import { DocumentLookup } from './documentLookup';
import type { PersistedDocuments } from './persisted/persistedDocuments';
import type { GraphQLRequest, SentRequest } from './request';

/** What the log tells of an operation. */
export interface OperationFacts {
  readonly name: string | undefined;
  /** Whether its document was asked before, and so needed no preparing; undefined until that is found out. */
  readonly known: boolean | undefined;
  readonly cost: number | undefined;
  /** Whether the answer was there before it was asked for. */
  readonly ready?: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    operationFacts: OperationFacts | null;
  }
}

type CachedMutation = Extract<CachedOperation, { mutation: unknown }>;
type CachedQuery = Extract<CachedOperation, { query: unknown }>;

/** The way from a request in good form to the text of its answer. */
export class Operations {
  private readonly documents: DocumentLookup;

  constructor(
    private readonly preparer: Preparer,
    private readonly viewerOf: ViewerOf,
    /** Null where no answers are kept. */
    private readonly responseCache: ResponseCache | null,
    private readonly persisted: PersistedDocuments,
    /** Called with every error that is thrown. */
    private readonly noteRefusal: (error: unknown, requestId: string) => Promise<void>,
  ) {
    this.documents = new DocumentLookup(preparer);
  }

  /**
   * Answers an operation.
   * @param readOnly refuse anything but a query
   * @returns the whole answer: one that is kept, or its JSON text
   * @throws whatever is wrong with it: see `errorCodes`
   */
  async answer(request: FastifyRequest, sent: SentRequest, readOnly: boolean): Promise<string | CachedResponse> {
    try {
      return await this.find(request, sent, readOnly);
    } catch (error) {
      await this.noteRefusal(error, request.id);
      throw error;
    }
  }

  private async find(request: FastifyRequest, sent: SentRequest, readOnly: boolean): Promise<string | CachedResponse> {
    const viewer = await this.viewerOf(request.raw);
    request.operationFacts = { name: sent.operationName, known: undefined, cost: undefined };
    const asked = this.persisted.complete(sent);
    const { isCached, document } = await this.documents.find(asked, readOnly);
    this.persisted.keep(sent);
    const { known } = document;
    request.operationFacts = { name: known.name, known: isCached, cost: undefined };
    if ('query' in known) return this.read(known, document, request, asked, viewer);
    if (readOnly)
      throw clientError('METHOD_NOT_ALLOWED', 'A GET can only ask: send a mutation by POST.', { allow: 'POST' });
    return this.write(known, request, asked, viewer);
  }

  private async write(
    { mutation }: CachedMutation,
    request: FastifyRequest,
    { variables }: GraphQLRequest,
    viewer: Viewer,
  ): Promise<string> {
    try {
      const { text, cost } = await mutation.run(variables, {
        viewer,
        idempotencyKey: idempotencyKeyOf(request),
        signal: connectionSignal(request.raw.socket),
        report: (error) => answerTo(error, request.id).errors[0]!,
      });
      noteCost(request, cost);
      return text;
    } finally {
      await this.responseCache?.waitForInvalidations(); // whoever has been told of a change must find it
    }
  }

  private async read(
    { query, name }: CachedQuery,
    document: RequestedDocument,
    request: FastifyRequest,
    sent: GraphQLRequest,
    viewer: Viewer,
  ): Promise<string | CachedResponse> {
    const { key, cost, answer } = await this.ask(query, document, sent, viewer);
    noteCost(request, cost);
    const signal = connectionSignal(request.raw.socket);
    if (!this.responseCache || key === null) return (await answer(signal)).text;
    return this.responseCache.getOrCreate(key, { name, cost }, answer, signal);
  }

  private ask(
    query: CachedQuery['query'],
    document: RequestedDocument,
    request: GraphQLRequest,
    viewer: Viewer,
  ): BoundOperation | Promise<never> {
    try {
      return query.bind(request.variables, viewer, document.literals);
    } catch (error) {
      return this.refuse(error, document, request, viewer);
    }
  }

  /** UserErrors are told by the lines and columns of the document as it was sent, not of the one that was asked before. */
  private async refuse(
    error: unknown,
    { madeFrom }: RequestedDocument,
    request: GraphQLRequest,
    viewer: Viewer,
  ): Promise<never> {
    const isElsewhere = error instanceof RequestErrors && error.errors.some(({ locations }) => locations);
    if (!isElsewhere || madeFrom === request.query) throw error;
    const asWritten = await this.preparer.prepare(request, { readOnly: true, literals: null });
    if ('query' in asWritten) asWritten.query.bind(request.variables, viewer);
    throw error;
  }
}

function noteCost(request: FastifyRequest, cost: number): void {
  const { name, known } = request.operationFacts!;
  request.operationFacts = { name, known, cost };
}

/** How long an Idempotency-Key may be, in UTF-16 code units. */
const MAX_KEY = 200;

/** The header by which a client names a request, so that it may send it again. */
function idempotencyKeyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && key !== '' && key.length <= MAX_KEY) return key;
  throw clientError('BAD_REQUEST', `The header Idempotency-Key must have 1 to ${MAX_KEY} characters, once.`);
}
