import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { databaseFault } from './databaseFault';
import { RefusedOperation } from './reading/refusal';

/** What a code means for the answer's HTTP status. */
interface Meaning {
  readonly status: number;
  /**
   * The request was fine, the operation in it was not. Where the client asked for `application/json`, the answer is then a
   * well-formed GraphQL answer like any other, with status 200 (GraphQL over HTTP, section 6.4.1).
   */
  readonly ofOperation?: boolean;
}

/** Every code that an answer can carry in `errors[].extensions.code`. */
export const errorCodes = {
  /** Not a GraphQL request: the JSON, its members or the address are wrong. */
  BAD_REQUEST: { status: 400 },
  /** The viewer must show who they are first. */
  UNAUTHENTICATED: { status: 401 },
  /** The viewer may not do that. */
  FORBIDDEN: { status: 403 },
  /** A page of another site seems to have made the browser send this. */
  CROSS_SITE_REQUEST: { status: 403 },
  /** No such address. */
  NOT_FOUND: { status: 404 },
  /** The address is there, but not for this method; `Allow` names those it has. */
  METHOD_NOT_ALLOWED: { status: 405 },
  /** The client accepts no media type that there is. */
  NOT_ACCEPTABLE: { status: 406 },
  /** The request took too long to arrive. */
  REQUEST_TIMEOUT: { status: 408 },
  /** The request's body is too large. */
  BODY_TOO_LARGE: { status: 413 },
  /** The request's body is not JSON in UTF-8, or is compressed. */
  UNSUPPORTED_MEDIA_TYPE: { status: 415 },
  /** The request's headers, or its address, are too large. */
  HEADERS_TOO_LARGE: { status: 431 },

  /** The document is not GraphQL. */
  GRAPHQL_PARSE_FAILED: { status: 400, ofOperation: true },
  /** The document does not fit the schema. */
  GRAPHQL_VALIDATION_FAILED: { status: 400, ofOperation: true },
  /** The operator has switched introspection off. */
  INTROSPECTION_DISABLED: { status: 400, ofOperation: true },
  /** No operation of that name, or several and no name. */
  OPERATION_RESOLUTION_FAILURE: { status: 400, ofOperation: true },
  /** The document is too large in one respect; `limit`, `max` and `actual` say in which. */
  LIMIT_EXCEEDED: { status: 400, ofOperation: true },
  /** The operation would read too much; `cost` and `limit` say how much. */
  COST_LIMIT_EXCEEDED: { status: 400, ofOperation: true },
  /** A variable or an argument is wrong. */
  BAD_USER_INPUT: { status: 400, ofOperation: true },
  /**
   * No document of that hash or name is known here: the client sends the whole text instead. With status 200 for every media
   * type, as Apollo Server has it: not every client looks into other answers.
   */
  PERSISTED_QUERY_NOT_FOUND: { status: 200 },
  /** The operator has the server answer the documents of a list only, and this is none of them. */
  PERSISTED_QUERY_NOT_IN_LIST: { status: 400, ofOperation: true },

  /** A fault of ours; `id` finds it in the log. */
  INTERNAL_SERVER_ERROR: { status: 500 },
  /** The database is away for the moment. */
  SERVICE_UNAVAILABLE: { status: 503 },
  /** More is asked than can be answered in time; `Retry-After` says when to come again. */
  OVERLOADED: { status: 503 },
  /** The database took too long. */
  TIMEOUT: { status: 504 },
} as const satisfies Record<string, Meaning>;

export type ErrorCode = keyof typeof errorCodes;

/** An error that is told to the client as it is: `message` says what to do, `details` go into its extensions. */
export function refuse(
  code: ErrorCode,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...details } });
}

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
 * @param thrown an error, or a RefusedOperation with several
 * @param id what the log knows this request by
 */
export function answerTo(thrown: unknown, id: string): ErrorAnswer {
  const unexpected: unknown[] = [];
  const troubles: unknown[] = [];
  const errors = thrown instanceof RefusedOperation ? thrown.errors : [thrown];
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
    return refuse('INTERNAL_SERVER_ERROR', message, { id });
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
      return refuse(
        'SERVICE_UNAVAILABLE',
        'The database can not be reached at the moment. Try again in a few seconds.',
      );
    case 'busy':
      return refuse(
        'OVERLOADED',
        'More is asked at the moment than can be answered in time. Try again in a few seconds.',
      );
    case 'slow':
      return refuse('TIMEOUT', 'The answer took too long. Ask for less at once, or try again later.');
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
