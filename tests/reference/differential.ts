import {
  GraphQLError,
  Kind,
  parse,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Pool, PoolClient } from 'pg';
import type { Reader } from '../../src/reading/reader';
import { Reference, type Answer } from './answer';
import { differ, type Difference, type Outcome, type Refusal } from './compare';
import type { Knowledge } from './context';
import type { Operation } from './operations/maker';
import { Refused } from './checks';
import { shrink } from './shrink';

export interface Disagreement extends Difference {
  readonly operation: Operation;
}

/** What a server sends by itself, whatever it is asked: the look for scheduled articles. */
const ownClock = /\/\* (?:publish|next) due \*\//;

/** Counts the statements that go to the database through a pool on behalf of those who ask. Must be there before the pool's first connection. */
export function countStatements(pool: Pool): () => number {
  let count = 0;
  pool.on('connect', (client: PoolClient) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, {
      query: (...args: unknown[]) => {
        const [statement] = args as [string | { readonly text: string }];
        if (!ownClock.test(typeof statement === 'string' ? statement : statement.text)) count++;
        return query(...args);
      },
    });
  });
  return () => count;
}

function operationOf(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operations = document.definitions.filter(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  const operation = operations.find((node) => name === undefined || node.name?.value === name);
  if (!operation) throw new Error('No such operation.');
  return operation;
}

/** The outcome of a refusal; anything that is not one is thrown on. */
function refusal(error: unknown): Refusal {
  if (error instanceof Refused) return { refused: error.code, message: error.message };
  const errors = (error as { errors?: readonly unknown[] }).errors ?? [error];
  const first = errors[0];
  if (first instanceof GraphQLError)
    return { refused: String(first.extensions.code ?? 'BAD_USER_INPUT'), message: first.message };
  const told = error as { refused?: string; message: string };
  if (told.refused) return { refused: told.refused, message: told.message };
  throw error;
}

/** Asks the compiled reader. */
export async function askReader(reader: Reader, operation: Operation): Promise<Outcome> {
  const document = parse(operation.text);
  try {
    const prepared = reader.prepare(document, operationOf(document, operation.operationName));
    const text = await prepared.run(operation.variables, operation.viewer);
    return { data: (JSON.parse(text) as { data: unknown }).data, text };
  } catch (error) {
    return refusal(error);
  }
}

/** Refusals of a server that are not about what is asked, but about how much of it. */
const limits: readonly string[] = ['LIMIT_EXCEEDED', 'COST_LIMIT_EXCEEDED'];

/** Holds the compiled reader against the reference. */
export class Differential {
  private readonly reference: Reference;
  /** How many operations both refused. */
  refused = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly knowledge: Knowledge,
    private readonly ask: (operation: Operation) => Promise<Outcome>,
    private readonly statements: () => number,
  ) {
    this.reference = new Reference(schema, knowledge);
  }

  /** What was tried and gave something: see `Reference`. */
  get met(): ReadonlySet<string> {
    return this.reference.met;
  }

  isValid(operation: Operation): boolean {
    try {
      return validate(this.schema, parse(operation.text)).length === 0;
    } catch (error) {
      if (error instanceof GraphQLError) return false;
      throw error;
    }
  }

  /** Asks both; null when they agree. */
  async compare(operation: Operation): Promise<Difference | null> {
    const expected = await this.expect(operation);
    const before = this.statements();
    let got: Outcome;
    try {
      got = await this.ask(operation);
    } catch (error) {
      return {
        path: '',
        expected: 'refused' in expected ? `refused: ${expected.message}` : 'an answer',
        got: `failed: ${describe(error)}`,
      };
    }
    const statements = this.statements() - before;
    if (
      'refused' in got &&
      (limits.includes(got.refused) || ('mayRefuse' in expected && got.refused === expected.mayRefuse))
    )
      return null;
    const difference = differ(expected, got, this.knowledge.book);
    if (difference) {
      const messages = [expected, got].map((outcome) => ('refused' in outcome ? ` (${outcome.message})` : ''));
      return { ...difference, expected: difference.expected + messages[0], got: difference.got + messages[1] };
    }
    if ('refused' in expected) this.refused++;
    const allowed = 'refused' in expected ? [0] : expected.statements;
    if (!allowed.includes(statements))
      return { path: '', expected: `${allowed.join(' or ')} statements`, got: `${statements} statements` };
    return null;
  }

  private async expect(operation: Operation): Promise<Refusal | Answer> {
    try {
      return await this.reference.answer(
        parse(operation.text),
        operation.operationName,
        operation.variables,
        operation.viewer,
      );
    } catch (error) {
      return refusal(error);
    }
  }

  /** The disagreement in its smallest form. */
  async smallest(operation: Operation): Promise<Disagreement | null> {
    const small = await shrink(this.schema, operation, async (smaller) => (await this.compare(smaller)) !== null);
    const difference = await this.compare(small);
    return difference && { ...difference, operation: small };
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join('\n') : String(error);
}
