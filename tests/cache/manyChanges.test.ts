import type { Client } from 'pg';
import { openTestDatabase, type TestDatabase } from '../harness/database';

// Messages of the database end at 8,000 bytes: what a statement with many rows tells.

let database: TestDatabase;
let listener: Client;
let heard: string[];
beforeAll(async () => {
  database = await openTestDatabase();
  listener = database.newClient();
  await listener.connect();
  listener.on('notification', ({ payload }) => heard.push(payload ?? ''));
  await listener.query('LISTEN verbatim_changes');
});
afterAll(async () => {
  await listener.end();
  await database.close();
});

/** Writes so many articles in one statement. @returns their tags */
async function writeArticles(many: number, embargo: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ id: string }>(
    `WITH written AS (
       INSERT INTO article (slug, uri, status, published_at, embargoed_until)
       SELECT s, 'urn:' || s, 'PUBLISHED', now(), ${embargo} FROM (SELECT gen_random_uuid()::text AS s FROM generate_series(1, ${many})) slugs
       RETURNING id
     ), worded AS (INSERT INTO article_version (article_id, number, headline, body) SELECT id, 1, 'Headline', 'Body.' FROM written)
     SELECT id FROM written`,
  );
  return rows.map(({ id }) => `article_${id}`);
}

const embargoes = {
  none: 'NULL',
  all: `now() + interval '1 day'`,
  some: `CASE WHEN right(s, 1) < '8' THEN now() + interval '1 day' END`,
};

test.each([
  [1, 'none', false],
  [100, 'all', false],
  [900, 'all', false],
  [1100, 'all', true],
  [600, 'some', false],
  [1400, 'some', true],
  [1900, 'some', true],
  [1900, 'none', false],
  [2100, 'none', true],
] as const)('%i articles, %s under embargo, are written and told of', async (many, which, everything) => {
  heard = [];
  const tags = await writeArticles(many, embargoes[which]);
  await listener.query('SELECT'); // what was told before comes before the answer
  const told = new Set(heard.flatMap((message) => message.split(' ')));
  if (!told.has('*')) expect(tags.filter((tag) => !told.has(tag))).toEqual([]);
  expect(told.has('*')).toBe(everything);
});
