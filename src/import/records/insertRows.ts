import { Prisma } from '../../generated/prisma/client';

/** A value for each column, by the column's name. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * Inserts rows in one statement; PostgreSQL reads each value as its column's type. Columns that no row has keep their defaults.
 * @param table a name from this program, never from an input
 * @returns how many were not there
 */
export async function insertRows(
  tx: Prisma.TransactionClient,
  table: string,
  columns: readonly string[],
  rows: readonly Row[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const list = Prisma.raw(columns.map((column) => `"${column}"`).join(', '));
  return tx.$executeRaw`
    /* ${Prisma.raw(`insert ${table}`)} */ insert into ${Prisma.raw(table)} (${list})
    select ${list} from jsonb_populate_recordset(null::${Prisma.raw(table)}, ${JSON.stringify(rows)}::jsonb)
    on conflict do nothing`;
}

/** A record's values under the names of columns: "createdAt" as created_at, and some as `renamed` says. */
export function rowOf(record: object, renamed: Readonly<Record<string, string>> = {}): Row {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      renamed[key] ?? key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value as unknown,
    ]),
  );
}
