import { badInput } from '../errors/requestError';
import { concat, literal, type Param, sql, type Sql } from './sql';
import { bind, checkText } from './values';

/**
 * Global ids are `<prefix>_<uuid>`: unique over all types, made by PostgreSQL at the price of one `||`, and readable in a
 * log. To clients they are opaque (docs/decisions/ids.md).
 */
const ID = /^([a-z]+)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The JSON text of a row's global id. */
export function idJson(prefix: string, uuid: Sql): Sql {
  return concat([literal(`"${prefix}_`), sql`${uuid}::text`, literal('"')]);
}

/** Splits a global id; null when it is none. */
export function parseId(id: string): { prefix: string; uuid: string } | null {
  const match = ID.exec(id);
  return match ? { prefix: match[1]!, uuid: match[2]! } : null;
}

/**
 * Splits a global id that a caller gave; null when it is none, and so names nothing.
 * @param where what to call the argument in a message
 * @throws GraphQLError BAD_USER_INPUT for what is no text at all
 */
export function givenId(id: string, where: string): { prefix: string; uuid: string } | null {
  return parseId(checkText(id, where));
}

/**
 * The uuid in a global id of one of the wanted types, and which.
 * @param where what to call the argument in a message
 * @throws GraphQLError BAD_USER_INPUT for anything else
 */
export function uuidOf(id: string, wanted: readonly string[], where: string): { prefix: string; uuid: string } {
  const parsed = parseId(id);
  if (parsed && wanted.includes(parsed.prefix)) return parsed;
  const kinds =
    wanted.length > 3
      ? 'a record'
      : wanted.map((prefix) => `${/^[aeiou]/.test(prefix) ? 'an' : 'a'} ${prefix}`).join(' or ');
  throw badInput(`${where} must be the id of ${kinds}, as the API gave it.`);
}

/** A uuid parameter made of a global id of one of the wanted types. */
export function bindId(value: unknown, wanted: readonly string[], where: string): Param {
  return bind(value, 'uuid', (id) => uuidOf(id, wanted, where).uuid);
}
