// Makes what the program needs to run: the Prisma client and the explorer's page (both in src/generated, only when what they are
// made from changed), and dist/.
// Writes a file only when its content differs, so that a build beside a running server leaves that server's files alone.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildClient } from './build-client.mjs';
import { buildExplorer } from './build-explorer.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Every file below `folder` whose path passes `wanted`, as absolute paths. */
function filesBelow(folder, wanted) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter(wanted);
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
  await buildClient(root);
  await transpile();
  await buildExplorer(root);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
