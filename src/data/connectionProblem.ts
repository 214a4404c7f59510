import { StartError } from '../errors/startError';
import type { Connection } from './connection';

type Sentence = (connection: Connection, message: string) => string;

const cure = 'Correct DATABASE_URL';

/** What to do about an error by its code: PostgreSQL's (SQLSTATE), the operating system's, or OpenSSL's. */
const problems: Readonly<Record<string, Sentence>> = {
  ENOTFOUND: ({ host }) => `The database server ${host} is not known by that name. ${cure} or the name service.`,
  EAI_AGAIN: ({ host }) =>
    `The name service gave no answer for the database server ${host}. ${cure} or the name service.`,
  ECONNREFUSED: (at) => `No PostgreSQL server answers at ${placeOf(at)}. Start it, or correct DATABASE_URL.`,
  ENOENT: (at) => `No PostgreSQL server answers at ${placeOf(at)}. Start it, or correct DATABASE_URL.`,
  EHOSTUNREACH: (at) => `The database server at ${placeOf(at)} can't be reached. ${cure} or the network.`,
  ENETUNREACH: (at) => `The database server at ${placeOf(at)} can't be reached. ${cure} or the network.`,
  ETIMEDOUT: (at) => `The database server at ${placeOf(at)} did not answer in time. ${cure} or the network.`,
  EACCES: (at) => `This user may not connect to ${placeOf(at)}. ${cure} or the permissions of the socket.`,
  ECONNRESET: (at) => `The server at ${placeOf(at)} closed the connection; it may not be PostgreSQL. ${cure}.`,
  '28P01': ({ user }) => `The database server refused the password of the user ${user}. ${cure}.`,
  '28000': ({ user }, message) =>
    /role .* does not exist/.test(message)
      ? `The database server knows no user ${user}. ${cure}.`
      : `The database server doesn't let the user ${user} in from here. ${cure}, or allow it in pg_hba.conf.`,
  '3D000': ({ database, user }) =>
    `There is no database ${database} on the server. Create it (CREATE DATABASE "${database}" OWNER "${user}"), or correct DATABASE_URL.`,
  '42501': ({ user, database }) =>
    `The user ${user} may not do what is needed in the database ${database}. Make it the owner: ALTER DATABASE "${database}" OWNER TO "${user}".`,
  '53100': () => "The database server's disk is full. Make room there, then start again.",
  '53200': () => 'The database server has no memory left. Give it more, then start again.',
  '53300': () => 'The database server has no connection left. Raise its max_connections, or lower DATABASE_POOL_SIZE.',
  '57P03': () => 'The database server is starting up or shutting down. Start again in a moment.',
  '25006': () => 'The database is read-only, perhaps a replica. Set DATABASE_URL to the primary server.',
  DEPTH_ZERO_SELF_SIGNED_CERT: () => distrusted,
  SELF_SIGNED_CERT_IN_CHAIN: () => distrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: () => distrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: () => distrusted,
  CERT_HAS_EXPIRED: () => "The database server's certificate has expired. Renew it there.",
  ERR_TLS_CERT_ALTNAME_INVALID: ({ host }) =>
    `The database server's certificate is not made out for ${host}. ${cure}: the host must be one that the certificate names.`,
};

const distrusted =
  "The database server's certificate is not signed by a known authority. Add sslrootcert=/path/to/ca.pem to DATABASE_URL.";

/** Errors without a code, told by their words. */
const worded: readonly (readonly [RegExp, Sentence])[] = [
  [
    /unsupported startup parameter/i,
    (at) =>
      `The pooler at ${placeOf(at)} refuses the settings of a session. Let DATABASE_URL lead to PostgreSQL itself, or see "Poolers" in docs/operating.md.`,
  ],
  [
    /timeout|timed out/i,
    (at) => `The database server at ${placeOf(at)} did not answer in time. ${cure} or the network.`,
  ],
  [
    /terminated unexpectedly/i,
    (at) => `The server at ${placeOf(at)} closed the connection; it may not be PostgreSQL. ${cure}.`,
  ],
  [
    /does not support SSL/i,
    () => 'The database server speaks no TLS. Take sslmode out of DATABASE_URL, or set up TLS on the server.',
  ],
  [
    /password must be a string|no password/i,
    ({ user }) => `The database server wants a password for the user ${user}. Add it to DATABASE_URL.`,
  ],
];

/**
 * One sentence on what went wrong with a connection and what to do, without the password.
 * @returns an error for the operator; the given one where it is that already.
 */
export function connectionProblem(error: unknown, connection: Connection): StartError {
  if (error instanceof StartError) return error;
  const { code, message } = error as { readonly code?: string; readonly message?: string };
  const known = problems[code ?? ''] ?? worded.find(([words]) => words.test(message ?? ''))?.[1];
  const text =
    known?.(connection, message ?? '') ??
    `The database at ${placeOf(connection)} can't be used (${message ?? code}). ${cure}.`;
  return new StartError(text, { cause: error });
}

function placeOf({ host = 'localhost', port = 5432 }: Connection): string {
  return host.startsWith('/') ? `${host}/.s.PGSQL.${port}` : `${host}:${port}`;
}
