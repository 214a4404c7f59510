import { enumeration, text } from '../reading/fields';
import type { FieldReading, Row, TypeReading } from '../reading/model';
import { list } from '../reading/relations';
import { nodeOf } from '../reading/roots';
import { sql, type Sql } from '../reading/sql';

/** How user errors are read, from the rows that userErrorsIn makes of them. */
export const userError: TypeReading = {
  fields: {
    code: enumeration('code'),
    message: text('message'),
    path: ({ row }) => ({ json: sql`${row.col('path')}::text`, cost: 0 }),
    record: nodeOf('record_kind', 'record_id'),
  },
};

/** User errors as a list, from the JSON that a row has of them. */
export function userErrorsIn(errors: (from: Row) => Sql): FieldReading {
  return list('UserError', (to, from) => ({
    from: sql`(select ord, code, message, path, record ->> 'kind' as record_kind, (record ->> 'id')::uuid as record_id
      from rows from (jsonb_to_recordset(${errors(from)}) as (code text, message text, path jsonb, record jsonb))
        with ordinality as e(code, message, path, record, ord))`,
    on: sql`true`,
    orderBy: to.col('ord'),
  }));
}
