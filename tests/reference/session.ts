import {
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Pool } from 'pg';
import type { BoundedPool } from '../../src/data/boundedPool';
import { loadSchema as loadContract } from '../../src/contract/schema';
import { primaryOnly } from '../../src/data/replicas/readRoutes';
import type { Viewer } from '../../src/auth/audience';
import { createReader } from '../../src/reading/reader';
import { readModel } from '../../src/readModel';
import { Random } from '../world/random';
import type { Difference, Outcome } from './compare';
import { loadKnowledge, type Knowledge } from './context';
import { askReader, countStatements, Differential, type Disagreement } from './differential';
import { OperationMaker, untried, type Operation } from './operations/maker';
import { loadSchema } from './schema';

/** Whoever answers operations. */
export type Answerer = (operation: Operation) => Promise<Outcome>;

export interface Trial {
  readonly count: number;
  readonly seed: number;
  /** Stop after so many disagreements; each takes a while to be made small. */
  readonly most: number;
  /** Who is held against the reference: the compiled reader unless told otherwise. */
  readonly answerer?: Answerer;
  /** Disagreements to pass over, while looking for others. */
  readonly known?: (difference: Difference) => boolean;
}

export interface Tried {
  readonly tried: number;
  /** Refused by both. */
  readonly refused: number;
  /** Made, but refused by graphql-js: not counted as tried. */
  readonly invalid: number;
  readonly disagreements: readonly Disagreement[];
  /** What of the contract was never met: fields that gave nothing, arguments that were not given. */
  readonly missed: readonly string[];
}

export interface Session {
  readonly knowledge: Knowledge;
  /** Asks the compiled reader alone. */
  readonly ask: Answerer;
  /** Tries random operations; gives the first disagreements, each in its smallest form. */
  tryOperations(trial: Trial): Promise<Tried>;
  /** Random operations that graphql-js finds valid, as an anonymous reader asks them. */
  makeOperations(count: number, seed: number): Promise<readonly Operation[]>;
}

const editor: Viewer = { role: 'EDITOR', name: null };

/**
 * Puts the compiled reader on `pool`, of which no connection may be open yet, beside the reference on a pool of its `own`,
 * both on the same database, which must stay as it is.
 */
export async function openSession(own: Pool, pool: BoundedPool): Promise<Session> {
  const statements = countStatements(pool);
  const reader = createReader({
    schema: loadContract(),
    model: readModel,
    reads: primaryOnly(pool),
    costLimit: Number.MAX_SAFE_INTEGER,
    tracked: true,
  });
  const schema = loadSchema();
  const ask: Answerer = (operation) => askReader(reader, operation);
  const knowledge = await loadKnowledge(own, async (text, variables) => {
    const outcome = await ask({ text, variables, viewer: editor });
    if ('refused' in outcome) throw Object.assign(new Error(outcome.message), { refused: outcome.refused });
    return outcome.data as Record<string, unknown>;
  });
  return {
    knowledge,
    ask,
    async makeOperations(count, seed) {
      const differential = new Differential(schema, knowledge, ask, statements);
      const maker = new OperationMaker(schema, knowledge, new Random(seed));
      const made: Operation[] = [];
      while (made.length < count) {
        const operation = maker.make();
        const { role } = operation.viewer;
        if (role === 'READER' && operation.operationName === undefined && differential.isValid(operation))
          made.push(operation);
      }
      return made;
    },
    tryOperations: (trial) => {
      const differential = new Differential(schema, knowledge, trial.answerer ?? ask, statements);
      return tryWith(
        schema,
        differential,
        new OperationMaker(schema, knowledge, new Random(trial.seed), differential.met),
        trial,
      );
    },
  };
}

async function tryWith(
  schema: GraphQLSchema,
  differential: Differential,
  maker: OperationMaker,
  trial: Trial,
): Promise<Tried> {
  const disagreements: Disagreement[] = [];
  let [tried, invalid] = [0, 0];
  // eslint-disable-next-line no-restricted-syntax -- it ends with the count
  while (tried < trial.count && disagreements.length < trial.most) {
    const operation = maker.make();
    if (!differential.isValid(operation)) {
      invalid++;
      continue;
    }
    tried++;
    const difference = await differential.compare(operation);
    if (!difference || trial.known?.(difference)) continue;
    disagreements.push((await differential.smallest(operation)) ?? { ...difference, operation });
  }
  const missed = coordinates(schema).filter((coordinate) => !differential.met.has(coordinate));
  return { tried, refused: differential.refused, invalid, disagreements, missed };
}

/** The types that a query can reach without the fields that are not tried. */
function reachable(schema: GraphQLSchema): ReadonlySet<GraphQLNamedType> {
  const found = new Set<GraphQLNamedType>([schema.getQueryType()!]);
  for (const type of found) {
    if (isAbstractType(type)) for (const one of schema.getPossibleTypes(type)) found.add(one);
    if (!isObjectType(type)) continue;
    for (const field of triedFields(type)) {
      found.add(getNamedType(field.type));
      for (const arg of field.args) found.add(getNamedType(arg.type));
    }
  }
  return found;
}

function triedFields(type: GraphQLObjectType): GraphQLField<unknown, unknown>[] {
  return Object.values(type.getFields()).filter(({ name }) => !untried.includes(name));
}

/** Every field, argument and part of a filter that queries have. */
function coordinates(schema: GraphQLSchema): string[] {
  return [...reachable(schema)].flatMap((type) => {
    if (isInputObjectType(type)) return Object.keys(type.getFields()).map((name) => `${type.name}.${name}`);
    if (!isObjectType(type)) return [];
    return triedFields(type).flatMap((field) => [
      `${type.name}.${field.name}`,
      ...field.args.map((arg) => `${type.name}.${field.name}(${arg.name}:)`),
    ]);
  });
}

/** A disagreement as a person reads it. */
export function tell({ operation, path, expected, got }: Disagreement): string {
  return [
    operation.text,
    `variables: ${JSON.stringify(operation.variables)}`,
    `viewer: ${JSON.stringify(operation.viewer)}`,
    `at ${path || 'the whole answer'}`,
    `expected ${expected}`,
    `got      ${got}`,
  ].join('\n');
}
