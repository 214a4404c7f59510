import { columnName } from '../records/column';
import { records, type RecordKind } from '../records/records';
import type { Part, Table } from '../records/table';

/** The SQL of a row as a JSON object of what exports hold of it. */
function objectOf({ exported, parts = {} }: Table, row: string): string {
  const columns = Object.entries(exported).map(([key, column]) => {
    const value = `${row}."${columnName(key, column)}"`;
    return `${column.read ? column.read(value) : value} as "${key}"`;
  });
  const held = Object.entries(parts).map(([key, part]) => `${partOf(part, row)} as "${key}"`);
  return `(select row_to_json(o) from (select ${[...columns, ...held].join(', ')}) o)`;
}

/** The SQL of the rows that belong to a row: a list, or the one; null where there are none. */
function partOf({ table, holds, order, from }: Part, row: string): string {
  const part = `${row}_${table.name}`;
  const belongs = Object.entries(from).map(([column, there]) => `${part}."${column}" = ${row}."${there}"`);
  const source = `from ${table.name} ${part} where ${belongs.join(' and ')}`;
  if (holds === 'row') return `(select ${objectOf(table, part)} ${source})`;
  if (holds === 'values') {
    const [[key, column]] = Object.entries(table.exported) as [[string, Table['exported'][string]]];
    const value = `${part}."${columnName(key, column)}"`;
    return `(select json_agg(v order by v) from (select ${column.read?.(value) ?? value} as v ${source}) vs)`;
  }
  const sorted = order!.split(', ').map((column) => `${part}."${column}"`);
  return `(select json_agg(${objectOf(table, part)} order by ${sorted.join(', ')}) ${source})`;
}

/** A query of one page of a kind's lines: of at most `pageSize` rows that come after $1, sorted by `place`, a text. */
export function pageQuery(kind: RecordKind): string {
  const { table, order, pageSize } = records[kind];
  return `/* export ${kind} */ with page as (
      select r.*, (${order}) collate "C" as place from ${table.name} r where (${order}) collate "C" > $1 order by place limit ${pageSize})
    select place, json_build_object('${kind}', json_strip_nulls(${objectOf(table, 'r')}))::text as line from page r order by place`;
}
