import { Prisma } from '../generated/prisma/client';
import type { Row } from './table';

/** What becomes of a row whose key is there already: the statement fails, or leaves the row as it is. */
interface Clash {
  readonly leaveExisting: boolean;
}

/**
 * Inserts rows in one statement, as one JSON parameter: PostgreSQL reads each value as its column's type, and takes no more than
 * 65,535 parameters. A column that no row has keeps its default.
 * @param table a name from this program, never from an input; so are the columns
 * @returns how many rows were inserted
 */
export async function insertRows(
  tx: Prisma.TransactionClient,
  table: string,
  rows: readonly Row[],
  { leaveExisting }: Clash = { leaveExisting: false },
): Promise<number> {
  const filled = rows.flatMap((row) => Object.keys(row).filter((column) => row[column] !== undefined));
  if (filled.length === 0) return 0;
  const list = Prisma.raw(
    [...new Set(filled)]
      .sort()
      .map((column) => `"${column}"`)
      .join(', '),
  );
  return tx.$executeRaw`
    /* ${Prisma.raw(`insert ${table}`)} */ insert into ${Prisma.raw(table)} (${list})
    select ${list} from jsonb_populate_recordset(null::${Prisma.raw(table)}, ${JSON.stringify(rows)}::jsonb)
    ${leaveExisting ? Prisma.raw('on conflict do nothing') : Prisma.empty}`;
}
