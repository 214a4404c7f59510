import {
  getNamedType,
  getNullableType,
  GraphQLBoolean,
  GraphQLInt,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql';
import { badInput } from '../errors/requestError';
import { VariableLeaf } from './values';

/** How many items a list in the arguments may have. */
const MAX_ITEMS = 100;

/** @throws GraphQLError BAD_USER_INPUT for a longer list than any argument takes */
export function checkListLength(length: number, where: string): void {
  if (length > MAX_ITEMS) throw badInput(`${where} takes ${MAX_ITEMS} items at the most; it has ${length}.`);
}

/**
 * What of the variables decides the shape of the statement. Ints are page sizes: as constants they let PostgreSQL plan with
 * the real limit. Booleans steer @skip and @include, enums the order, and null means "not filtered by this". Everything
 * else is left to the run: a `VariableLeaf`.
 */
export function shapeOf(value: unknown, type: GraphQLInputType, path: readonly (string | number)[]): unknown {
  if (value === null || value === undefined) return value;
  if (isNonNullType(type)) return shapeOf(value, type.ofType, path);
  if (isListType(type)) {
    checkListLength((value as unknown[]).length, path.join('.'));
    return (value as unknown[]).map((item, i) =>
      isEnumType(getNamedType(type)) ? item : shapeOf(item, type.ofType, [...path, i]),
    );
  }
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, shapeOf(item, fields[name]!.type, [...path, name])]),
    );
  }
  return isLeftToTheRun(type) ? new VariableLeaf(path) : value;
}

/** Whether the shape is the same for all values of the type but null. */
export function isLeftToTheRun(type: GraphQLInputType): boolean {
  const nullable = getNullableType(type);
  return isScalarType(nullable) && nullable !== GraphQLInt && nullable !== GraphQLBoolean;
}

/** The key of a shape: equal shapes have one statement. */
export function shapeKey(shape: unknown): string {
  return JSON.stringify(shape, (_key, value: unknown) => (value instanceof VariableLeaf ? '?' : value));
}
