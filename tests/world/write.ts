import type { ClientBase } from 'pg';
import type { Row, Tables } from './columns';

/**
 * Writes the rows in one transaction, a statement a table, with all rules of the database in force.
 * @throws the database's error when a rule refuses a row.
 */
export async function writeTables(client: ClientBase, tables: Tables): Promise<void> {
  await client.query('BEGIN');
  try {
    for (const [table, rows] of tables) await insert(client, table, rows);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
  await client.query('ANALYZE');
}

async function insert(client: ClientBase, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first)
    .map((column) => `"${column}"`)
    .join(', ');
  await client.query(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}
