import type { Pool } from 'pg';
import { tables } from '../../src/records/records';
import { exportedColumns, type Table } from '../../src/records/table';

/** The columns of a table that the rows it belongs to give. */
function givenColumns({ name }: Table): string[] {
  return tables.flatMap(({ parts = {} }) =>
    Object.values(parts).flatMap(({ table, from }) => (table.name === name ? Object.keys(from) : [])),
  );
}

function describedColumns(table: Table): Set<string> {
  const { texts = [], left = {} } = table;
  return new Set([...exportedColumns(table), ...givenColumns(table), ...texts, ...Object.keys(left)]);
}

async function storedColumns(pool: Pool): Promise<Map<string, Set<string>>> {
  const { rows } = await pool.query<{ name: string; columns: string[] }>(
    `SELECT table_name AS name, array_agg(column_name::text) AS columns FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' GROUP BY 1 ORDER BY 1`,
  );
  return new Map(rows.map(({ name, columns }) => [name, new Set(columns)]));
}

/** A sentence for each column that only the database has, or only src/records. */
export async function columnGaps(pool: Pool): Promise<string[]> {
  const stored = await storedColumns(pool);
  const described = new Map(tables.map((table) => [table.name, describedColumns(table)]));
  const names = [...new Set([...stored.keys(), ...described.keys()])].sort();
  return names.flatMap((name) => {
    const [there, said] = [stored.get(name) ?? new Set(), described.get(name) ?? new Set()];
    return [
      ...[...there].filter((one) => !said.has(one)).map((one) => `${name}.${one} is in no list of src/records.`),
      ...[...said].filter((one) => !there.has(one)).map((one) => `${name}.${one} is described, but not there.`),
    ];
  });
}

/** A sentence for each kind of change that is not sent to all nodes, of tables on which a cached answer may depend. */
export async function triggerGaps(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string; event: string }>(
    `SELECT relname AS name, event FROM pg_class c,
       (VALUES ('insert', 4), ('update', 16), ('delete', 8), ('truncate', 32)) AS events (event, bit)
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> '_prisma_migrations' AND NOT EXISTS (
       SELECT FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE tgrelid = c.oid AND tgenabled IN ('O', 'A')
         AND (tgtype & bit) > 0 AND proname IN ('tell_' || relname, 'tell_truncate'))
     ORDER BY 1, bit`,
  );
  const silent = new Set(tables.filter(({ isSilent }) => isSilent).map(({ name }) => name));
  return rows
    .filter(({ name }) => !silent.has(name))
    .map(({ name, event }) => `No node is told of ${event} on ${name}.`);
}
