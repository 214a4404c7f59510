import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import type { BoundedPool } from '../data/boundedPool';
import type { ReadRoutes } from '../data/replicas/readRoutes';
import { queryDocument } from './document';
import { modelGaps } from './checkModel';
import type { Model } from './model';
import type { Plan } from './plan';
import { planCache } from './planCache';
import { RequestErrors } from '../errors/requestError';
import { freshnessFor, type Viewer } from '../auth/audience';
import type { ExecutionContext } from './executionContext';
import type { Statement } from './sql';
import { runnersOnPools, type StatementRunner } from './statements';
import { type Tag, type DependencyTracker, extractTags, type TrackedText } from './dependencyTracker';
import { coercion } from './variables';

/** A query that is ready to run. */
export interface ReadOperation {
  /**
   * Answers the operation with one SQL statement, or none where it needs no data.
   * @param variables as the caller sent them
   * @returns the whole answer as JSON text
   * @throws RequestErrors before any SQL, for what the caller did wrong; the database's error otherwise
   */
  run(variables: Readonly<Record<string, unknown>> | undefined, viewer: Viewer): Promise<string>;
  /**
   * The same in two steps, for those who keep answers.
   * @param given values of the variables that callers can't set, coerced
   * @throws RequestErrors for what the caller did wrong
   */
  bind(
    variables: Readonly<Record<string, unknown>> | undefined,
    viewer: Viewer,
    given?: Readonly<Record<string, unknown>>,
  ): BoundOperation;
  /** The statement that `run` would send, for tests and for the curious; null where none is needed. */
  statement(variables: Readonly<Record<string, unknown>> | undefined, viewer: Viewer): Statement | null;
}

/** One run of a query that nothing is wrong with. */
export interface BoundOperation {
  /** Equal for runs that have the same answer at the same moment; null where the answer is for this run only. */
  readonly key: string | null;
  /** How many records the answer may hold, and what else it costs, in the same unit. */
  readonly cost: number;
  /**
   * @param signal gives up the wait for a connection
   * @throws RequestErrors before any SQL, for an argument that is wrong; AbortError; the database's error otherwise
   */
  answer(signal?: AbortSignal): Promise<TrackedAnswer>;
}

/** An answer, and what it depends on. */
export interface TrackedAnswer {
  /** The whole answer as JSON text. */
  readonly text: string;
  readonly tags: ReadonlySet<Tag>;
  /** See momentMark in dependencyTracker.ts; undefined where no statement was sent, or where nothing is told. */
  readonly moment: string | undefined;
}

/** Reads whatever leaves this house: queries, payloads of mutations, feeds. */
export interface Reader {
  /**
   * Makes a query of a validated document ready to run.
   * @param settable the variables that callers may set: all of them, unless it is said
   */
  prepare(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    settable?: readonly VariableDefinitionNode[],
  ): ReadOperation;
}

/** What a reader needs. */
export interface ReaderDependencies {
  readonly schema: GraphQLSchema;
  readonly model: Model;
  readonly reads: ReadRoutes;
  /** The highest cost that an operation may have. */
  readonly costLimit: number;
  /** Whether answers for readers tell what they depend on. */
  readonly tracked?: boolean;
}

/** Makes a reader; its plans are kept for as long as it lives. */
export function createReader({ schema, model, reads, costLimit, tracked = false }: ReaderDependencies): Reader {
  const gaps = modelGaps(schema, model);
  if (gaps.length > 0) throw new Error(gaps.join(' '));
  const plansOf = planCache({ schema, model, costLimit, tracked });
  const runnerOn = runnersOnPools();
  let operations = 0;

  return {
    prepare(document, operation, settable = operation.variableDefinitions ?? []) {
      const key = operations++;
      const planFor = plansOf(key, queryDocument(document, operation));
      const coerce = coercion(schema, settable);
      const begin = (
        variables: Readonly<Record<string, unknown>> | undefined,
        viewer: Viewer,
        given?: Readonly<Record<string, unknown>>,
      ): { execution: ExecutionContext; plan: Plan } => {
        const execution: ExecutionContext = { variables: Object.assign(coerce(variables), given), viewer };
        const plan = planFor(execution);
        checkCost(plan.cost, costLimit);
        return { execution, plan };
      };
      const bind: ReadOperation['bind'] = (variables, viewer, given) => {
        const { execution, plan } = asRequestErrors(() => {
          const begun = begin(variables, viewer, given);
          for (const param of begun.plan.checks) param.read(begun.execution);
          return begun;
        });
        const answer = (signal?: AbortSignal): Promise<TrackedAnswer> =>
          reads.read(freshnessFor(viewer), (pool: BoundedPool) => answerOf(plan, execution, runnerOn(pool), signal));
        return { key: keyOf(key, plan, execution), cost: plan.cost, answer };
      };
      return {
        bind,
        run: async (variables, viewer) => (await bind(variables, viewer).answer()).text,
        statement: (variables, viewer) => asRequestErrors(() => begin(variables, viewer).plan.statement),
      };
    },
  };
}

/** Equal for runs with the same answer; null where answers must not be kept. */
function keyOf(operation: number, { tracker }: Plan, { variables }: ExecutionContext): string | null {
  return tracker && !tracker.uncacheable ? `${operation} ${JSON.stringify(variables)}` : null;
}

async function answerOf(
  plan: Plan,
  execution: ExecutionContext,
  runner: StatementRunner,
  signal?: AbortSignal,
): Promise<TrackedAnswer> {
  const text = plan.statement ? await readText(plan.statement, execution, runner, signal) : plan.constant(execution);
  return plan.tracker ? told(text, plan.tracker, execution) : { text, tags: none, moment: undefined };
}

async function readText(
  { text, params }: Statement,
  execution: ExecutionContext,
  runner: StatementRunner,
  signal?: AbortSignal,
): Promise<string> {
  const fetching: ExecutionContext = { variables: execution.variables, viewer: execution.viewer, fetch: runner.fetch };
  const values = asRequestErrors(() => params.map((param) => param.read(fetching)));
  const isThere = !values.some((value) => value instanceof Promise); // nearly always
  return runner.run(text, isThere ? values : await Promise.all(values), signal);
}

const none: ReadonlySet<Tag> = new Set();

/** What an answer depends on: what its statement left in it, what its arguments mean, and what its plan knows. */
function told(answer: string, tracker: DependencyTracker, execution: ExecutionContext): TrackedText {
  const { text, tags, moment } = extractTags(answer);
  const given = tracker.argumentTags.flatMap((tagsOf) => tagsOf(execution));
  return { text, tags: new Set([...tags, ...given, ...tracker.tags]), moment };
}

/** @throws GraphQLError COST_LIMIT_EXCEEDED */
export function checkCost(cost: number, costLimit: number): void {
  if (cost > costLimit) throw tooExpensive(cost, costLimit);
}

function tooExpensive(cost: number, limit: number): GraphQLError {
  const message = `The operation costs ${cost}, more than ${limit}: ask for fewer rows (first, last) or fewer nested lists.`;
  return new GraphQLError(message, { extensions: { code: 'COST_LIMIT_EXCEEDED', cost: { requested: cost, limit } } });
}

/** Does work that may refuse, and makes one kind of throw of all refusals: RequestErrors. */
export function asRequestErrors<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof GraphQLError ? new RequestErrors([error]) : error;
  }
}
