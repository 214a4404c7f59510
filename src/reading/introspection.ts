import { executeSync, type FieldNode, type GraphQLSchema, Kind } from 'graphql';
import type { QueryDocument } from './document';
import type { ExecutionContext } from './executionContext';

/** The JSON text of one introspection field. What graphql-js knows about the schema, it answers itself. */
export function introspectionJson(
  query: QueryDocument,
  schema: GraphQLSchema,
  key: string,
  nodes: readonly FieldNode[],
  execution: ExecutionContext,
): string {
  // The nodes were already chosen by their directives; what is left of the operation is its variables and fragments.
  const operation = { ...query.operation, selectionSet: { kind: Kind.SELECTION_SET, selections: nodes } } as const;
  const document = { kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(query.fragments)] } as const;
  const { data, errors } = executeSync({ schema, document, variableValues: execution.variables });
  if (errors?.[0]) throw errors[0];
  return JSON.stringify(data![key]);
}
