import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../src/packageRoot';
import { openTestDatabase, type TestDatabase } from '../harness/database';

/** The migration that would bring a database to prisma/functions. */
function migrationFor({ url }: TestDatabase): string {
  return execFileSync(process.execPath, [path.join(packageRoot, 'scripts/functions-sql.mjs')], {
    env: { ...process.env, DATABASE_URL: url },
    encoding: 'utf8',
  });
}

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

test('prisma/functions holds every function and trigger of a migrated database, as it is there', () => {
  expect(migrationFor(database)).toBe('');
});

const extra = `CREATE FUNCTION extra() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
  CREATE TRIGGER extra BEFORE INSERT ON image FOR EACH ROW EXECUTE FUNCTION extra()`;

test.each([
  [
    'another text',
    `CREATE OR REPLACE FUNCTION list_tag(kind text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT kind $$`,
    [
      /^-- The tag of a kind's lists\.\nCREATE OR REPLACE FUNCTION list_tag\(kind text\)[^$]*\$\$[^$]*people[^$]*\$\$;\n$/,
    ],
  ],
  ['another volatility', 'ALTER FUNCTION survivor(uuid) VOLATILE', [/CREATE OR REPLACE FUNCTION survivor\(/]],
  ['a function less', 'DROP FUNCTION coming_changes()', [/CREATE OR REPLACE FUNCTION coming_changes\(/]],
  ['a trigger less', 'DROP TRIGGER quote_verbatim ON quote', [/CREATE CONSTRAINT TRIGGER quote_verbatim /]],
  ['a trigger of one table less', 'DROP TRIGGER tell_delete ON role', [/^[^]*CREATE OR REPLACE TRIGGER tell_delete /]],
  ['a function and a trigger more', extra, [/^DROP TRIGGER extra ON image;$/m, /^DROP FUNCTION extra\(\);$/m]],
])('a database with %s is seen, and the script prints what brings it back', async (_, change, printed) => {
  await database.pool.query(change);
  const migration = migrationFor(database);
  for (const each of printed) expect(migration).toMatch(each);
  await database.pool.query(migration);
  expect(migrationFor(database)).toBe('');
});

test('docs/database-functions.md says of each function what it is for, and what runs it', async () => {
  const page = readFileSync(path.join(packageRoot, 'docs/database-functions.md'), 'utf8');
  const { rows } = await database.pool.query<{ name: string; triggers: string[] }>(
    `SELECT proname AS name, array_agg(DISTINCT tgname::text) FILTER (WHERE tgname IS NOT NULL) AS triggers
     FROM pg_proc p LEFT JOIN pg_trigger t ON t.tgfoid = p.oid
     WHERE pronamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'e')
     GROUP BY proname`,
  );
  const entries = page.split(/^- /m).slice(1);
  const eachTable = entries.find((entry) => entry.includes('<table>'))!;
  for (const { name, triggers } of rows) {
    const entry = entries.find((entry) => entry.startsWith(`\`${name}\`: `)) ?? eachTable;
    for (const trigger of triggers ?? []) expect(entry).toContain(`\`${trigger}\` on `);
    if (entry === eachTable) expect(name).toMatch(/^tell_[a-z_]+$/);
  }
  expect(rows.length).toBeGreaterThan(40);
});
