import { publishDue } from '../../src/articles/publishDue';
import { openTestDatabase, type TestDatabase } from '../harness/database';
import { endPrograms, startProgram } from '../harness/program';
import { until } from '../harness/until';

jest.setTimeout(60_000);

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(async () => {
  await endPrograms();
  await database.close();
});

/** Articles that are due so many milliseconds from now, by the database's clock. @returns their uuids */
async function schedule(count: number, inMs: number): Promise<string[]> {
  const { rows } = await database.pool.query<{ id: string }>(
    `with made as (insert into article (slug, status, scheduled_for)
        select 'scheduled-' || n || '-' || gen_random_uuid(), 'SCHEDULED', now() + $2 * interval '1 millisecond'
        from generate_series(1, $1::integer) n returning id),
      words as (insert into article_version (article_id, number, headline, body) select id, 1, 'Headline', 'Body.' from made)
    select id from made`,
    [count, inMs],
  );
  return rows.map(({ id }) => id);
}

async function statuses(): Promise<Record<string, number>> {
  const { rows } = await database.pool.query<{ status: string; count: number }>(
    'select status::text, count(*)::integer from article group by 1',
  );
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

/** How often each article was published, by the audit trail. */
async function timesPublished(): Promise<number[]> {
  const { rows } = await database.pool.query<{ count: number }>(
    `select count(*)::integer from audit_entry where actor = 'scheduler' and action = 'publishArticle' group by record_id`,
  );
  return rows.map(({ count }) => count);
}

async function untilPublished(count: number): Promise<void> {
  await until(`${count} are published`, async () => (await statuses()).PUBLISHED === count);
}

test('many looks at once publish each due article once, at its time, and leave the others', async () => {
  await schedule(120, -5000);
  await schedule(3, 3_600_000);
  await Promise.all(Array.from({ length: 8 }, () => publishDue(database.pool)));
  await publishDue(database.pool);
  expect(await statuses()).toEqual({ PUBLISHED: 120, SCHEDULED: 3 });
  expect(await timesPublished()).toEqual(Array.from({ length: 120 }, () => 1));
  const { rows } = await database.pool.query(
    `select count(*)::integer as wrong from article where status = 'PUBLISHED'
      and (published_at is null or published_at > now() - interval '4 seconds' or scheduled_for is not null)`,
  );
  expect(rows).toEqual([{ wrong: 0 }]);
});

test('it tells when the next one is due, and that none is', async () => {
  expect(await publishDue(database.pool)).toBeNull();
  await schedule(1, 3_600_000);
  const ms = (await publishDue(database.pool))!;
  expect(ms > 0 && ms <= 3_600_000).toBe(true);
});

test('what a node had in hand when it died is published by another one, once', async () => {
  const [id] = await schedule(1, -1);
  // A node that has begun, and is killed before it is done.
  const client = await database.pool.connect();
  await client.query('begin');
  await client.query(`update article set status = 'PUBLISHED', scheduled_for = null where id = $1`, [id]);
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  await publishDue(database.pool); // neither waits for it nor publishes a second time
  expect(await statuses()).toEqual({ SCHEDULED: 1 });

  client.on('error', () => {});
  await database.pool.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
  client.release(true);
  await until('it is published by another node', async () => {
    await publishDue(database.pool);
    return (await statuses()).PUBLISHED === 1;
  });
  expect(await timesPublished()).toEqual([1]);
});

test('of two nodes one is killed; the other publishes what becomes due, once', async () => {
  const nodes = [1, 2].map(() => startProgram({ DATABASE_URL: database.url }));
  await Promise.all(nodes.map((node) => node.url()));
  const others = (await statuses()).PUBLISHED ?? 0; // the sample article
  await schedule(20, 0);
  await untilPublished(others + 20);
  await schedule(20, 500);
  nodes[0]!.process.kill('SIGKILL');
  await nodes[0]!.ended;
  await untilPublished(others + 40);
  nodes[1]!.process.kill('SIGTERM');
  expect(await nodes[1]!.ended).toBe(0);
  expect(await timesPublished()).toEqual(Array.from({ length: 40 }, () => 1));
});
