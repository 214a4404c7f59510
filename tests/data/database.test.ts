import { openTestDatabase, type TestDatabase } from '../harness/database';

describe('a test database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase({ config: { statementTimeoutMs: 10_000 } });
  });
  afterAll(() => database.close());

  test('is migrated, and reached by the pool and by Prisma alike', async () => {
    expect(await database.isReady()).toBe(true);
    expect(await database.prisma.article.count()).toBe(0);
    const { rows } = await database.pool.query(
      'SELECT current_database() AS name, count(*)::int AS articles FROM article',
    );
    expect(rows).toEqual([{ name: database.connection.database, articles: 0 }]);
  });

  test('runs with the session settings that reading counts on', async () => {
    const { rows } = await database.pool.query(
      `SELECT current_setting('jit') AS jit, current_setting('TimeZone') AS zone, current_setting('statement_timeout') AS timeout,
              current_setting('pg_trgm.word_similarity_threshold') AS threshold, current_setting('application_name') AS name`,
    );
    expect(rows).toEqual([{ jit: 'off', zone: 'UTC', timeout: '10s', threshold: '0.5', name: 'verbatim' }]);
  });
});
