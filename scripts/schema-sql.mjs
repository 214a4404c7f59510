// Prints the SQL that makes an empty database what a Prisma schema says: the start of a new migration, and what
// tests/data/drift.test.ts holds the migrations against. `prisma migrate diff` does the same, but first downloads a program.
//   DATABASE_URL=postgresql://… node scripts/schema-sql.mjs [schema.prisma]
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPg } from '@prisma/adapter-pg';

if (!process.env.DATABASE_URL) {
  console.error('Set DATABASE_URL to any PostgreSQL database; nothing is written to it.');
  process.exit(1);
}
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const schema = process.argv[2] ?? path.join(root, 'prisma/schema.prisma');
const files = [{ path: schema, content: readFileSync(schema, 'utf8') }];

const module = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm');
const runtime = await import('@prisma/schema-engine-wasm/schema_engine_bg');
const { instance } = await WebAssembly.instantiate(readFileSync(module), { './schema_engine_bg.js': runtime });
runtime.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();

// The engine asks a database for its version, and leaves it alone.
const factory = new PrismaPg({ connectionString: process.env.DATABASE_URL });
const engine = await runtime.SchemaEngine.new(
  { datamodels: files.map(({ path, content }) => [path, content]) },
  () => {},
  bindMigrationAwareSqlAdapterFactory(factory),
);
const { stdout } = await engine.diff({
  from: { tag: 'empty' },
  to: { tag: 'schemaDatamodel', files, configDir: root },
  script: true,
  exitCode: null,
  shadowDatabaseUrl: null,
  filters: { externalTables: [], externalEnums: [] },
});
// The engine keeps a timer; nothing is left to wait for once the words are out.
process.stdout.write(stdout, () => process.exit(0));
