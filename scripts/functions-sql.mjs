// Prints the SQL that brings the functions and triggers of a migrated database to what prisma/functions says: the start of a
// new migration, or nothing where they agree. tests/data/functions.test.ts holds the migrations against the files with it.
//   DATABASE_URL=postgresql://… node scripts/functions-sql.mjs
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { functionFiles } from './database-functions.mjs';

if (!process.env.DATABASE_URL) {
  console.error(
    'Set DATABASE_URL to a PostgreSQL database with all migrations; nothing is kept of what is tried there.',
  );
  process.exit(1);
}

/** Each function and trigger: how it is dropped, its text, and the command of this transaction that wrote it, or null. */
const catalogue = `
  WITH made AS (
    SELECT 'pg_proc'::regclass AS kind, oid, CASE WHEN xmin = pg_current_xact_id()::xid THEN cmin::text::bigint END AS command
    FROM pg_proc p WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    UNION ALL
    SELECT 'pg_trigger', oid, CASE WHEN xmin = pg_current_xact_id()::xid THEN cmin::text::bigint END
    FROM pg_trigger WHERE NOT tgisinternal)
  SELECT CASE kind WHEN 'pg_proc'::regclass THEN format('DROP FUNCTION %s;', oid::regprocedure)
      ELSE (SELECT format('DROP TRIGGER %I ON %s;', tgname, tgrelid::regclass) FROM pg_trigger t WHERE t.oid = made.oid) END AS drop,
    CASE kind WHEN 'pg_proc'::regclass THEN pg_get_functiondef(oid) ELSE pg_get_triggerdef(oid) END AS definition, command
  FROM made WHERE $1::bigint IS NULL OR command > $1
  ORDER BY 1 DESC`; // triggers before the functions that they run

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
await client.query('BEGIN; SET LOCAL search_path = public; SET LOCAL client_min_messages = error');
const everything = async () => (await client.query(catalogue, [null])).rows;
const before = new Map((await everything()).map(({ drop, definition }) => [drop, definition]));
const migration = [];
let last = -1;
for (const { name, statements } of functionFiles(path.dirname(path.dirname(fileURLToPath(import.meta.url))))) {
  for (const { sql, text } of statements) {
    try {
      await client.query(sql);
    } catch (error) {
      console.error(`prisma/functions/${name}: ${error.message}\n${sql}`);
      process.exit(1);
    }
    const { rows: written } = await client.query(catalogue, [last]);
    if (written.some(({ drop, definition }) => before.get(drop) !== definition)) migration.push(text);
    last = Math.max(last, ...written.map(({ command }) => Number(command)));
  }
}
migration.push(...(await everything()).filter(({ command }) => command === null).map(({ drop }) => drop));
await client.query('ROLLBACK');
await client.end();
if (migration.length > 0) console.log(migration.join('\n\n'));
