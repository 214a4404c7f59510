import { getNamedType } from 'graphql';
import { enumeration, plain, text } from '../reading/fields';
import type { FieldReading, Row, TypeReading } from '../reading/model';
import { list, one } from '../reading/relations';
import { nodeOf } from '../reading/roots';
import { join, literal, sql, type Sql } from '../reading/sql';

/** Which type tells of which code; InputError tells of all others. */
const typesByCode = {
  CONFLICT: 'ConflictError',
  QUOTES_UNDECIDED: 'QuoteUndecidedError',
  WORDS_AMBIGUOUS: 'WordsAmbiguousError',
} as const;

const fields: Readonly<Record<string, FieldReading>> = {
  code: enumeration('code'),
  message: text('message'),
  path: ({ row }) => ({ json: sql`${row.col('path')}::text`, cost: 0 }),
  record: nodeOf('record_kind', 'record_id'),
};

const detail = (name: string): FieldReading => plain((row) => sql`(${row.col('details')} ->> ${literal(name)})`);

/** Stretches of a text that an error tells of. */
function stretches(typeName: string, name: string): FieldReading {
  return list(typeName, (to, from) => ({
    from: sql`(select e.value ->> 'text' as text, (e.value ->> 'start')::int as start_offset, (e.value ->> 'end')::int as end_offset,
        e.value ->> 'prefix' as prefix, e.value ->> 'suffix' as suffix, e.place
      from jsonb_array_elements(coalesce(${from.col('details')} -> ${literal(name)}, '[]')) with ordinality as e(value, place))`,
    on: sql`true`,
    orderBy: to.col('place'),
  }));
}

/** How user errors are read, by their types, from the rows that userErrorsIn makes of them. */
export const userErrorReadings: Readonly<Record<string, TypeReading>> = {
  InputError: { fields },
  ConflictError: {
    fields: { ...fields, currentVersion: detail('currentVersion'), currentRevision: detail('currentRevision') },
  },
  QuoteUndecidedError: {
    fields: {
      ...fields,
      quote: one('Quote', (to, from) => ({ on: sql`${to.col('id')} = ${from.col('record_id')}` })),
      candidates: stretches('TextSpan', 'candidates'),
    },
  },
  WordsAmbiguousError: { fields: { ...fields, occurrences: stretches('QuoteSpan', 'occurrences') } },
};

/** User errors as a list, each of the type that its code has, from the JSON that a row has of them. */
export function userErrorsIn(errors: (from: Row) => Sql): FieldReading {
  return ({ compiler, nodes, row: from, type }) => {
    const row = compiler.row();
    const types = compiler.possibleTypes(getNamedType(type).name);
    const special = Object.entries(typesByCode).filter(([, typeName]) => types.includes(typeName));
    const objects = special.map(([code, typeName]) => ({ code, ...compiler.object(typeName, nodes, row) }));
    const other = compiler.object('InputError', nodes, row);
    const cases = objects.map(({ code, json }) => sql`when ${literal(code)} then ${json}`);
    const json = sql`case ${row.col('code')} ${join(cases, ' ')} else ${other.json} end`;
    const source = sql`(select ord, code, message, path, record ->> 'kind' as record_kind, (record ->> 'id')::uuid as record_id, details
      from rows from (jsonb_to_recordset(${errors(from)}) as (code text, message text, path jsonb, record jsonb, details jsonb))
        with ordinality as e(code, message, path, record, details, ord))`;
    return {
      json: sql`(select '[' || coalesce(string_agg(${json}, ',' order by ${row.col('ord')}), '') || ']' ${compiler.from(source, row)})`,
      cost: 5 * (1 + Math.max(other.cost, ...objects.map(({ cost }) => cost))),
    };
  };
}
