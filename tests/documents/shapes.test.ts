import { startTestServer, type TestServer } from '../harness/server';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ config: { readyAnswersBytes: 0, databasePoolSize: 1 } });
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
  for (let i = 0; i < 320; i++) {
    const query = `{ a${i}: people(first: 0) { totalCount } }`;
    for (let twice = 0; twice < 2; twice++) expect((await server.post(query)).body.errors).toBeUndefined();
    if (i % 20 === 19) counts.push(await prepared());
  }
  expect(Math.max(...counts)).toBeGreaterThan(200); // they are prepared, or there would be nothing to bound
  expect(Math.max(...counts)).toBeLessThanOrEqual(300);
  expect(counts.at(-1)).toBeLessThan(50);
});
