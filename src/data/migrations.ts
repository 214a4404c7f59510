import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Log } from '../log';
import { packageRoot } from '../packageRoot';
import { StartError } from '../errors/startError';
import type { Connection } from './connection';
import { applyMigration, type Migration, openMigrator, type Row, rowsOf } from './migrator';

/** How often a migration is tried that waits for a table in use, and the pause between two tries, in milliseconds. */
const tries = { most: 15, pauseMs: 2000 };

/** A migration of that text. */
export function migrationOf(name: string, sql: string): Migration {
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

/** The migrations that this version knows, oldest first. */
export function knownMigrations(folder = path.join(packageRoot, 'prisma/migrations')): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => migrationOf(name, readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')));
}

/**
 * Brings the database to the state this version works with. Each migration and its row in Prisma's own table are one transaction,
 * so that a process may die at any moment: the next one goes on where it was.
 * @throws StartError when the database is newer than this version, holds other tables, or a migration fails.
 */
export async function migrate(
  connection: Connection,
  log: Log,
  known: readonly Migration[] = knownMigrations(),
): Promise<void> {
  const migrator = await openMigrator(connection);
  try {
    if (missingOf(known, await checkedRows(migrator.client, known, log)).length === 0) return;
    await migrator.lock();
    // Another process, or Prisma's own program, may have been at it until now.
    const rows = await rowsOf(migrator.client);
    const migrations: string[] = [];
    for (const migration of missingOf(known, rows)) {
      const unfinished = rows.find(({ name, finished }) => name === migration.name && !finished);
      await applyPatiently(migrator.client, migration, unfinished, log);
      migrations.push(migration.name);
    }
    if (migrations.length > 0) log.info({ migrations }, 'migrations applied');
  } finally {
    await migrator.close();
  }
}

/** The rows of Prisma's table, where all of them are of migrations that this version knows. */
async function checkedRows(client: Client, known: readonly Migration[], log: Log): Promise<readonly Row[]> {
  const rows = await rowsOf(client);
  const names = new Set(known.map(({ name }) => name));
  const unknown = rows.find(({ name }) => !names.has(name));
  if (unknown) {
    throw new StartError(
      `The database was made by a newer version of Verbatim (it holds the migration ${unknown.name}). Start that version or a later one, or use another database.`,
    );
  }
  for (const { name, checksum } of known) {
    const row = rows.find((one) => one.name === name && one.finished);
    if (row && row.checksum !== checksum)
      log.warn({ migration: name }, 'a migration was changed after it was applied here');
  }
  return rows;
}

function missingOf(known: readonly Migration[], rows: readonly Row[]): readonly Migration[] {
  const finished = new Set(rows.filter((row) => row.finished).map(({ name }) => name));
  return known.filter(({ name }) => !finished.has(name));
}

/** A migration that waits for a lock lets those pass who stand behind it, and tries again. */
async function applyPatiently(client: Client, migration: Migration, unfinished: Row | undefined, log: Log) {
  for (let attempt = 1; ; attempt++) {
    try {
      await applyMigration(client, migration, unfinished, log);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== '55P03' || attempt === tries.most) throw migrationProblem(error);
      log.warn({ attempt }, 'a migration waits for a table that others are using, and is tried again');
      await pause(tries.pauseMs);
    }
  }
}

/** What to do about a migration that failed; what `connectionProblem` knows by its code, it tells better. */
function migrationProblem(error: unknown): unknown {
  const { code = '', message } = error as { readonly code?: string; readonly message: string };
  if (error instanceof StartError || /^(42501|25006|53...|57P0.|08...|E[A-Z]+)$/.test(code)) return error;
  return new StartError(
    `The database could not be migrated (${message}). Nothing of that step is kept; put it right and start again.`,
    { cause: error },
  );
}
