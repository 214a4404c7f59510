import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../src/packageRoot';
import { buildSchema, GraphQLError, GraphQLScalarType, Kind, type GraphQLSchema } from 'graphql';

const dateTimeShape = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;
const dateShape = /^\d{4}-\d{2}-\d{2}$/;

/** A moment as milliseconds since 1970. */
function readDateTime(value: unknown): number {
  if (typeof value !== 'string' || !dateTimeShape.test(value)) throw new GraphQLError('Not a DateTime.');
  const milliseconds = Date.parse(value.toUpperCase());
  if (Number.isNaN(milliseconds) || !isDay(value.slice(0, 10))) throw new GraphQLError('Not a DateTime.');
  return milliseconds;
}

function readDate(value: unknown): string {
  if (typeof value !== 'string' || !dateShape.test(value) || !isDay(value)) throw new GraphQLError('Not a Date.');
  return value;
}

/** False for the 30th of February. */
function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

function readScalar<T>(schema: GraphQLSchema, name: string, read: (value: unknown) => T): void {
  const scalar = schema.getType(name);
  if (!(scalar instanceof GraphQLScalarType)) throw new Error(`No scalar ${name}.`);
  scalar.parseValue = read;
  scalar.parseLiteral = (node) => read(node.kind === Kind.STRING ? node.value : undefined);
}

/** The contract, with scalars that can be read. */
export function loadSchema(): GraphQLSchema {
  const schema = buildSchema(readFileSync(path.join(packageRoot, 'schema.graphql'), 'utf8'));
  readScalar(schema, 'DateTime', readDateTime);
  readScalar(schema, 'Date', readDate);
  return schema;
}
