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
  if (rows.length === 0) return;
  // Of all rows: some have columns that the first one has not.
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].map((column) => `"${column}"`).join(', ');
  await client.query(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}
