import { Client } from 'pg';
import type { Log } from '../log';
import { StartError } from '../errors/startError';
import type { Connection } from './connection';

/** One migration as it lies in prisma/migrations. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of its file, in hexadecimal digits, as Prisma notes it. */
  readonly checksum: string;
}

/** A row of Prisma's own table `_prisma_migrations`; one that was rolled back counts as never written. */
export interface Row {
  readonly id: string;
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
  /** Whether Prisma's program wrote there why the migration failed. */
  readonly failed: boolean;
}

/** A session for migrations. */
export interface Migrator {
  readonly client: Client;
  /** Waits until nobody else migrates this database: no Verbatim, and no program of Prisma's, which takes the same lock. */
  lock(): Promise<void>;
  close(): Promise<void>;
}

/** The number that Prisma's program locks while it migrates. */
const prismaLock = 72_707_369;

/**
 * How long a migration waits for a lock, in milliseconds. A step over a large table takes its time; but while it waits for a lock,
 * everybody who comes after waits behind it: nodes that are serving would stand still behind one long statement.
 */
const lockTimeoutMs = 2000;

/** As Prisma's program makes it. */
const table = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY NOT NULL,
  checksum varchar(64) NOT NULL,
  finished_at timestamptz,
  migration_name varchar(255) NOT NULL,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(),
  applied_steps_count integer NOT NULL DEFAULT 0
)`;

/** Opens a session whose statements may take as long as they need. @throws the database's error */
export async function openMigrator(connection: Connection): Promise<Migrator> {
  const client = new Client({ ...connection, statement_timeout: 0, query_timeout: 0 });
  client.on('error', () => {}); // a lost session shows in the statement that wanted it
  await client.connect();
  return {
    client,
    async lock() {
      await watchOverUs(client);
      await client.query('/* migration lock */ SELECT pg_advisory_lock($1)', [prismaLock]);
    },
    close: () => client.end(),
  };
}

/**
 * Lets the server look every second whether this process still lives, in the middle of a statement too: an index that is built for
 * a process that has died would hold up the next one. Servers on some systems can't.
 */
async function watchOverUs(client: Client): Promise<void> {
  try {
    await client.query(`/* watch the client */ SET client_connection_check_interval = '1s'`);
  } catch (error) {
    if (!(error as { code?: string }).code?.startsWith('22')) throw error;
  }
}

/** What is noted as applied, or begun; nothing where there is no such table. @throws the database's error */
export async function rowsOf(client: Client): Promise<readonly Row[]> {
  const { rows: found } = await client.query<{ there: boolean }>(
    `/* migrations noted? */ SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`,
  );
  if (!found[0]!.there) return [];
  const { rows } = await client.query<Row>(
    `/* migrations noted */ SELECT id, migration_name AS name, checksum, finished_at IS NOT NULL AS finished,
       coalesce(logs, '') <> '' AS failed
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  return rows;
}

/**
 * Applies a migration and notes it, in one transaction.
 * @param unfinished the row that a program left behind which noted the beginning and the end of a migration by themselves
 * @throws StartError where the database holds other tables; the database's error, with nothing kept
 */
export async function applyMigration(
  client: Client,
  migration: Migration,
  unfinished: Row | undefined,
  log: Log,
): Promise<void> {
  try {
    await inTransaction(client, () => applyAndNote(client, migration));
  } catch (error) {
    if (!unfinished || unfinished.failed || !saysDone(error)) throw error;
    log.warn({ migration: migration.name }, 'a migration that was applied and not noted is noted now');
    await client.query(
      `/* note migration */ UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1, checksum = $2 WHERE id = $1`,
      [unfinished.id, migration.checksum],
    );
  }
}

/**
 * Whether an error says that a migration is there already: what it makes exists, or what it removes does not. Its statements were one
 * transaction for whoever ran them, so none of them is missing then.
 */
function saysDone(error: unknown): boolean {
  return /^(42P07|42P06|42710|42701|42723|42703|42704|42P01)$/.test((error as { code?: string }).code ?? '');
}

async function applyAndNote(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query(`/* migration patience */ SET LOCAL lock_timeout = ${lockTimeoutMs}`);
  if ((await rowsOf(client)).length === 0) await checkEmpty(client);
  await client.query(table);
  const { rows } = await client.query<{ id: string }>('/* transaction */ SELECT pg_current_xact_id()::text AS id');
  await client.query(sql);
  await client.query(
    `/* roll back leftovers */ UPDATE _prisma_migrations SET rolled_back_at = now()
     WHERE migration_name = $1 AND finished_at IS NULL AND rolled_back_at IS NULL`,
    [name],
  );
  const { rowCount } = await client.query(
    `/* note migration */ INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     SELECT gen_random_uuid(), $1, $2, now(), clock_timestamp(), 1 WHERE pg_current_xact_id()::text = $3`,
    [checksum, name, rows[0]!.id],
  );
  if (rowCount !== 1) {
    throw new StartError(
      `The migration ${name} ends the transaction that it is to be part of, and part of it may be kept. Take COMMIT and ROLLBACK out of it.`,
    );
  }
}

async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN');
  try {
    await work();
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {}); // a session that is lost has rolled back
    throw error;
  }
}

/** Tables, views and types that stand in the schema and belong to no extension. */
const strangers = `/* empty? */ WITH here AS (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
  SELECT FROM pg_class c JOIN here ON relnamespace = here.oid WHERE relkind IN ('r', 'p', 'v', 'm', 'f')
    AND relname <> '_prisma_migrations'
    AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')
  UNION ALL SELECT FROM pg_type t JOIN here ON typnamespace = here.oid WHERE typtype = 'e'
    AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_type'::regclass AND objid = t.oid AND deptype = 'e')
  LIMIT 1`;

async function checkEmpty(client: Client): Promise<void> {
  if ((await client.query(strangers)).rowCount === 0) return;
  throw new StartError(
    'The database holds tables that are not of Verbatim. Create an empty database and name it in DATABASE_URL.',
  );
}
