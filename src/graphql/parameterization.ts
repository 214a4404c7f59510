import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parseType,
  TypeInfo,
  valueFromAST,
  type VariableDefinitionNode,
  type VariableNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type Literal, literalKey } from './queryFingerprint';

/** A variable that stands where a literal stood. */
interface LiteralVariable {
  /** No name of a client's variable: it begins with a digit. */
  readonly name: string;
  readonly type: GraphQLInputType;
  /** Which of the fingerprint's literals it is. */
  readonly place: number;
}

/** A document with variables in the places of its literals. */
export interface ParameterizedDocument {
  readonly document: DocumentNode;
  /** The operation that is asked for; the variables that were put in are declared after those that clients set. */
  readonly operation: OperationDefinitionNode;
  readonly variables: readonly LiteralVariable[];
}

/**
 * Puts variables in the places of the literals that a fingerprint has taken out, each of the type that is wanted where it stands.
 * Validation has been before: an argument of type `String` takes a variable of that type like the text itself.
 * @param document one that is valid
 * @returns null where a literal is not one of the fingerprint's
 */
export function parameterize(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  literals: readonly Literal[],
): ParameterizedDocument | null {
  const places = new Map(literals.map((literal, place) => [literalKey(literal), place]));
  const variables = new Map<string, LiteralVariable>();
  const typeInfo = new TypeInfo(schema);
  const strays: Literal[] = [];

  function variableFor(literal: Literal): VariableNode | undefined {
    const type = typeInfo.getInputType();
    const place = places.get(literalKey(literal));
    if (!type || place === undefined) {
      strays.push(literal);
      return undefined;
    }
    const name = `${place}: ${String(type)}`;
    variables.set(name, { name, type, place });
    return variableNode(name);
  }

  const leave = () => false as const;
  let chosen = operation;
  const replaced = visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Directive: leave,
      VariableDefinition: leave,
      IntValue: variableFor,
      FloatValue: variableFor,
      StringValue: variableFor,
    }),
  );
  if (strays.length > 0) return null;
  const definitions = replaced.definitions.map((definition, i) => {
    if (document.definitions[i] !== operation || definition.kind !== Kind.OPERATION_DEFINITION) return definition;
    const declared = [...(definition.variableDefinitions ?? []), ...[...variables.values()].map(declare)];
    return (chosen = { ...definition, variableDefinitions: declared });
  });
  return { document: { ...replaced, definitions }, operation: chosen, variables: [...variables.values()] };
}

/**
 * The values of the variables that stand for literals.
 * @param literals those of a document that has the same fingerprint
 * @returns null where one is not of its type: the document is not valid
 */
export function literalValues(
  variables: readonly LiteralVariable[],
  literals: readonly Literal[],
): Readonly<Record<string, unknown>> | null {
  const values: Record<string, unknown> = {};
  for (const { name, type, place } of variables) {
    const value: unknown = valueFromAST(literals[place], type);
    if (value === undefined) return null;
    values[name] = value;
  }
  return values;
}

function variableNode(name: string): VariableNode {
  return { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } };
}

function declare({ name, type }: LiteralVariable): VariableDefinitionNode {
  return {
    kind: Kind.VARIABLE_DEFINITION,
    variable: variableNode(name),
    type: parseType(String(type), { noLocation: true }),
  };
}
