import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { Pool } from 'pg';
import { packageRoot } from '../packageRoot';
import { type PortableConnection, unpackConnection } from './connection';
import { type WebAssemblyExports, instantiate } from './webAssembly';

/** One migration as it lies in prisma/migrations. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** What a child is told to apply. */
export interface MigrationTask {
  readonly to: PortableConnection;
  readonly migrations: readonly Migration[];
}

/** What the engine's JavaScript side has beside its declared types. */
interface Linkable {
  __wbg_set_wasm(exports: WebAssemblyExports): void;
}

/**
 * Applies what is missing of `migrations` with Prisma's own engine (its WebAssembly build, which needs no download), and
 * notes it in `_prisma_migrations`, so that `prisma migrate` goes on working for whoever has that program. A migration is
 * one transaction, as with that program.
 * @returns the names of those applied.
 * @throws the database's own error, or the engine's.
 */
export async function applyWithPrisma({ to, migrations }: MigrationTask): Promise<string[]> {
  const runtime = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const module = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm');
  const exports = await instantiate(readFileSync(module), { './schema_engine_bg.js': runtime });
  (runtime as unknown as Linkable).__wbg_set_wasm(exports);
  exports.__wbindgen_start();

  const pool = new Pool({ ...unpackConnection(to), max: 2 });
  pool.on('error', () => {}); // a lost session shows in the statement that wanted it
  const script = scriptsInOnePiece(pool);
  const schema = path.join(packageRoot, 'prisma/schema.prisma');
  const engine = await runtime.SchemaEngine.new(
    { datamodels: [[schema, readFileSync(schema, 'utf8')]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(script.factory),
  );
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      filters: { externalTables: [], externalEnums: [] },
      migrationsList: migrationsList(migrations),
    });
    return appliedMigrationNames;
  } catch (error) {
    throw script.failure() ?? error;
  } finally {
    engine.free();
    await pool.end();
  }
}

function migrationsList(migrations: readonly Migration[]) {
  return {
    baseDir: path.join(packageRoot, 'prisma/migrations'),
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  };
}

/**
 * Prisma's adapter cuts a script at every semicolon, those in function bodies and comments included. PostgreSQL takes a
 * whole script, so it gets one; and keeps what went wrong, which the engine only retells.
 */
function scriptsInOnePiece(pool: Pool) {
  let failure: unknown;
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script) => {
      try {
        await pool.query(script);
      } catch (error) {
        failure = error;
        throw error;
      }
    };
    return adapter;
  };
  return { factory, failure: () => failure };
}
