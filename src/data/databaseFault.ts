import { isNativeError } from 'node:util/types';
import { acquireTimeoutMessage, PoolFull } from './boundedPool';
import { DatabaseSilent } from './watchedPool';

/**
 * SQLSTATEs, or their classes, of a database that is away, going away, lets nobody in, is full of connections, or asks to try
 * again.
 */
const awayStates = /^(08|28|57P0|53300|40001|40P01)/;

/** What the operating system says of a connection that can't be made or was lost. */
const awaySystemCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EACCES',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/**
 * What Prisma says of the same, in codes of its own: it can't get through, or lost the connection (P1…), or ran out of time for a
 * transaction (P2028), or out of tries for one that others stood in the way of (P2034).
 */
const awayPrismaCodes = /^(P1001|P1002|P1008|P1011|P1017|P2024|P2028|P2034)$/;

/** What Prisma's adapter makes of errors of the connection, and hands on under whatever code of Prisma's. */
const awayAdapterKinds = new Set([
  'DatabaseNotReachable',
  'DatabaseAccessDenied',
  'AuthenticationFailed',
  'ConnectionClosed',
  'SocketTimeout',
  'TlsConnectionError',
  'TooManyConnections',
  'TransactionAlreadyClosed',
  'TransactionWriteConflict',
]);

/** What `pg` says without any code. */
const awayMessages =
  /^(Connection terminated|Connection timed out|timeout expired|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end)/;

/** SQLSTATEs of a database that is short of disk, memory or the like; one that is full of connections is away. */
const shortOf = /^53(?!300)[0-9A-Z]{3}$/;

/** What the operator can do about a database that is short of something, by its SQLSTATE (class 53). */
const shortages: Readonly<Record<string, string>> = {
  '53100': 'The disk of the database server is full. Make room there: writing fails until then.',
  '53200': 'The database server has no memory left. Give it more, or lower work_mem or its connections.',
  '53400': 'The database server has reached a limit of its configuration. Raise it.',
};

/** A sentence for the operator on an error of the database that only they can help; undefined for all other errors. */
export function wordForOperator(error: unknown): string | undefined {
  if (databaseFault(error) !== 'short') return undefined;
  const code = databaseCause(error)?.code ?? codeOf(error as Error);
  return shortages[code] ?? 'The database server is short of resources. Its log says of what.';
}

/**
 * Whether an error says that the database is away, that it is `short` of disk, memory or the like, that it has more to do
 * than it can (`busy`), or that a statement took too long; undefined for all other errors.
 * Messages of the database are looked at here and go no further: they hold SQL, hosts and names of tables.
 */
export function databaseFault(error: unknown): 'away' | 'short' | 'busy' | 'slow' | undefined {
  if (error instanceof DOMException && error.name === 'AbortError') return 'busy'; // the client hung up
  if (!isNativeError(error)) return undefined;
  if (error instanceof PoolFull || error.message === acquireTimeoutMessage) return 'busy';
  if (error instanceof DatabaseSilent) return 'away';
  return faultTold(error) ?? severalFaults(error);
}

/** What the code, the kind or the words of an error tell. */
function faultTold(error: Error): ReturnType<typeof databaseFault> {
  const adapter = adapterCause(error);
  const code = adapter?.code ?? codeOf(error);
  if (code === '57014' || error.message === 'Query read timeout') return 'slow';
  if (shortOf.test(code)) return 'short';
  return awayAdapterKinds.has(adapter?.kind ?? '') || saysAway(error, code) ? 'away' : undefined;
}

function severalFaults(error: Error): ReturnType<typeof databaseFault> {
  return 'errors' in error && Array.isArray(error.errors) ? error.errors.map(databaseFault).find(Boolean) : undefined; // AggregateError
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function saysAway(error: Error, code: string): boolean {
  if (awayPrismaCodes.test(code) || awayMessages.test(error.message)) return true;
  if (/^[0-9A-Z]{5}$/.test(code) && awayStates.test(code)) return true;
  // A file of ours that is missing says so too, with its path: that is a fault of ours.
  return awaySystemCodes.has(code) && !('path' in error);
}

/** What the adapter under Prisma has to say of an error of the database. */
export interface DatabaseCause {
  readonly kind?: string;
  readonly code?: string;
  /** The database's own words: they hold names of tables, and go no further. */
  readonly originalMessage?: string;
  readonly constraint?: { readonly index?: string };
}

/** What the database said where an error is one of its; undefined for all other errors. */
export function databaseCause(error: unknown): DatabaseCause | undefined {
  return isNativeError(error) ? adapterCause(error) : undefined;
}

/** An error of Prisma's holds it in `meta`, or is it. */
function adapterCause(error: Error): DatabaseCause | undefined {
  const { meta, name, cause } = error as Error & { readonly meta?: { readonly driverAdapterError?: Error } };
  const found = name === 'DriverAdapterError' ? cause : meta?.driverAdapterError?.cause;
  return typeof found === 'object' && found !== null ? found : undefined;
}

/** Whether a connection that was there went away while something was asked: another one may well answer. */
export function isLostConnection(error: unknown): boolean {
  if (!isNativeError(error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return (
    /^(57P01|57P02|ECONNRESET|EPIPE)$/.test(String(code)) || error.message === 'Connection terminated unexpectedly'
  );
}
