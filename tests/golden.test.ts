import type { Viewer } from '../src/auth/audience';
import { golden, goldenOperations, orphans, readableAnswer, readableSql } from './goldenFiles';
import { startTestServer, type GraphQLAnswer, type TestServer } from './harness/server';

// tests/golden/ holds operations with their answers and statements side by side, so that a change of what is asked of the
// database is a diff that can be read. `UPDATE_GOLDEN=1 npx jest tests/golden` writes them anew: read that diff.

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({
    seeded: true,
    config: { responseCacheBytes: 0 }, // what is asked of the database, each time
    viewerOf: ({ headers }) => ({ role: headers['x-test-role'] as Viewer['role'], name: null }),
  });
});

afterAll(() => server.close());

describe.each(goldenOperations().map((operation) => [operation.name, operation] as const))('%s', (name, operation) => {
  let answer: GraphQLAnswer;
  let statements: readonly string[];

  beforeAll(async () => {
    statements = await server.statementsOf(async () => {
      const { query, variables, role } = operation;
      answer = (await server.post(query, variables, { 'x-test-role': role })).body;
    });
  });

  test('answers as it did', () => {
    const found = readableAnswer(answer);
    expect(found).toBe(golden(`${name}.json`, found));
  });

  test('sends the statement it did', () => {
    expect(statements).toHaveLength(1);
    const found = readableSql(statements[0]!);
    expect(found).toBe(golden(`${name}.sql`, found));
  });
});

test('every file belongs to an operation', () => {
  expect(orphans()).toEqual([]);
});
