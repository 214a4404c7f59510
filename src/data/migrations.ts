import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Log } from '../log';
import { packageRoot } from '../packageRoot';
import { StartError } from '../startError';
import { packConnection, type Connection } from './connection';
import type { Migration, MigrationTask } from './schemaEngine';
import { callInChild } from './child';

/**
 * How a migration's session differs. A step over a large table takes its time; but while it waits for a lock, everybody who comes
 * after waits behind it: nodes that are serving would stand still behind one long statement. So it gives up the wait, and tries again.
 */
const patience = { statement_timeout: 0, query_timeout: 0, lock_timeout: 2000 };
const tries = { most: 15, pauseMs: 2000 };

/** A row of Prisma's own table; one that was rolled back counts as never applied. */
interface Applied {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

/** The migrations that this version knows, oldest first. */
export function knownMigrations(folder = path.join(packageRoot, 'prisma/migrations')): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, sql: readFileSync(path.join(folder, name, 'migration.sql'), 'utf8') }));
}

/**
 * Brings the database to the state this version works with. Prisma's engine is loaded only when something is missing.
 * Call it inside `whileAlone`.
 * @throws StartError when the database is newer than this version, holds other tables, or a migration fails.
 */
export async function migrate(connection: Connection, log: Log, known = knownMigrations()): Promise<void> {
  const applied = await readApplied(connection);
  const names = new Set(known.map(({ name }) => name));
  const unknown = applied.find(({ name }) => !names.has(name));
  if (unknown) {
    throw new StartError(
      `The database was made by a newer version of Verbatim (it holds the migration ${unknown.name}). Start that version or a later one, or use another database.`,
    );
  }
  const failed = applied.find(({ finished }) => !finished);
  if (failed) {
    throw new StartError(
      `The migration ${failed.name} was cut short on this database. Restore the database from a backup, or put it right with "npx prisma migrate resolve", then start again.`,
    );
  }
  for (const { name, sql } of known) {
    const checksum = createHash('sha256').update(sql).digest('hex');
    const row = applied.find((one) => one.name === name);
    if (row && row.checksum !== checksum)
      log.warn({ migration: name }, 'a migration was changed after it was applied here');
  }
  if (applied.length === known.length) return;
  log.info({ migrations: await apply(connection, known, log) }, 'migrations applied');
}

/** @returns the names of those applied, in all tries together */
async function apply(connection: Connection, known: readonly Migration[], log: Log): Promise<string[]> {
  const before = await readApplied(connection);
  for (let attempt = 1; ; attempt++) {
    try {
      const task: MigrationTask = { to: packConnection({ ...connection, ...patience }), migrations: known };
      await callInChild<string[]>('data/schemaEngine', 'applyWithPrisma', task);
      const names = new Set(before.map(({ name }) => name));
      return known.map(({ name }) => name).filter((name) => !names.has(name));
    } catch (error) {
      if ((error as { code?: string }).code !== '55P03' || attempt === tries.most) throw migrationProblem(error);
      log.warn({ attempt }, 'a migration waits for a table that others are using, and is tried again');
      await noteRolledBack(connection);
      await pause(tries.pauseMs);
    }
  }
}

/** A migration is one transaction: of one that failed nothing is kept. Prisma's engine must be told, or it asks a person. */
async function noteRolledBack(connection: Connection): Promise<void> {
  const client = new Client(connection);
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(`/* migration rolled back */ UPDATE _prisma_migrations SET rolled_back_at = now()
      WHERE finished_at IS NULL AND rolled_back_at IS NULL`);
  } finally {
    await client.end();
  }
}

async function readApplied(connection: Connection): Promise<Applied[]> {
  const client = new Client(connection);
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<Applied>(
      `/* migrations applied */ SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
    );
    return rows;
  } catch (error) {
    if ((error as { code?: string }).code === '42P01') return []; // no such table: nothing was ever applied
    throw error;
  } finally {
    await client.end();
  }
}

/** What to do about a migration that failed; a missing permission is told as for any connection. */
function migrationProblem(error: unknown): unknown {
  const { code, message } = error as { readonly code?: string; readonly message: string };
  if (code === '42501' || message.includes('permission denied')) {
    return Object.assign(new Error(message, { cause: error }), { code: '42501' });
  }
  if (message.includes('The database schema is not empty')) {
    return new StartError(
      'The database holds tables that are not of Verbatim. Create an empty database and name it in DATABASE_URL.',
    );
  }
  // The engine's own words go on with its call stack.
  const reason = message.replace(/\s+/g, ' ').split(/ 0: \w+::/)[0];
  return new StartError(
    `The database could not be migrated (${reason}). Nothing of that step is kept; put it right and start again.`,
    {
      cause: error,
    },
  );
}
