import { enumeration, text } from '../reading/fields';
import type { TypeReading } from '../reading/model';
import { nodeOf } from '../reading/roots';
import { sql } from '../reading/sql';

/** How user errors are read, from the rows that payload.ts makes of them. */
export const userError: TypeReading = {
  fields: {
    code: enumeration('code'),
    message: text('message'),
    path: ({ row }) => ({ json: sql`${row.col('path')}::text`, cost: 0 }),
    record: nodeOf('record_kind', 'record_id'),
  },
};
