import { type Answer, startTestServer, type TestServer } from '../harness/server';
import { meanwhile } from '../harness/until';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ seeded: true, config: { databasePoolSize: 2, databaseQueueSize: 50 } });
});
afterAll(() => server.close());

/** Operations of which no two have the same plan: the names of their fields differ. */
const operations = Array.from(
  { length: 1000 },
  (_, i) =>
    `{ articles(first: 2) { edges { node { a${i}: headline quotes(first: 1) { edges { node { text } } } } } } }`,
);
const codeOf = ({ status, body }: Answer) => `${status} ${body.errors?.[0]?.extensions.code ?? 'fine'}`;

test('a thousand different operations at once on a node that has just started: each is answered, or told to come again', async () => {
  const innocent = new Set<string>();
  const stampede = Promise.all(operations.map((operation) => server.post(operation)));
  const { given } = await meanwhile(stampede, async () =>
    innocent.add(codeOf(await server.post('{ articles { totalCount } }'))),
  );
  const codes = given.map(codeOf);
  const allowed = ['200 fine', '503 OVERLOADED'];
  expect([...new Set(codes), ...innocent].filter((code) => !allowed.includes(code))).toEqual([]);
  expect(codes.filter((code) => code === '200 fine').length).toBeGreaterThan(0);
  expect(innocent.has('200 fine')).toBe(true);

  for (let i = 0; i < operations.length; i += 100) {
    const answer = await server.post(operations[i]!);
    expect(answer.text).toContain(`"a${i}":`);
  }
  // What was prepared for them doesn't stay in the database for ever.
  const { rows } = await server.database.pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM pg_prepared_statements',
  );
  expect(rows[0]!.count).toBeLessThanOrEqual(300);
});
