import type { OrderKey } from './model';
import { badInput } from '../errors/requestError';
import { join, literal, type Param, sql, type Sql } from './sql';
import { bind } from './values';

/** Between the parts of a cursor: no name, date or number holds it. */
const SEPARATOR = '\x1f';

/** A list's name inside its cursors, so that no other list takes them: type and order. */
export type ListTag = string;

/**
 * The cursor of a row, as SQL of type text: the list's tag and the row's order keys, base64url. It names no position but
 * values, so it stays good when rows come and go.
 */
export function cursorText(tag: ListTag, keys: readonly Sql[]): Sql {
  const parts = join([literal(tag), ...keys.map((key) => sql`${key}::text`)], ` || chr(31) || `);
  const base64 = sql`encode(convert_to(${parts}, 'UTF8'), 'base64')`;
  // Four times replace() takes a fifth of the time that one translate() takes, which looks at each sign by its length in bytes.
  return sql`replace(replace(replace(replace(${base64}, E'\n', ''), '=', ''), '+', '-'), '/', '_')`;
}

function isSingle(value: number): boolean {
  const single = Math.fround(value);
  return Number.isFinite(single) && (single !== 0 || value === 0);
}

/** As PostgreSQL prints a moment in UTC. JavaScript takes the 30th of February for the 2nd of March; PostgreSQL fails on it. */
function isMoment(text: string): boolean {
  const [, day, time] = /^(?!0000)(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d{1,6})?\+00$/.exec(text) ?? [];
  const read = new Date(`${day}T${time}Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(`${day}T${time}`);
}

const VALID: Readonly<Record<OrderKey['type'], (text: string) => boolean>> = {
  timestamptz: (text) => text === '-infinity' || isMoment(text),
  uuid: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
  integer: (text) => /^-?\d{1,9}$/.test(text),
  // Single precision prints up to nine digits, after up to four zeros; what it can't hold, PostgreSQL refuses with an error.
  real: (text) => /^-?\d{1,9}(\.\d{1,13})?(e-?\d{1,2})?$/.test(text) && isSingle(Number(text)),
  text: (text) => !/[\0\p{Surrogate}]/u.test(text),
};

function decode(cursor: string, tag: ListTag, types: readonly OrderKey['type'][], where: string): string[] {
  const [head, ...values] = Buffer.from(cursor, 'base64url').toString('utf8').split(SEPARATOR);
  if (head !== tag || values.length !== types.length || !types.every((type, i) => VALID[type](values[i]!))) {
    throw badInput(`${where} must be a cursor that this list gave, in the same order.`);
  }
  return values;
}

/** The order keys in a cursor that a caller gave, as parameters. They refuse a cursor of another list when they are read. */
export function cursorParams(cursor: unknown, tag: ListTag, keys: readonly OrderKey[], where: string): Param[] {
  const types = keys.map((key) => key.type);
  return types.map((type, i) => bind(cursor, type, (text) => decode(text, tag, types, where)[i]));
}

/** How the keys of a row stand to those in a cursor: a row comparison, for which an index with exactly these columns is read from there. */
export function compareKeys(keys: readonly OrderKey[], operator: string, cursor: readonly Param[]): Sql {
  const values = join(
    keys.map((key) => key.value),
    ', ',
  );
  const given = join(
    cursor.map((param) => sql`${param}`),
    ', ',
  );
  return sql`(${values}) ${operator} (${given})`;
}
