import path from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../packageRoot';
import { anyOrigin, isToken, type PurgeKeyHeader, purgeKeyHeaders } from './knownForms';
import { filePath, isOrigin, isPostgresUrl, seconds, type Setting, wholeNumber, yesOrNo } from './settingValues';
import { StartError } from '../errors/startError';

const folder = filePath('the path of a folder');
const jsonFile = filePath('the path of a JSON file');

const settings = {
  PORT: { ...wholeNumber(0, 65535, 4000), expected: 'a whole number from 0 to 65535 (0 takes any free port)' },
  HOST: {
    expected: 'an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them',
    value: z
      .string()
      .regex(/^[\w.:-]+$/)
      .default('127.0.0.1'),
  },
  WORKERS: wholeNumber(1, 256, 1),
  WORKER_TIMEOUT_SECONDS: seconds(wholeNumber(1, 3600, 15)),
  MAX_CONNECTIONS: wholeNumber(1, 1_000_000, 10_000),
  DATA_DIR: { ...folder, value: folder.value.default(path.join(packageRoot, 'data')) },
  DATABASE_URL: {
    expected: 'postgresql://user:password@host:5432/database, with special characters in the password percent-encoded',
    secret: true,
    value: z.string().refine(isPostgresUrl).optional(),
  },
  DATABASE_REPLICA_URLS: {
    expected: 'addresses of the form that DATABASE_URL has, separated by commas',
    secret: true,
    value: z
      .string()
      .transform((text) => text.split(',').map((url) => url.trim()))
      .refine((urls) => urls.every(isPostgresUrl))
      .default([]),
  },
  DATABASE_REPLICA_MAX_LAG_SECONDS: seconds(wholeNumber(1, 3600, 5)),
  DATABASE_POOL_SIZE: wholeNumber(1, 500, 10),
  DATABASE_QUEUE_SIZE: wholeNumber(0, 100_000, 200),
  DATABASE_POOL_TIMEOUT_SECONDS: seconds(wholeNumber(1, 300, 5)),
  STATEMENT_TIMEOUT_SECONDS: seconds(wholeNumber(1, 3600, 10)),
  LOG_LEVEL: {
    expected: 'one of fatal, error, warn, info, debug, trace, silent',
    value: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  },
  INTROSPECTION: yesOrNo(true),
  PUBLIC_READ: yesOrNo(true),
  ALLOWED_ORIGINS: {
    expected: 'origins such as https://www.example.org, separated by commas, or * for all',
    value: z
      .string()
      .transform((text) => text.split(',').map((origin) => origin.trim()))
      .refine((origins) => origins.every((origin) => origin === anyOrigin || isOrigin(origin)))
      .default([]),
  },
  FIRST_ADMIN_KEY: {
    expected: 'vbt_ and 43 characters: 32 random bytes in base64url. .env.example shows how to make one',
    secret: true,
    value: z.string().refine(isToken).optional(),
  },
  TRUSTED_DOCUMENTS: { ...jsonFile, value: jsonFile.value.optional() },
  TRUSTED_DOCUMENTS_ONLY: yesOrNo(false),
  RESPONSE_CACHE_MB: wholeNumber(0, 65536, 160),
  SHARED_CACHE_MAX_AGE_SECONDS: seconds(wholeNumber(0, 86_400, 0)),
  PURGE_KEYS_HEADER: {
    expected: `one of ${Object.keys(purgeKeyHeaders).join(', ')}`,
    value: z
      .string()
      .toLowerCase()
      .pipe(z.enum(Object.keys(purgeKeyHeaders) as PurgeKeyHeader[]))
      .optional(),
  },
  SHUTDOWN_GRACE_SECONDS: seconds(wholeNumber(0, 3600, 25)),
} satisfies Record<string, Setting<unknown>>;

/** The names of all environment variables that the program reads, for the check of .env.example. */
export const settingNames = Object.keys(settings);

/** Everything that can be set from outside. Durations are milliseconds, paths are absolute. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Processes that serve behind the one port. */
  readonly workers: number;
  /** How long one of several processes may do nothing at all before it is replaced. */
  readonly workerTimeoutMs: number;
  /** How many connections of clients one process holds. */
  readonly maxConnections: number;
  readonly dataDir: string;
  /** A PostgreSQL server; without one the embedded PostgreSQL serves from `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Streaming replicas of that server, for reading; none without. */
  readonly databaseReplicaUrls: readonly string[];
  /** How old what a replica answers may be. */
  readonly databaseReplicaMaxLagMs: number;
  /** Connections for reading, to each server. */
  readonly databasePoolSize: number;
  /** How many requests may wait for a connection of one pool. */
  readonly databaseQueueSize: number;
  readonly databasePoolTimeoutMs: number;
  readonly statementTimeoutMs: number;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  readonly introspection: boolean;
  readonly publicRead: boolean;
  /** Whose pages may ask from a browser, beside our own; `*` stands for all. */
  readonly allowedOrigins: readonly string[];
  /** The first API key, where there is none yet; without one the first start makes its own. */
  readonly firstAdminKey: string | undefined;
  /** The list of documents that clients may name in place of sending them; undefined for none. */
  readonly trustedDocuments: string | undefined;
  /** Whether nothing but the documents of that list is answered. */
  readonly trustedDocumentsOnly: boolean;
  /** How much memory ready answers may take, in bytes; 0 keeps none. */
  readonly responseCacheBytes: number;
  /** How long a shared cache may keep answers to GETs without asking. */
  readonly sharedCacheMs: number;
  /** Where answers to GETs tell their purge keys; undefined for nowhere. */
  readonly purgeKeysHeader: PurgeKeyHeader | undefined;
  readonly shutdownGraceMs: number;
}

