import { idJson } from './ids';
import type { Compiled, FieldReading, Row } from './model';
import { concat, literal, sql, type Sql } from './sql';

/** The name of a column, or how to find the value from the row. */
type Value = string | ((row: Row) => Sql);

function valueOf(value: Value, row: Row): Sql {
  return typeof value === 'string' ? row.col(value) : value(row);
}

function scalar(value: Value, toJson: (value: Sql) => Sql): FieldReading {
  return ({ row }): Compiled => ({ json: toJson(valueOf(value, row)), cost: 0 });
}

/** A text that needs no escaping, as JSON text. */
function quoted(value: Sql): Sql {
  return concat([literal('"'), value, literal('"')]);
}

/** The JSON text of a text. */
export function textJson(value: Sql): Sql {
  return sql`to_json(${value})::text`;
}

/** The JSON text of a moment: UTC with milliseconds, as JavaScript writes it. */
export function timestampJson(value: Sql): Sql {
  return sql`to_char(${value} at time zone 'UTC', '\\"YYYY-MM-DD"T"HH24:MI:SS.MS"Z\\""')`;
}

/** A text. */
export const text = (value: Value): FieldReading => scalar(value, textJson);

/** A list of texts. */
export const texts = (value: Value): FieldReading => scalar(value, textJson);

/** An Int, Float or Boolean. */
export const plain = (value: Value): FieldReading => scalar(value, (column) => sql`${column}::text`);

/** An enum. */
export const enumeration = (value: Value): FieldReading => scalar(value, (column) => quoted(sql`${column}::text`));

/** A DateTime. */
export const timestamp = (value: Value): FieldReading => scalar(value, timestampJson);

/** A Date. */
export const date = (value: Value): FieldReading =>
  scalar(value, (column) => quoted(sql`to_char(${column}, 'YYYY-MM-DD')`));

/** The row's own global id. */
export const id = (prefix: string): FieldReading => scalar('id', (column) => idJson(prefix, column));

/** What only editors are told: null for everyone else. */
export function editorsOnly(reading: FieldReading): FieldReading {
  return (request) => (request.compiler.audience === 'EDITOR' ? reading(request) : { json: literal('null'), cost: 0 });
}
