import { type DocumentNode, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { ReadRoutes } from '../data/replicas/readRoutes';
import { queryDocument } from './document';
import { modelGaps } from './checkModel';
import type { Model } from './model';
import { keepPlans, type PlanFor } from './plans';
import { RefusedOperation } from './refusal';
import { freshnessFor, type Viewer } from './run';
import type { Statement } from './sql';
import { runnersOnPools } from './statements';
import { coerceVariables } from './variables';

export type { Viewer } from './run';

/** A query that is ready to run. */
export interface ReadOperation {
  /**
   * Answers the operation with one SQL statement, or none where it needs no data.
   * @param variables as the caller sent them
   * @returns the whole answer as JSON text
   * @throws RefusedOperation before any SQL, for what the caller did wrong; the database's error otherwise
   */
  run(variables: Readonly<Record<string, unknown>> | undefined, viewer: Viewer): Promise<string>;
  /** The statement that `run` would send, for tests and for the curious; null where none is needed. */
  statement(variables: Readonly<Record<string, unknown>> | undefined, viewer: Viewer): Statement | null;
}

/** Reads whatever leaves this house: queries, payloads of mutations, feeds. */
export interface Reader {
  /** Makes a query of a validated document ready to run. */
  prepare(document: DocumentNode, operation: OperationDefinitionNode): ReadOperation;
}

/** What a reader needs. */
export interface ReaderDependencies {
  readonly schema: GraphQLSchema;
  readonly model: Model;
  readonly reads: ReadRoutes;
  /** The highest cost that an operation may have. */
  readonly costLimit: number;
}

/** Makes a reader; its plans are kept for as long as it lives. */
export function createReader({ schema, model, reads, costLimit }: ReaderDependencies): Reader {
  const gaps = modelGaps(schema, model);
  if (gaps.length > 0) throw new Error(gaps.join(' '));
  const keptPlan = keepPlans({ schema, model });
  const runnerOn = runnersOnPools();
  let operations = 0;

  const planFor: PlanFor = (key, query, run) => {
    const plan = keptPlan(key, query, run);
    checkCost(plan.cost, costLimit);
    return plan;
  };

  return {
    prepare(document, operation) {
      const query = queryDocument(document, operation);
      const key = operations++;
      return {
        run: (variables, viewer) =>
          reads.read(freshnessFor(viewer), async (pool) => {
            const runner = runnerOn(pool);
            const { run, plan, values } = refusing(() => {
              const run = { variables: coerceVariables(schema, operation, variables), viewer, fetch: runner.fetch };
              const plan = planFor(key, query, run);
              for (const param of plan.checks) param.read(run);
              return { run, plan, values: plan.statement?.params.map((param) => param.read(run)) };
            });
            const data = plan.statement
              ? await runner.run(plan.statement.text, await settled(values!))
              : plan.constant(run);
            return `{"data":${data},"extensions":{"cost":{"requested":${plan.cost},"limit":${costLimit}}}}`;
          }),
        statement(variables, viewer) {
          return refusing(
            () => planFor(key, query, { variables: coerceVariables(schema, operation, variables), viewer }).statement,
          );
        },
      };
    },
  };
}

/** The values of a statement. Nearly all are there at once: then nothing is waited for. */
function settled(values: readonly unknown[]): readonly unknown[] | Promise<readonly unknown[]> {
  return values.some((value) => value instanceof Promise) ? Promise.all(values) : values;
}

/** @throws GraphQLError COST_LIMIT_EXCEEDED */
export function checkCost(cost: number, costLimit: number): void {
  if (cost > costLimit) throw tooExpensive(cost, costLimit);
}

function tooExpensive(cost: number, limit: number): GraphQLError {
  const message = `The operation costs ${cost}, more than ${limit}: ask for fewer rows (first, last) or fewer nested lists.`;
  return new GraphQLError(message, { extensions: { code: 'COST_LIMIT_EXCEEDED', cost: { requested: cost, limit } } });
}

/** Does work that may refuse, and makes one kind of throw of all refusals: RefusedOperation. */
export function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof GraphQLError ? new RefusedOperation([error]) : error;
  }
}
