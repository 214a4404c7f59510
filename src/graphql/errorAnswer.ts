import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { databaseFault } from '../data/databaseFault';
import { type ErrorCode, errorCodes, type Meaning, clientError } from '../errors/errorCodes';
import { RequestErrors } from '../errors/requestError';

/** An answer made of errors. */
export interface ErrorAnswer {
  readonly errors: readonly GraphQLFormattedError[];
  readonly codes: readonly ErrorCode[];
  /** What nobody foresaw: for the log, never for the client. */
  readonly unexpected: readonly unknown[];
  /** What the database said when it was away or too slow: for the log too. */
  readonly troubles: readonly unknown[];
}

/** How many errors one answer tells; whoever has more to put right can ask again. */
const MAX_ERRORS = 10;

/** How long a message may be, in UTF-16 code units: messages repeat what was sent. */
const MAX_MESSAGE = 500;

/**
 * What a client is told of anything that was thrown. Only errors with a code of the list above keep their words; the database's
 * become SERVICE_UNAVAILABLE, OVERLOADED or TIMEOUT; all else becomes INTERNAL_SERVER_ERROR with `id`.
 * @param thrown an error, or a RequestErrors with several
 * @param id what the log knows this request by
 */
export function answerTo(thrown: unknown, id: string): ErrorAnswer {
  const unexpected: unknown[] = [];
  const troubles: unknown[] = [];
  const errors = thrown instanceof RequestErrors ? thrown.errors : [thrown];
  const told = errors.slice(0, MAX_ERRORS).map((error) => {
    const refusal = asRefusal(error);
    if (refusal) return refusal;
    const trouble = asTrouble(error);
    if (trouble) {
      troubles.push(error);
      return trouble;
    }
    unexpected.push(error);
    const message = `Something went wrong on our side. Tell the operator this id: ${id}.`;
    return clientError('INTERNAL_SERVER_ERROR', message, { id });
  });
  return { errors: told.map(format), codes: told.map(codeOf), unexpected, troubles };
}

/** The HTTP status of an answer: of its gravest error. `plainJson`: the client gets `application/json`. */
export function statusOf(codes: readonly ErrorCode[], plainJson: boolean): number {
  const statuses = codes.map((code) => {
    const meaning: Meaning = errorCodes[code];
    return meaning.ofOperation && plainJson ? 200 : meaning.status;
  });
  return Math.max(200, ...statuses);
}

/** An error that was meant for the client. */
function asRefusal(error: unknown): GraphQLError | undefined {
  if (!(error instanceof GraphQLError)) return undefined;
  if (isErrorCode(error.extensions.code)) return error;
  // graphql-js says in its own words, without a code, what is wrong with a variable or an argument.
  const { message, nodes, source, positions, path, originalError } = error;
  if (error.extensions.code !== undefined || (originalError && !(originalError instanceof GraphQLError)))
    return undefined;
  return new GraphQLError(message, { nodes, source, positions, path, extensions: { code: 'BAD_USER_INPUT' } });
}

/** An error of the database that the client can do something about: wait, or ask for less. */
function asTrouble(error: unknown): GraphQLError | undefined {
  switch (databaseFault(error instanceof GraphQLError ? error.originalError : error)) {
    case 'away':
      return clientError(
        'SERVICE_UNAVAILABLE',
        'The database can not be reached at the moment. Try again in a few seconds.',
      );
    case 'short':
      return clientError(
        'SERVICE_UNAVAILABLE',
        'The database can not do this at the moment, for want of resources. Try again later, or tell the operator.',
      );
    case 'busy':
      return clientError(
        'OVERLOADED',
        'More is asked at the moment than can be answered in time. Try again in a few seconds.',
      );
    case 'slow':
      return clientError('TIMEOUT', 'The answer took too long. Ask for less at once, or try again later.');
    default:
      return undefined;
  }
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorCodes, code) && code !== 'INTERNAL_SERVER_ERROR';
}

function codeOf(error: GraphQLError): ErrorCode {
  return error.extensions.code as ErrorCode;
}

function format(error: GraphQLError): GraphQLFormattedError {
  const { message, locations, path, extensions } = error.toJSON();
  return {
    message: message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE)}…` : message,
    ...(locations ? { locations } : {}),
    ...(path ? { path } : {}),
    extensions: Object.fromEntries(Object.entries(extensions ?? {}).filter(([name]) => name !== 'http')),
  };
}
