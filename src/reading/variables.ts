import {
  getNullableType,
  getVariableValues,
  GraphQLID,
  type GraphQLInputType,
  type GraphQLSchema,
  GraphQLString,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import { RequestErrors } from '../errors/requestError';
import { isLeftToTheRun, shapeKey, shapeOf } from './shape';

/** How many mistakes in variables one answer tells. */
const MAX_ERRORS = 10;

type Variables = Readonly<Record<string, unknown>>;

/** The variables of an operation by name and type. */
function typed(
  schema: GraphQLSchema,
  nodes: readonly VariableDefinitionNode[],
): readonly { readonly name: string; readonly type: GraphQLInputType }[] {
  return nodes.map(({ variable, type }) => ({
    name: variable.name.value,
    type: typeFromAST(schema, type as never) as GraphQLInputType,
  }));
}

/**
 * Prepares to read the variables of requests by the types of an operation.
 * @returns gives the variables that a caller sent by their types, as a new object; throws RequestErrors with all that is wrong with them
 */
export function coercion(
  schema: GraphQLSchema,
  nodes: readonly VariableDefinitionNode[],
): (variables: Variables | undefined) => Variables {
  const definitions = typed(schema, nodes);
  const areTexts = definitions.every(({ type }) => [GraphQLString, GraphQLID].includes(getNullableType(type) as never));
  return (variables = {}) => {
    // Most operations have at most a slug or an id, and a string is that already.
    if (areTexts && definitions.every(({ name }) => typeof variables[name] === 'string'))
      return Object.fromEntries(definitions.map(({ name }) => [name, variables[name]]));
    const { coerced, errors } = getVariableValues(schema, nodes, variables, { maxErrors: MAX_ERRORS });
    if (errors) throw new RequestErrors(errors);
    return coerced;
  };
}

/** What of the variables of an operation decides the shape of its statement: see shape.ts. */
export interface Shaping {
  /** Equal for variables with one statement. */
  readonly keyOf: (variables: Variables) => string;
  /** @throws GraphQLError BAD_USER_INPUT for a list that is too long */
  readonly shapeOf: (variables: Variables) => Variables;
}

/** Prepares to tell the shapes of an operation's variables. */
export function shaping(schema: GraphQLSchema, nodes: readonly VariableDefinitionNode[]): Shaping {
  const definitions = typed(schema, nodes).map(({ name, type }) => ({ name, type, isSame: isLeftToTheRun(type) }));
  return {
    keyOf: (variables) =>
      definitions.reduce((key, { name, type, isSame }) => {
        const value = variables[name];
        if (value === undefined) return `${key} -`;
        return `${key} ${isSame && value !== null ? '?' : shapeKey(shapeOf(value, type, [name]))}`;
      }, ''),
    shapeOf: (variables) =>
      Object.fromEntries(
        definitions
          .filter(({ name }) => name in variables)
          .map(({ name, type }) => [name, shapeOf(variables[name], type, [name])]),
      ),
  };
}
