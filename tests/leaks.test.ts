import { Pool } from 'pg';
import { BoundedPool } from '../src/data/boundedPool';
import { runAlone } from './harness/testServer';
import type { TestDatabase } from './harness/database';
import { recordLog } from './harness/logLines';
import { readerOn } from './leaks/ask';
import { canariesIn } from './leaks/canaries';
import { openWorlds, type Worlds } from './leaks/databases';
import { collectCursors } from './leaks/editor';
import { Pair, tell, type Tried } from './leaks/pair';
import { serve, type Served } from './leaks/served';
import { Shelf } from './leaks/shelf';
import { loadTables } from './reference/load';
import { printFigures } from './harness/figures';

const seed = Number(process.env.LEAK_SEED ?? 20261123);
const operations = Number(process.env.LEAK_OPERATIONS ?? 200);
/** Generous: a slow machine must not fail, only one that hangs. */
const patience = 120_000 + operations * 300;

const anyone = { role: 'READER', name: null } as const;
const shelf = new Shelf();
const { log, lines } = recordLog();
const served: Served[] = [];
let worlds: Worlds;
let bare: TestDatabase;

async function open(database: TestDatabase): Promise<Served> {
  const one = await serve(database, log);
  served.push(one);
  return one;
}

beforeAll(async () => {
  worlds = await openWorlds(seed);
  bare = await worlds.bare();
  const pool = new BoundedPool({
    ...worlds.whole.connection,
    options: '-c TimeZone=UTC',
    max: 1,
    maxWaiting: 10,
    maxWaitMs: 10_000,
  });
  await collectCursors(readerOn(pool, { role: 'EDITOR', name: null }), shelf);
  await pool.end();
}, patience);

afterAll(async () => {
  for (const one of served) await one.close();
  await worlds.close();
});

/** Prints what was tried; throws what was found. */
function judge(what: string, { tried, refused, slow, leaks }: Tried): void {
  printFigures(
    `leaks, ${what}, seed ${seed}: ${tried} operations tried (${refused} refused alike, ${slow} too slow), ${leaks.length} leaks\n`,
  );
  if (leaks.length > 0) throw new Error(`Readers can tell (seed ${seed}):\n\n${leaks.map(tell).join('\n\n')}`);
  expect(slow).toBeLessThan(tried / 100);
}

test('what is hidden has a mark in it, and stands nowhere where it was deleted', async () => {
  expect(canariesIn(JSON.stringify(worlds.tables)).length).toBeGreaterThan(300);
  const pool = new Pool({ ...bare.connection, options: '-c TimeZone=UTC', max: 1 });
  const { tables } = await loadTables(pool);
  await pool.end();
  expect(canariesIn(JSON.stringify(tables))).toEqual([]);
  expect(tables.article.length).toBeGreaterThan(10);
  expect(tables.quote.length).toBeGreaterThan(10);
  expect(tables.article.length).toBeLessThan(worlds.tables.article.length - 10);
});

test(
  'random operations are answered as if what is hidden were not there',
  async () => {
    const readers = new Pair(readerOn(worlds.whole.pool, anyone), readerOn(bare.pool, anyone), shelf);
    const count = Math.ceil(operations * 0.6);
    judge('compiled reader', await readers.tryOperations(worlds.tables, { count, seed }));
  },
  patience,
);

/** Begins an embargo on articles that readers saw, and ends it on such as they did not see, now. */
async function changeOfEmbargo(): Promise<string> {
  const { rows } = await worlds.whole.pool.query<{ now: string }>(`SELECT now() - interval '1 ms' AS now`);
  const now = new Date(rows[0]!.now).toISOString();
  return `
    WITH chosen AS (
      SELECT id, embargoed_until > now() AS ends, row_number() OVER (PARTITION BY embargoed_until > now() ORDER BY id) AS place
      FROM article WHERE status = 'PUBLISHED')
    UPDATE article a SET embargoed_until = CASE WHEN ends THEN '${now}' ELSE '2222-02-02T00:00:00Z'::timestamptz END
    FROM chosen c WHERE c.id = a.id AND place <= 5`;
}

test(
  'and so they are by the running server, whole answers with their headers, also after embargoes began and ended',
  async () => {
    const count = Math.ceil(operations * 0.2);
    const whole = await open(worlds.whole);
    const before = new Pair(whole.ask, (await open(bare)).ask, shelf);
    judge('running server', await before.tryOperations(worlds.tables, { count, seed: seed + 1 }));

    const change = await changeOfEmbargo();
    await runAlone(worlds.whole.connection, change);
    const after = new Pair(whole.ask, (await open(await worlds.bare(change))).ask, shelf);
    judge('other embargoes', await after.tryOperations(worlds.tables, { count, seed: seed + 1 }));
  },
  patience,
);

test('nothing hidden stands in the log', () => {
  expect(lines.length).toBeGreaterThan(0);
  expect(canariesIn(JSON.stringify(lines))).toEqual([]);
});
