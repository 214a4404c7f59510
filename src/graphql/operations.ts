import type { FastifyRequest } from 'fastify';
import type { ViewerOf } from '../context';
import { answerTo, refuse } from '../errors';
import type { Viewer } from '../reading/run';
import type { ReadyAnswer } from '../cache/readyAnswer';
import { costIn, type ReadyAnswers } from '../cache/readyAnswers';
import type { Preparer } from './apollo';
import { Documents, type KnownOperation } from './documents';
import { guardDocument } from './guard';
import type { GraphQLRequest } from './request';

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

/** The way from a request in good form to the text of its answer. */
export class Operations {
  private readonly documents = new Documents();

  constructor(
    private readonly preparer: Preparer,
    private readonly viewerOf: ViewerOf,
    /** Null where no answers are kept. */
    private readonly ready: ReadyAnswers | null,
  ) {}

  /**
   * Answers an operation.
   * @param readOnly refuse anything but a query
   * @returns the whole answer: one that is kept, or its JSON text
   * @throws whatever is wrong with it: see `errorCodes`
   */
  async answer(request: FastifyRequest, asked: GraphQLRequest, readOnly: boolean): Promise<string | ReadyAnswer> {
    const viewer = await this.viewerOf(request.raw);
    request.operationFacts = { name: asked.operationName, known: undefined, cost: undefined };
    const found = this.documents.get(asked);
    const operation = found ?? (await this.prepare(asked, readOnly));
    const facts = { name: operation.name, known: found !== undefined };
    request.operationFacts = { ...facts, cost: undefined };
    const answer = await this.run(operation, request, asked, viewer, readOnly);
    const cost = typeof answer === 'string' ? costIn(answer) : answer.operation.cost;
    request.operationFacts = { ...facts, cost };
    return answer;
  }

  private async run(
    known: KnownOperation,
    request: FastifyRequest,
    { variables }: GraphQLRequest,
    viewer: Viewer,
    readOnly: boolean,
  ): Promise<string | ReadyAnswer> {
    if ('query' in known) return this.read(known, variables, viewer);
    if (readOnly) throw refuse('METHOD_NOT_ALLOWED', 'A GET can only ask: send a mutation by POST.', { allow: 'POST' });
    try {
      return await known.mutation.run(variables, {
        viewer,
        idempotencyKey: idempotencyKeyOf(request),
        report: (error) => answerTo(error, request.id).errors[0]!,
      });
    } finally {
      await this.ready?.caughtUp(); // whoever has been told of a change must find it
    }
  }

  private async read(
    { query, name }: Extract<KnownOperation, { query: unknown }>,
    variables: GraphQLRequest['variables'],
    viewer: Viewer,
  ): Promise<string | ReadyAnswer> {
    const asked = query.ask(variables, viewer);
    if (!this.ready || asked.key === null) return (await asked.answer()).text;
    return this.ready.answer(asked.key, name, () => asked.answer());
  }

  private async prepare(asked: GraphQLRequest, readOnly: boolean): Promise<KnownOperation> {
    guardDocument(asked.query);
    const prepared = await this.preparer.prepare(asked, readOnly);
    this.documents.set(asked, prepared);
    return prepared;
  }
}

/** How long an Idempotency-Key may be, in UTF-16 code units. */
const MAX_KEY = 200;

/** The header by which a client names a request, so that it may send it again. */
function idempotencyKeyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && key !== '' && key.length <= MAX_KEY) return key;
  throw refuse('BAD_REQUEST', `The header Idempotency-Key must have 1 to ${MAX_KEY} characters, once.`);
}
