import {
  type DocumentNode,
  type FieldNode,
  getArgumentValues,
  getNamedType,
  GraphQLError,
  type GraphQLField,
  type GraphQLFormattedError,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { BoundedPool } from '../data/boundedPool';
import type { PrismaClient } from '../generated/prisma/client';
import { type QueryDocument, queryDocument } from '../reading/document';
import { answerEnd, answerStart } from '../reading/envelope';
import type { Model } from '../reading/model';
import { checkCost, asRequestErrors } from '../reading/reader';
import { audienceOf, type Viewer } from '../auth/audience';
import type { ExecutionContext } from '../reading/executionContext';
import { collectFields, type SelectionContext } from '../reading/selection';
import type { Statement } from '../reading/sql';
import { StatementRunner } from '../reading/statements';
import { coercion, shaping } from '../reading/variables';
import { accessGaps, checkAccess } from '../auth/access';
import type { Command, Commands } from './command';
import { compilePayload, type Outcome } from './payload';
import { type Call, executeCommand, type Result } from './transaction';

/** What a request brings beside its operation. */
export interface WriteCall {
  readonly viewer: Viewer;
  /** The `Idempotency-Key` header: the key of every mutation of the request that has none of its own. */
  readonly idempotencyKey?: string;
  /** Aborts when the client hangs up; heeded until the first mutation begins. */
  readonly signal: AbortSignal;
  /** How a client is told of an error in one mutation of several. */
  readonly report: (error: unknown) => GraphQLFormattedError;
}

/** What a mutation operation is answered. */
export interface WriteAnswer {
  /** The whole answer as JSON text. */
  readonly text: string;
  readonly cost: number;
}

/** A mutation operation that is ready to run. */
export interface WriteOperation {
  /**
   * Carries out its mutations, one after the other, each in a transaction of its own.
   * @returns the whole answer as JSON text, and what it cost
   * @throws RequestErrors before anything is done; the database's error when the first mutation met one
   */
  run(variables: Readonly<Record<string, unknown>> | undefined, call: WriteCall): Promise<WriteAnswer>;
}

/** What a writer needs. */
export interface WriterDependencies {
  readonly schema: GraphQLSchema;
  readonly model: Model;
  readonly commands: Commands;
  readonly prisma: PrismaClient;
  /** The one that `prisma` works on. */
  readonly writePool: BoundedPool;
  readonly pool: BoundedPool;
  readonly costLimit: number;
}

/** One mutation of an operation, looked through before any of them is carried out. */
interface Step {
  readonly key: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly input: Readonly<Record<string, unknown>>;
  readonly statement: Statement;
}

/** Carries out mutations: role, command, and the payload by the same reader as everything else. */
export class Writer {
  private readonly runner: StatementRunner;
  private readonly mutationType: GraphQLObjectType;

  constructor(private readonly deps: WriterDependencies) {
    this.runner = new StatementRunner(deps.pool);
    this.mutationType = deps.schema.getMutationType()!;
    const missing = Object.keys(this.mutationType.getFields()).filter((name) => !(name in deps.commands));
    if (missing.length > 0) throw new Error(`No command for the mutations ${missing.join(', ')}.`);
    const gaps = accessGaps(deps.schema);
    if (gaps.length > 0) throw new Error(gaps.join(' '));
  }

  /** Makes a mutation of a validated document ready to run. */
  prepare(document: DocumentNode, operation: OperationDefinitionNode): WriteOperation {
    const { schema } = this.deps;
    const definitions = operation.variableDefinitions ?? [];
    const query = queryDocument(document, operation);
    const coerce = coercion(schema, definitions);
    const { shapeOf } = shaping(schema, definitions);
    return {
      run: async (given, call) => {
        const execution: ExecutionContext = { variables: coerce(given), viewer: call.viewer };
        const { steps, cost } = asRequestErrors(() => this.lookThrough(query, execution, shapeOf(execution.variables)));
        const errors: GraphQLFormattedError[] = [];
        const parts: string[] = [];
        for (const [i, step] of steps.entries()) {
          try {
            // A request that began is finished: a client that hangs up halfway must not find half of it.
            const signal = i === 0 ? call.signal : undefined;
            parts.push(`"${step.key}":${await this.executeStep(step, call, execution, signal)}`);
          } catch (error) {
            if (i === 0) throw error;
            errors.push({ ...call.report(error), path: [step.key] });
            parts.push(`"${step.key}":null`);
          }
        }
        const told = errors.length > 0 ? `,"errors":${JSON.stringify(errors)}` : '';
        return { text: `${answerStart}{${parts.join(',')}}${told}${answerEnd(cost, this.deps.costLimit)}`, cost };
      },
    };
  }

  private lookThrough(
    { operation, fragments }: QueryDocument,
    { variables, viewer }: ExecutionContext,
    shape: SelectionContext['variables'],
  ): { steps: readonly Step[]; cost: number } {
    const { schema, model, costLimit } = this.deps;
    const context: SelectionContext = { schema, fragments, variables: shape };
    let cost = 0;
    const steps = [...collectFields(context, this.mutationType, [operation.selectionSet])].map(([key, nodes]): Step => {
      const field = this.fieldOf(nodes[0]!);
      checkAccess(schema, field, viewer);
      const payload = getNamedType(field.type) as GraphQLObjectType;
      const compiled = compilePayload(context, model, audienceOf(viewer), payload, nodes);
      cost += 10 + compiled.cost;
      const { input } = getArgumentValues(field, nodes[0]!, variables) as { input: Step['input'] };
      return { key, field, input, statement: compiled.statement };
    });
    checkCost(cost, costLimit);
    return { steps, cost };
  }

  private fieldOf(node: FieldNode): GraphQLField<unknown, unknown> {
    const field = this.mutationType.getFields()[node.name.value];
    if (!field)
      throw new GraphQLError('A mutation asks for mutations only.', { extensions: { code: 'BAD_USER_INPUT' } });
    return field;
  }

  private async executeStep(
    { key, field, input, statement }: Step,
    call: WriteCall,
    execution: ExecutionContext,
    signal: AbortSignal | undefined,
  ): Promise<string> {
    const own = input.idempotencyKey as string | null | undefined;
    const { prisma, writePool } = this.deps;
    const work: Call = {
      action: field.name,
      command: (this.deps.commands as Readonly<Record<string, Command<never>>>)[field.name]!,
      input,
      viewer: call.viewer,
      // What writes nothing leaves no key behind either.
      key:
        input.dryRun === true
          ? null
          : (own ?? (call.idempotencyKey === undefined ? null : `${call.idempotencyKey} ${key}`)),
    };
    const result = await writePool.lend(signal, () => executeCommand(prisma, work));
    const outcome = outcomeOf(result);
    return this.runner.run(
      statement.text,
      statement.params.map((param) => param.read({ ...execution, outcome })),
    );
  }
}

function outcomeOf(result: Result): Outcome {
  if ('userErrors' in result) return { records: {}, userErrors: result.userErrors, shown: {} };
  return { records: result.records, userErrors: [], shown: { ...result.secrets, ...result.shown, ...result.kept } };
}
