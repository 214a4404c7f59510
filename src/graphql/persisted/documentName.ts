import { createHash } from 'node:crypto';
import { clientError } from '../../errors/errorCodes';

/** What a request calls a document in place of sending it, or beside it. */
export type DocumentName =
  /** The SHA-256 of its text in UTF-8, in lower-case hexadecimal digits. */
  | { readonly sha256: string }
  /** A name of the operator's choice. */
  | { readonly id: string };

const prefix = 'sha256:';
const hexadecimal = /^[0-9a-f]{64}$/i;

/** How long a name may be, in UTF-16 code units. */
const MAX_NAME = 200;

/**
 * The name in `documentId`, as GraphQL over HTTP wants it (appendix A): `sha256:` and the hash, or another name.
 * @throws GraphQLError BAD_REQUEST
 */
export function nameInDocumentId(documentId: unknown): DocumentName {
  if (!isName(documentId)) throw wrong(`"documentId" must be a string of 1 to ${MAX_NAME} characters, or left out.`);
  if (!documentId.startsWith(prefix)) return { id: documentId };
  const hash = documentId.slice(prefix.length);
  if (hexadecimal.test(hash)) return { sha256: hash.toLowerCase() };
  throw wrong(`"documentId" must have the 64 hexadecimal digits of a SHA-256 after "${prefix}".`);
}

/**
 * The name in `extensions.persistedQuery`, by the protocol of Apollo's clients. Those that know a list of trusted documents put
 * its names there, which need not be hashes.
 * @throws GraphQLError BAD_REQUEST
 */
export function nameInExtension({ version, sha256Hash }: Readonly<Record<string, unknown>>): DocumentName {
  if (version !== 1) throw wrong('"extensions.persistedQuery.version" must be 1.');
  if (!isName(sha256Hash))
    throw wrong(`"extensions.persistedQuery.sha256Hash" must be a string of 1 to ${MAX_NAME} characters.`);
  return hexadecimal.test(sha256Hash) ? { sha256: sha256Hash.toLowerCase() } : { id: sha256Hash };
}

/** The name that every document has: its hash. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= MAX_NAME;
}

function wrong(message: string): Error {
  return clientError('BAD_REQUEST', message);
}
