import { Prisma } from '../../generated/prisma/client';
import type { Row } from '../../records/table';
import type { Work } from '../../writing/command';

/** Updates the rows of these ids in one statement. */
export async function updateRows(tx: Work['tx'], table: 'quote' | 'mention', rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const set = Object.keys(rows[0]!)
    .filter((column) => column !== 'id')
    .map((column) => `${column} = f.${column}`);
  await tx.$executeRaw`
    /* update found */ update ${Prisma.raw(table)} t set ${Prisma.raw(set.join(', '))}
    from jsonb_populate_recordset(null::${Prisma.raw(table)}, ${JSON.stringify(rows)}::jsonb) f where f.id = t.id`;
}
