import { Client } from 'pg';
import { sessionOf } from '../../src/data/connection';
import { knownMigrations, migrate, migrationOf } from '../../src/data/migrations';
import { makeKey } from '../harness/keys';
import { recordLog } from '../harness/logLines';
import { startTestServer, type TestServer } from '../harness/server';
import { until } from '../harness/until';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ seeded: true, config: { responseCacheBytes: 0 } }); // a kept answer would not meet the lock;
});
afterAll(() => server.close());

const read = () => server.post('{ articles(first: 1) { edges { node { headline quotes { totalCount } } } } }');

test('a newer version migrates while this one serves: nobody stands behind its wait for a lock, and reading and writing go on after it', async () => {
  const { connection, config, database } = { ...server.database, database: server.database };
  const editor = await makeKey(database, 'EDITOR');
  expect((await read()).status).toBe(200);
  const longReader = new Client(connection);
  await longReader.connect();
  await longReader.query('BEGIN; SELECT FROM article');

  const { log, lines } = recordLog();
  const next = migrationOf(
    '29990101000000_next',
    `ALTER TABLE article ADD COLUMN desk text NOT NULL DEFAULT 'news';
      ALTER TABLE quote ADD COLUMN tone text;
      CREATE TABLE desk (name text PRIMARY KEY);
      CREATE INDEX article_desk ON article (desk);`,
  );
  const migrated = migrate(sessionOf(connection, config), log, [...knownMigrations(), next]);
  const waiting =
    "SELECT FROM pg_locks WHERE NOT granted AND mode = 'AccessExclusiveLock' AND relation = 'article'::regclass";
  await until('the migration waits', async () => (await longReader.query(waiting)).rowCount);
  expect((await read()).status).toBe(200); // it stood behind the migration until that gave up its wait
  await longReader.query('COMMIT');
  await longReader.end();
  await migrated;
  expect(lines.map(({ msg }) => msg)).toContain(
    'a migration waits for a table that others are using, and is tried again',
  );
  expect(lines.at(-1)).toMatchObject({ msg: 'migrations applied', migrations: [next.name] });

  expect((await read()).status).toBe(200);
  const { body } = await server.post(
    'mutation { draftArticle(input: { headline: "H", body: "B" }) { article { slug } userErrors { message } } }',
    {},
    editor.headers,
  );
  expect(body).toMatchObject({ data: { draftArticle: { userErrors: [] } } });
});
