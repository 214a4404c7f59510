// Makes what the program needs to run: the Prisma client and the explorer's page (both in src/generated, only when what they are
// made from changed), and dist/.
// Writes a file only when its content differs, so that a build beside a running server leaves that server's files alone.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildExplorer } from './build-explorer.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);

/** Every file below `folder` whose path passes `wanted`, as absolute paths. */
function filesBelow(folder, wanted) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter(wanted);
}

/** Generates the Prisma client unless the one at hand was made from this schema by this version. */
function generateClient() {
  const output = path.join(root, 'src/generated/prisma');
  const stamp = path.join(output, '.made-from');
  const made = createHash('sha256')
    .update(readFileSync(path.join(root, 'prisma/schema.prisma')))
    .update(readFileSync(path.join(root, 'prisma.config.ts')))
    .update(require('prisma/package.json').version)
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === made) return;
  try {
    execFileSync(process.execPath, [require.resolve('prisma/build/index.js'), 'generate'], {
      cwd: root,
      stdio: 'pipe',
      encoding: 'utf8',
      // The CLI downloads its schema engine before any command, `generate` needs none of it: any existing file will do.
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
    });
  } catch (error) {
    throw new Error(`The Prisma client could not be generated:\n${error.stderr ?? error.message}`, { cause: error });
  }
  writeFileSync(stamp, made);
}

const browserFolder = path.join(root, 'src/explorer/page') + path.sep;

function isServerSource(file) {
  return file.endsWith('.ts') && !file.endsWith('.d.ts') && !file.startsWith(browserFolder);
}

/** Transpiles src/ file by file to dist/ and removes what no source stands behind any more. */
async function transpile() {
  const dist = path.join(root, 'dist');
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: filesBelow(path.join(root, 'src'), isServerSource),
    outbase: 'src',
    outdir: 'dist',
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'error',
    write: false,
  });
  const wanted = new Set();
  for (const { path: file, contents } of outputFiles) {
    wanted.add(file);
    if (existsSync(file) && readFileSync(file).equals(contents)) continue;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, contents);
  }
  for (const file of filesBelow(dist, (file) => !wanted.has(file))) rmSync(file);
}

try {
  generateClient();
  await transpile();
  await buildExplorer(root);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
