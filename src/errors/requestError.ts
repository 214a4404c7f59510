import { GraphQLError } from 'graphql';

/** A mistake of the caller that was seen before any SQL. The message says what to do. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** An operation that asks for too much. */
export function limitExceeded(message: string, limit: string, max: number, actual: number): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED', limit, max, actual } });
}

/** An operation that was refused, with every reason that was found. */
export class RequestErrors extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super(errors[0]?.message ?? 'The operation was refused.');
    this.name = 'RequestErrors';
  }
}
