import { openTestDatabase, type TestDatabase } from '../harness/database';
import { endPrograms, startProgram } from '../harness/program';
import { runAlone } from '../harness/testServer';
import { until } from '../harness/until';

let database: TestDatabase;
afterEach(async () => {
  await endPrograms();
  await database.close();
});

test('two nodes that start at once on an empty database both serve; one migrates, one loads the sample article', async () => {
  database = await openTestDatabase();
  await database.pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  const nodes = [1, 2].map(() => startProgram({ DATABASE_URL: database.url }));
  for (const node of nodes) expect((await fetch(`${await node.url()}/health/ready`)).status).toBe(200);
  const told = (words: string): number => nodes.filter((node) => node.output().includes(words)).length;
  expect({ migrated: told('migrations applied'), loaded: told('the sample article is loaded') }).toEqual({
    migrated: 1,
    loaded: 1,
  });
  const { rows } = await database.pool.query('SELECT count(*)::int AS articles FROM article');
  expect(rows).toEqual([{ articles: 1 }]);
  for (const node of nodes) node.process.kill('SIGTERM');
  expect(await Promise.all(nodes.map((node) => node.ended))).toEqual([0, 0]);
});

test('a node is not ready while its database is away, goes on living, and is ready by itself when it is back', async () => {
  database = await openTestDatabase({ seeded: true });
  const node = startProgram({ DATABASE_URL: database.url, DATABASE_POOL_TIMEOUT_SECONDS: '1' });
  const url = await node.url();
  const status = async (path: string): Promise<number> => (await fetch(url + path)).status;
  expect(await status('/health/ready')).toBe(200);

  const name = database.connection.database;
  const outside = { ...database.connection, database: 'postgres' };
  await runAlone(outside, `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  await runAlone(outside, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
  await until('not ready', async () => (await status('/health/ready')) === 503, { seen: node.output });
  expect(await status('/health/live')).toBe(200);
  await runAlone(outside, `ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
  await until('ready again', async () => (await status('/health/ready')) === 200, { seen: node.output });
  node.process.kill('SIGTERM');
  expect(await node.ended).toBe(0);
});
