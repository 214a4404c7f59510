import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { type Connection, sessionOf } from '../../src/data/connection';
import { knownMigrations, migrate, migrationOf } from '../../src/data/migrations';
import type { Migration } from '../../src/data/migrator';
import { packageRoot } from '../../src/packageRoot';
import { recordLog } from '../harness/logLines';
import { openScratch, type Scratch } from '../harness/scratch';
import { testConfig } from '../harness/testServer';
import { until } from '../harness/until';

const known = knownMigrations();
const { log, lines } = recordLog();

let scratches: Scratch[] = [];
async function scratch(copyOf?: Scratch): Promise<Scratch> {
  const made = await openScratch(copyOf?.connection.database);
  scratches.push(made);
  return made;
}
afterEach(async () => {
  for (const each of scratches) await each.drop();
  scratches = [];
});

const apply = ({ connection }: { connection: Connection }, migrations: readonly Migration[]) =>
  migrate(sessionOf(connection, testConfig()), log, migrations);

async function query(at: Scratch, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new Client(at.connection);
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

/** All that the migrations make, a line each. */
async function schemaOf(at: Scratch): Promise<unknown[]> {
  const rows = await query(
    at,
    `SELECT line FROM (
       SELECT 'column ' || attrelid::regclass || '.' || attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull || ' ' ||
         coalesce(pg_get_expr(adbin, adrelid), '') AS line
         FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
         WHERE attnum > 0 AND NOT attisdropped AND attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
       UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
         FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 0
       UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
       UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'
         AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
       UNION ALL SELECT pg_get_triggerdef(oid) || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
       UNION ALL SELECT 'label ' || enumtypid::regtype || ' ' || enumsortorder || ' ' || enumlabel FROM pg_enum
     ) lines ORDER BY line`,
  );
  return rows.map(({ line }) => line);
}

const notesOf = (at: Scratch) =>
  query(
    at,
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL AND applied_steps_count = 1 ORDER BY started_at, migration_name`,
  );

/** Prisma's engine notes the beginning of a migration, runs it, and notes its end: a kill leaves one of the first two. */
async function leaveUnfinished(at: Scratch, { name, checksum }: Migration): Promise<void> {
  await query(at, 'DELETE FROM _prisma_migrations WHERE migration_name = $1', [name]);
  await query(at, `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES (gen_random_uuid(), $1, $2)`, [
    checksum,
    name,
  ]);
}

test('each migration that was cut short is finished by the next start, whether its statements were kept or not', async () => {
  const base = await scratch();
  await apply(base, known.slice(0, 1));
  for (const [index, migration] of known.entries()) {
    const upTo = known.slice(0, index + 1);
    const before = index > 0 ? await scratch(base) : null;
    await apply(base, upTo);
    const wanted = await schemaOf(base);
    const after = await scratch(base);
    for (const at of [before, after]) {
      if (!at) continue;
      await leaveUnfinished(at, migration);
      await apply(at, upTo);
      expect({ at: migration.name, schema: await schemaOf(at) }).toEqual({ at: migration.name, schema: wanted });
      expect(await notesOf(at)).toEqual(upTo.map(({ name, checksum }) => ({ name, checksum })));
      await at.drop();
    }
  }
}, 120_000);

test('a migration and its note are one transaction: of one that fails nothing is kept, and the next start applies it', async () => {
  const at = await scratch();
  const table = migrationOf('1_table', 'CREATE TABLE news (id int)');
  const wrong = migrationOf('2_wrong', `INSERT INTO news VALUES (1); INSERT INTO news VALUES (1 / (SELECT 0))`);
  await expect(apply(at, [table, wrong])).rejects.toThrow(
    'The database could not be migrated (division by zero). Nothing of that step is kept; put it right and start again.',
  );
  expect(
    await query(at, 'SELECT migration_name AS name, finished_at IS NULL AS unfinished FROM _prisma_migrations'),
  ).toEqual([{ name: '1_table', unfinished: false }]);
  expect(await query(at, 'SELECT FROM news')).toEqual([]);
  const right = migrationOf('2_wrong', 'INSERT INTO news VALUES (1)');
  await apply(at, [table, right]);
  await apply(at, [table, right]);
  expect(await query(at, 'SELECT FROM news')).toHaveLength(1);
});

test('one that failed by itself before, as its note tells, is not taken for done', async () => {
  const at = await scratch();
  await apply(at, [migrationOf('1_table', 'CREATE TABLE news (id int)')]);
  const again = migrationOf('2_again', 'CREATE TABLE news (id int)');
  await leaveUnfinished(at, again);
  await query(at, `UPDATE _prisma_migrations SET logs = 'relation exists' WHERE migration_name = '2_again'`);
  await expect(apply(at, [migrationOf('1_table', 'CREATE TABLE news (id int)'), again])).rejects.toThrow(
    /already exists/,
  );
});

test.each([
  ['ends the transaction', 'CREATE TABLE desk (id int); COMMIT; CREATE TABLE tone (id int)', /ends the transaction/],
  ['begins another', 'COMMIT; BEGIN; CREATE TABLE desk (id int)', /ends the transaction/],
  ['can run in none', 'CREATE TABLE desk (); VACUUM desk', /VACUUM cannot run inside a transaction block/],
])('one that %s is refused and not noted', async (_, sql, expected) => {
  const at = await scratch();
  const first = migrationOf('1_table', 'CREATE TABLE news (id int)');
  await apply(at, [first]);
  await expect(apply(at, [first, migrationOf('2_odd', sql)])).rejects.toThrow(expected);
  expect((await notesOf(at)).map(({ name }) => name)).toEqual(['1_table']);
});

test('a process that is killed while it migrates holds nobody up, and the next one goes on', async () => {
  const at = await scratch();
  const first = migrationOf('1_long', 'CREATE TABLE news (id int)');
  const long = migrationOf('2_long', 'INSERT INTO news VALUES (1); SELECT pg_sleep(3600)');
  const call = `require('./dist/data/migrations').migrate(${JSON.stringify(at.connection)}, { info() {}, warn() {} }, ${JSON.stringify([first, long])})`;
  const child = spawn(process.execPath, ['-e', call], { cwd: packageRoot, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const sleeping = `SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()`;
  await until('it is in the middle', async () => (await query(at, sleeping)).length);
  child.kill('SIGKILL');
  await ended;
  await apply(at, [first, migrationOf('2_long', 'INSERT INTO news VALUES (2)')]);
  expect(await query(at, 'SELECT id FROM news')).toEqual([{ id: 2 }]);
});

describe("Prisma's own engine", () => {
  const byPrisma = (at: Scratch, folder = path.join(packageRoot, 'prisma/migrations')): unknown =>
    JSON.parse(
      execFileSync(process.execPath, [path.join(__dirname, '../harness/prismaEngine.mjs'), at.url, folder], {
        cwd: packageRoot,
        encoding: 'utf8',
      }),
    );

  test('finds nothing to do where Verbatim has migrated, and goes on from there', async () => {
    const at = await scratch();
    await apply(at, known);
    expect(byPrisma(at)).toEqual([]);

    const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-migrations-'));
    cpSync(path.join(packageRoot, 'prisma'), folder, { recursive: true });
    mkdirSync(path.join(folder, 'migrations/29990101000000_next'));
    writeFileSync(path.join(folder, 'migrations/29990101000000_next/migration.sql'), 'CREATE TABLE desk (id int)');
    expect(byPrisma(at, path.join(folder, 'migrations'))).toEqual(['29990101000000_next']);
    rmSync(folder, { recursive: true });
    expect(await query(at, 'SELECT FROM desk')).toEqual([]);
  });

  test('leaves a database that Verbatim goes on with', async () => {
    const at = await scratch();
    expect(byPrisma(at)).toEqual(known.map(({ name }) => name));
    const seen = lines.length;
    const next = migrationOf('29990101000000_next', 'CREATE TABLE desk (id int)');
    await apply(at, [...known, next]);
    expect(lines.slice(seen)).toMatchObject([{ msg: 'migrations applied', migrations: [next.name] }]);
  });
});
