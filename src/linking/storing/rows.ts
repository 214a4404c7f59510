import { Prisma } from '../../generated/prisma/client';
import type { Work } from '../../writing/command';

type Table =
  'quote' | 'quote_span' | 'mention' | 'mention_span' | 'image_person' | 'role' | 'person' | 'organization' | 'place';

/** Values by column; all rows of a call have the same columns. */
type Row = Readonly<Record<string, unknown>>;

/** Inserts rows in one statement: as one JSON parameter, since PostgreSQL takes no more than 65,535 of them. */
export async function insertRows(tx: Work['tx'], table: Table, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Prisma.raw(Object.keys(rows[0]!).join(', '));
  await tx.$executeRaw`
    /* insert found */ insert into ${Prisma.raw(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${Prisma.raw(table)}, ${JSON.stringify(rows)}::jsonb)`;
}

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
