import { badInput } from '../errors/requestError';
import type { ExecutionContext } from './executionContext';
import { Param } from './sql';

/** Where a value stands in the variables: it is known only when the operation runs. */
export class VariableLeaf {
  constructor(readonly path: readonly (string | number)[]) {}

  /** The value in one run. */
  read(execution: ExecutionContext): unknown {
    return this.path.reduce<unknown>(
      (value, key) => (value as Record<string | number, unknown>)[key],
      execution.variables,
    );
  }
}

/** An argument's value in one run: variables inside it are looked up. */
export function resolve(value: unknown, execution: ExecutionContext): unknown {
  if (value instanceof VariableLeaf) return value.read(execution);
  return Array.isArray(value) ? value.map((item) => resolve(item, execution)) : value;
}

/** A parameter made of an argument's value. `convert` may throw a GraphQLError for a value that is wrong. */
export function bind(value: unknown, type: string, convert: (given: string) => unknown = (given) => given): Param {
  return new Param(type, (execution) => convert(resolve(value, execution) as string));
}

/** The same for a list. */
export function bindMany(
  value: unknown,
  type: string,
  convert: (given: readonly string[]) => unknown = (given) => given,
): Param {
  return new Param(type, (execution) => convert(resolve(value, execution) as readonly string[]));
}

/** How long a text of a caller may be, in UTF-16 code units. */
const MAX_TEXT = 1000;

/**
 * A text that PostgreSQL can take.
 * @throws GraphQLError BAD_USER_INPUT for U+0000 (PostgreSQL refuses it), lone surrogates (they would be stored as U+FFFD), or too long a text
 */
export function checkText(text: string, where: string): string {
  if (text.length > MAX_TEXT)
    throw badInput(`${where} must be ${MAX_TEXT} characters at the most; it has ${text.length}.`);
  if (text.includes('\0')) throw badInput(`${where} must not contain U+0000.`);
  if (/\p{Surrogate}/u.test(text))
    throw badInput(`${where} must be well-formed Unicode: it has half of a surrogate pair.`);
  return text;
}

/** A text parameter. */
export function bindText(value: unknown, where: string): Param {
  return bind(value, 'text', (text) => checkText(text, where));
}
