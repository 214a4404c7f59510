import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, type GraphQLSchema, isScalarType } from 'graphql';
import { packageRoot } from '../packageRoot';
import { giveMeaning, parseDate, parseDateTime } from './scalars';

/** The contract, `schema.graphql`, as a schema without resolvers: what it offers is read by compiled SQL. */
export function loadSchema(): GraphQLSchema {
  const schema = buildSchema(readFileSync(path.join(packageRoot, 'schema.graphql'), 'utf8'));
  for (const [name, parse] of Object.entries({ DateTime: parseDateTime, Date: parseDate })) {
    const scalar = schema.getType(name);
    if (!isScalarType(scalar)) throw new Error(`schema.graphql has no scalar ${name}.`);
    giveMeaning(scalar, parse);
  }
  return schema;
}