/**
 * Parses the environment; an empty variable counts as not set.
 * @throws StartError naming every mistake at once, a sentence each, without repeating a secret.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const mistakes: string[] = [];
  function read<T>(name: keyof typeof settings, setting: Setting<T>): T {
    const text = env[name] || undefined;
    const parsed = setting.value.safeParse(text);
    if (parsed.success) return parsed.data;
    const found = setting.secret ? 'is not understood' : `is ${JSON.stringify(text)}`;
    mistakes.push(`${name} ${found}. Set it to ${setting.expected}.`);
    return undefined as T; // never seen: the mistake is thrown below
  }
  const config: Config = {
    port: read('PORT', settings.PORT),
    host: read('HOST', settings.HOST),
    workers: read('WORKERS', settings.WORKERS),
    workerTimeoutMs: read('WORKER_TIMEOUT_SECONDS', settings.WORKER_TIMEOUT_SECONDS),
    maxConnections: read('MAX_CONNECTIONS', settings.MAX_CONNECTIONS),
    dataDir: read('DATA_DIR', settings.DATA_DIR),
    databaseUrl: read('DATABASE_URL', settings.DATABASE_URL),
    databaseReplicaUrls: read('DATABASE_REPLICA_URLS', settings.DATABASE_REPLICA_URLS),
    databaseReplicaMaxLagMs: read('DATABASE_REPLICA_MAX_LAG_SECONDS', settings.DATABASE_REPLICA_MAX_LAG_SECONDS),
    databasePoolSize: read('DATABASE_POOL_SIZE', settings.DATABASE_POOL_SIZE),
    databaseQueueSize: read('DATABASE_QUEUE_SIZE', settings.DATABASE_QUEUE_SIZE),
    databasePoolTimeoutMs: read('DATABASE_POOL_TIMEOUT_SECONDS', settings.DATABASE_POOL_TIMEOUT_SECONDS),
    statementTimeoutMs: read('STATEMENT_TIMEOUT_SECONDS', settings.STATEMENT_TIMEOUT_SECONDS),
    logLevel: read('LOG_LEVEL', settings.LOG_LEVEL),
    introspection: read('INTROSPECTION', settings.INTROSPECTION),
    publicRead: read('PUBLIC_READ', settings.PUBLIC_READ),
    allowedOrigins: read('ALLOWED_ORIGINS', settings.ALLOWED_ORIGINS),
    firstAdminKey: read('FIRST_ADMIN_KEY', settings.FIRST_ADMIN_KEY),
    trustedDocuments: read('TRUSTED_DOCUMENTS', settings.TRUSTED_DOCUMENTS),
    trustedDocumentsOnly: read('TRUSTED_DOCUMENTS_ONLY', settings.TRUSTED_DOCUMENTS_ONLY),
    responseCacheBytes: read('RESPONSE_CACHE_MB', settings.RESPONSE_CACHE_MB) * 1024 * 1024,
    sharedCacheMs: read('SHARED_CACHE_MAX_AGE_SECONDS', settings.SHARED_CACHE_MAX_AGE_SECONDS),
    purgeKeysHeader: read('PURGE_KEYS_HEADER', settings.PURGE_KEYS_HEADER),
    shutdownGraceMs: read('SHUTDOWN_GRACE_SECONDS', settings.SHUTDOWN_GRACE_SECONDS),
  };
  if (config.databaseUrl === undefined && env.DATABASE_REPLICA_URLS)
    mistakes.push('DATABASE_REPLICA_URLS is set, and DATABASE_URL is not. Set DATABASE_URL to their primary server.');
  if (config.trustedDocumentsOnly && config.trustedDocuments === undefined)
    mistakes.push(
      'TRUSTED_DOCUMENTS_ONLY is true, and TRUSTED_DOCUMENTS is not set. Set it to the list of those documents.',
    );
  if (mistakes.length > 0) throw new StartError(mistakes.join('\n'));
  return Object.freeze(config);
}
