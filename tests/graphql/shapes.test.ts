import { startTestServer, type TestServer } from '../harness/server';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ config: { responseCacheBytes: 0, databasePoolSize: 1 } });
});

afterAll(() => server.close());

async function prepared(): Promise<number> {
  const { rows } = await server.database.pool.query<{ count: number }>(
    'select count(*)::int as count from pg_prepared_statements',
  );
  return rows[0]!.count;
}

test('documents of ever new shapes leave a bounded number of prepared statements at the database', async () => {
  const counts: number[] = [];
  for (let from = 0; from < 320; from += 20) {
    const queries = Array.from({ length: 20 }, (_, i) => `{ a${from + i}: subjects(first: 0) { totalCount } }`);
    for (let twice = 0; twice < 2; twice++) {
      const answers = await Promise.all(queries.map((query) => server.post(query)));
      expect(answers.filter(({ body }) => body.errors)).toEqual([]);
    }
    counts.push(await prepared());
  }
  expect(Math.max(...counts)).toBeGreaterThan(200); // they are prepared, or there would be nothing to bound
  expect(Math.max(...counts)).toBeLessThanOrEqual(300);
  expect(counts.at(-1)).toBeLessThan(50);
});
