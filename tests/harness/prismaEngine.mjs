// Applies what a database lacks of a folder of migrations with Prisma's own engine, and prints the names as JSON.
//   node tests/harness/prismaEngine.mjs postgresql://… prisma/migrations
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';

const [connectionString, folder] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const module = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm');
const runtime = await import('@prisma/schema-engine-wasm/schema_engine_bg');
const { instance } = await WebAssembly.instantiate(readFileSync(module), { './schema_engine_bg.js': runtime });
runtime.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();

// Prisma's adapter cuts a script at every semicolon, those in function bodies included; PostgreSQL takes it whole.
const pool = new pg.Pool({ connectionString });
const factory = new PrismaPg(pool);
const connect = factory.connect.bind(factory);
factory.connect = async () => {
  const adapter = await connect();
  adapter.executeScript = async (script) => void (await pool.query(script));
  return adapter;
};

const schema = path.join(folder, '../schema.prisma');
const engine = await runtime.SchemaEngine.new(
  { datamodels: [[schema, readFileSync(schema, 'utf8')]] },
  () => {},
  bindMigrationAwareSqlAdapterFactory(factory),
);
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const { appliedMigrationNames } = await engine.applyMigrations({
  filters: { externalTables: [], externalEnums: [] },
  migrationsList: {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"' },
    shadowDbInitScript: '',
    migrationDirectories: names.sort().map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(path.join(folder, name, 'migration.sql'), 'utf8') },
      },
    })),
  },
});
// The engine keeps a timer.
process.stdout.write(JSON.stringify(appliedMigrationNames), () => process.exit(0));
