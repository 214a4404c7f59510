import { purgeIdempotencyKeys } from '../../src/writing/purgeIdempotencyKeys';
import { openTestDatabase, type TestDatabase } from '../harness/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function keys(): Promise<string[]> {
  const { rows } = await database.pool.query<{ key: string }>('SELECT key FROM answered_call ORDER BY key');
  return rows.map(({ key }) => key);
}

test('answers older than thirty days are cleared, each once, by nodes that look at the same time; newer ones stay', async () => {
  const insert = `INSERT INTO answered_call (caller, key, action, input_hash, answer, at)
    SELECT 'desk', 'old ' || n, 'draftArticle', '\\x00'::bytea, '{}'::jsonb, now() - interval '30 days 1 second' FROM generate_series(1, 2500) n
    UNION ALL SELECT 'desk', 'new', 'draftArticle', '\\x00'::bytea, '{}'::jsonb, now() - interval '29 days 23 hours'`;
  await database.pool.query(insert);
  const forgotten = await Promise.all([purgeIdempotencyKeys(database.pool), purgeIdempotencyKeys(database.pool)]);
  // What one leaves to the other may be left to the next look, where both end at once.
  expect(forgotten[0] + forgotten[1] + (await purgeIdempotencyKeys(database.pool))).toBe(2500);
  expect(await keys()).toEqual(['new']);
});
