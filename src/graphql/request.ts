import { clientError } from '../errors/errorCodes';
import { checkText, parseJson } from './strictJson';
import { type DocumentName, nameInDocumentId, nameInExtension } from './persisted/documentName';

/** What a client sends, in good form but not yet looked into. */
export interface SentRequest {
  /** The text of a document; undefined where it is named only. */
  readonly query: string | undefined;
  readonly name: DocumentName | undefined;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

/** What a client asks for: its document is there. */
export type GraphQLRequest = Omit<SentRequest, 'query' | 'name'> & { readonly query: string };

type Members = Readonly<Record<string, unknown>>;

/**
 * The request in the JSON body of a POST.
 * @throws GraphQLError BAD_REQUEST
 */
export function requestInBody(body: unknown): SentRequest {
  if (Array.isArray(body)) {
    throw clientError(
      'BAD_REQUEST',
      'The body is a list: send one operation a request. One operation can ask for several things.',
    );
  }
  if (!isObject(body))
    throw clientError('BAD_REQUEST', 'The body must be a JSON object such as {"query": "{ __typename }"}.');
  return requestOf(body);
}

/**
 * The request in the query string of a GET.
 * @param search what follows the question mark
 * @throws GraphQLError BAD_REQUEST
 */
export function requestInAddress(search: string): SentRequest {
  const found: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const part of search.split('&')) {
    const equals = part.indexOf('=');
    const name = equals < 0 ? part : part.slice(0, equals);
    if (!parameters.includes(name)) continue;
    if (name in found) throw clientError('BAD_REQUEST', `The address has "${name}" more than once: give it once.`);
    const text = decode(equals < 0 ? '' : part.slice(equals + 1), name);
    const isJson = name === 'variables' || name === 'extensions';
    found[name] = text === '' ? undefined : isJson ? parseJson(text, `"${name}"`) : text;
  }
  return requestOf(found);
}

/** Whether the query string of a GET asks anything. */
export function asksInAddress(search: string): boolean {
  const given = new URLSearchParams(search);
  return given.has('query') || given.has('documentId') || given.has('extensions');
}

const parameters = ['query', 'documentId', 'operationName', 'variables', 'extensions'];

function requestOf({ query, documentId, operationName, variables, extensions }: Members): SentRequest {
  for (const [name, value] of Object.entries({ variables, extensions })) {
    if (!isAbsent(value) && !isObject(value))
      throw clientError('BAD_REQUEST', `"${name}" must be a JSON object, or left out.`);
  }
  if (!isAbsent(operationName) && typeof operationName !== 'string') {
    throw clientError('BAD_REQUEST', '"operationName" must be a string, or left out.');
  }
  if (!isAbsent(query) && typeof query !== 'string') {
    throw clientError('BAD_REQUEST', '"query" must be a string: the text of a GraphQL document.');
  }
  return {
    query: query || undefined,
    name: nameOf(documentId, extensions, Boolean(query)),
    operationName: operationName || undefined,
    variables: isObject(variables) ? variables : undefined,
  };
}

function nameOf(documentId: unknown, extensions: unknown, hasQuery: boolean): DocumentName | undefined {
  const persisted = isObject(extensions) ? extensions.persistedQuery : undefined;
  if (isAbsent(documentId)) return isObject(persisted) ? nameInExtension(persisted) : undefined;
  if (hasQuery || isObject(persisted)) {
    throw clientError(
      'BAD_REQUEST',
      'A request with "documentId" needs neither "query" nor "persistedQuery": leave them out.',
    );
  }
  return nameInDocumentId(documentId);
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
    throw clientError('BAD_REQUEST', `"${name}" in the address is not percent-encoded UTF-8: encode it so.`);
  }
  checkText(decoded, `"${name}"`);
  return decoded;
}
