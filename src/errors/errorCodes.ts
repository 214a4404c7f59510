import { GraphQLError } from 'graphql';

/** What a code means for the answer's HTTP status. */
export interface Meaning {
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
export function clientError(
  code: ErrorCode,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...details } });
}
