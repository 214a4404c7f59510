import {
  getVariableValues,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import { RefusedOperation } from './refusal';
import { shapeOf } from './shape';

/** How many mistakes in variables one answer tells. */
const MAX_ERRORS = 10;

/**
 * The variables of one request by their types.
 * @param variables as the caller sent them
 * @throws RefusedOperation with all that is wrong with them
 */
export function coerceVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  variables: Readonly<Record<string, unknown>> | undefined,
): Readonly<Record<string, unknown>> {
  if (definitions.length === 0) return {};
  const { coerced, errors } = getVariableValues(schema, definitions, variables ?? {}, { maxErrors: MAX_ERRORS });
  if (errors) throw new RefusedOperation(errors);
  return coerced;
}

/** What of the variables decides the shape of a statement: see shape.ts. */
export function shapeOfVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const shape: Record<string, unknown> = {};
  for (const { variable, type } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    if (!(name in variables)) continue;
    shape[name] = shapeOf(variables[name], typeFromAST(schema, type as never) as GraphQLInputType, [name]);
  }
  return shape;
}
