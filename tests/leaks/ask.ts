import { GraphQLError, Kind, parse, type OperationDefinitionNode } from 'graphql';
import type { Pool } from 'pg';
import type { BoundedPool } from '../../src/data/boundedPool';
import { loadSchema } from '../../src/contract/schema';
import { primaryOnly } from '../../src/data/replicas/readRoutes';
import type { Viewer } from '../../src/auth/audience';
import { createReader } from '../../src/reading/reader';
import { RequestErrors } from '../../src/errors/requestError';
import { readModel } from '../../src/readModel';
import { ownClock } from '../harness/server';
import type { Operation } from '../reference/operations/maker';

/** An answer, to the letter, and what was asked of the database for it. */
export interface Reply {
  readonly text: string;
  readonly statements: readonly string[];
  /** What became of it; `failed` is nobody's intention. */
  readonly kind: 'answered' | 'refused' | 'slow' | 'failed';
}

export type Ask = (operation: Operation) => Promise<Reply>;

/** Notes the statements of a pool that has no connection yet, with their values; gives those since the last call. */
export function noteStatements(pool: Pool): () => readonly string[] {
  let noted: string[] = [];
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      const [statement, values] = args as [string | { text: string; values?: unknown[] }, unknown];
      const [text, given] = typeof statement === 'string' ? [statement, values] : [statement.text, statement.values];
      if (!ownClock.test(text)) noted.push(`${text} ${JSON.stringify(given)}`);
      return query(...args);
    }) as typeof client.query;
  });
  return () => {
    const taken = noted;
    noted = [];
    return taken;
  };
}

const slow: readonly string[] = ['57014', '53300'];

function refusal(error: unknown): Pick<Reply, 'text' | 'kind'> {
  if (error instanceof RequestErrors || error instanceof GraphQLError)
    return { text: JSON.stringify('errors' in error ? error.errors : [error]), kind: 'refused' };
  const kind = slow.includes(String((error as { code?: unknown }).code)) ? 'slow' : 'failed';
  return { text: String(error), kind };
}

/** Asks the compiled reader on a pool that has no connection yet. */
export function readerOn(pool: BoundedPool, viewer: Viewer): Ask {
  const statements = noteStatements(pool);
  const reader = createReader({
    schema: loadSchema(),
    model: readModel,
    reads: primaryOnly(pool),
    costLimit: Number.MAX_SAFE_INTEGER,
  });
  return async ({ text, variables, operationName }) => {
    const document = parse(text);
    const operation = document.definitions.find(
      (node): node is OperationDefinitionNode =>
        node.kind === Kind.OPERATION_DEFINITION && (operationName === undefined || node.name?.value === operationName),
    )!;
    try {
      const answer = await reader.prepare(document, operation).run(variables, viewer);
      return { text: answer, kind: 'answered', statements: statements() };
    } catch (error) {
      return { ...refusal(error), statements: statements() };
    }
  };
}

/** Longer addresses are refused on their way. */
const longestAddress = 6000;
const ownToTheMoment = ['date'];

/** Asks a running server as somebody who shows no key: by GET where the operation fits into an address. */
export function serverAt(url: string, statements: () => readonly string[]): Ask {
  return async ({ text, variables, operationName }) => {
    const asked = { query: text, variables, operationName };
    const address = `/graphql?${new URLSearchParams({
      query: text,
      variables: JSON.stringify(variables),
      ...(operationName !== undefined && { operationName }),
    }).toString()}`;
    // Uncompressed: an answer is compressed once it is asked for again, and how soon that is done says nothing of what is in it.
    const headers = {
      'x-request-id': 'one',
      accept: 'application/graphql-response+json',
      'accept-encoding': 'identity',
    };
    const response =
      address.length < longestAddress && !text.startsWith('mutation')
        ? await fetch(url + address, { headers: { ...headers, 'apollo-require-preflight': '1' } })
        : await fetch(`${url}/graphql`, {
            method: 'POST',
            headers: { ...headers, 'content-type': 'application/json' },
            body: JSON.stringify(asked),
          });
    const body = await response.text();
    const told = [...response.headers].filter(([name]) => !ownToTheMoment.includes(name));
    const kind = [503, 504].includes(response.status)
      ? 'slow'
      : response.status >= 500
        ? 'failed'
        : response.ok
          ? 'answered'
          : 'refused';
    return { text: `${response.status}\n${JSON.stringify(told)}\n${body}`, kind, statements: statements() };
  };
}
