import { refuse } from '../errors';
import { checkText, parseJson } from './body';

/** What a client asks for, in good form but not yet looked into. */
export interface GraphQLRequest {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

type Members = Readonly<Record<string, unknown>>;

/**
 * The request in the JSON body of a POST.
 * @throws GraphQLError BAD_REQUEST, PERSISTED_QUERY_NOT_SUPPORTED
 */
export function requestInBody(body: unknown): GraphQLRequest {
  if (Array.isArray(body)) {
    throw refuse(
      'BAD_REQUEST',
      'The body is a list: send one operation a request. One operation can ask for several things.',
    );
  }
  if (!isObject(body))
    throw refuse('BAD_REQUEST', 'The body must be a JSON object such as {"query": "{ __typename }"}.');
  return requestOf(body);
}

/**
 * The request in the query string of a GET.
 * @param search what follows the question mark
 * @throws GraphQLError BAD_REQUEST, PERSISTED_QUERY_NOT_SUPPORTED
 */
export function requestInAddress(search: string): GraphQLRequest {
  const found: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const part of search.split('&')) {
    const equals = part.indexOf('=');
    const name = equals < 0 ? part : part.slice(0, equals);
    if (!['query', 'operationName', 'variables', 'extensions'].includes(name)) continue;
    if (name in found) throw refuse('BAD_REQUEST', `The address has "${name}" more than once: give it once.`);
    const text = decode(equals < 0 ? '' : part.slice(equals + 1), name);
    const isJson = name === 'variables' || name === 'extensions';
    found[name] = text === '' ? undefined : isJson ? parseJson(text, `"${name}"`) : text;
  }
  return requestOf(found);
}

function requestOf({ query, operationName, variables, extensions }: Members): GraphQLRequest {
  for (const [name, value] of Object.entries({ variables, extensions })) {
    if (!isAbsent(value) && !isObject(value))
      throw refuse('BAD_REQUEST', `"${name}" must be a JSON object, or left out.`);
  }
  if (!isAbsent(operationName) && typeof operationName !== 'string') {
    throw refuse('BAD_REQUEST', '"operationName" must be a string, or left out.');
  }
  if (!isAbsent(query) && typeof query !== 'string') {
    throw refuse('BAD_REQUEST', '"query" must be a string: the text of a GraphQL document.');
  }
  if (!query) throw isPersistedQuery(extensions) ? notPersisted() : missingQuery();
  return {
    query,
    operationName: operationName || undefined,
    variables: isObject(variables) ? variables : undefined,
  };
}

function isPersistedQuery(extensions: unknown): boolean {
  return isObject(extensions) && isObject(extensions.persistedQuery);
}

/** Apollo's clients know this message, and send the whole text then. */
function notPersisted(): Error {
  return refuse('PERSISTED_QUERY_NOT_SUPPORTED', 'PersistedQueryNotSupported');
}

function missingQuery(): Error {
  return refuse('BAD_REQUEST', 'There is no "query": send the text of a GraphQL document under that name.');
}

function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function decode(text: string, name: string): string {
  let decoded: string;
  try {
    decoded = decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw refuse('BAD_REQUEST', `"${name}" in the address is not percent-encoded UTF-8: encode it so.`);
  }
  checkText(decoded, `"${name}"`);
  return decoded;
}
