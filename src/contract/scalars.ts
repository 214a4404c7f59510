import { GraphQLError, Kind, type GraphQLScalarType, type ValueNode, print } from 'graphql';

const moment = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d+)?([Zz]|[+-](\d{2}):(\d{2}))$/;

/**
 * A moment as UTC with milliseconds: `2025-11-03T14:05:00.000Z`.
 * @throws GraphQLError for anything but RFC 3339 with a zone, in the years 1 to 9999
 */
export function parseDateTime(value: unknown): string {
  const wrong = new GraphQLError('A DateTime must be a moment with a zone, such as "2025-11-03T14:05:00Z" (RFC 3339).');
  const parts = typeof value === 'string' ? moment.exec(value) : null;
  if (!parts || !isDay(parts[1]!) || Number(parts[2]) > 23 || Number(parts[7] ?? 0) > 23 || Number(parts[8] ?? 0) > 59)
    throw wrong;
  const time = new Date((value as string).toUpperCase());
  if (Number.isNaN(time.getTime())) throw wrong;
  const text = time.toISOString();
  if (!/^(?!0000)\d{4}-/.test(text)) throw wrong; // a zone can carry a moment out of the years that can be stored
  return text;
}

/**
 * A day: `2025-03-13`.
 * @throws GraphQLError for anything but a day that the calendar has, in the years 1 to 9999
 */
export function parseDate(value: unknown): string {
  if (typeof value === 'string' && isDay(value)) return value;
  throw new GraphQLError('A Date must be a day, such as "2025-03-13" (ISO 8601).');
}

/** Gives scalars of a schema that was built from text the meaning of their inputs. */
export function giveMeaning(scalar: GraphQLScalarType<unknown, unknown>, parse: (value: unknown) => string): void {
  scalar.parseValue = parse;
  scalar.parseLiteral = (node: ValueNode) => {
    if (node.kind !== Kind.STRING)
      throw new GraphQLError(`${scalar.name} cannot represent ${print(node)}: it must be a string.`, { nodes: node });
    return parse(node.value);
  };
}

function isDay(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  // JavaScript takes 30 February for 2 March; PostgreSQL does not.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
