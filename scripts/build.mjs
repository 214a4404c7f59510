// Makes what the program needs to run: the Prisma client and the explorer's page (both in src/generated), and dist/.
// Does nothing, and needs no development package, where all of it was made from the sources at hand.
// Writes a file only when its content differs, so that a build beside a running server leaves that server's files alone.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const sources = path.join(root, 'src');
const dist = path.join(root, 'dist');
const stamp = path.join(dist, '.made-from');
const generated = path.join(sources, 'generated') + path.sep;
const browserFolder = path.join(sources, 'explorer/page') + path.sep;

/** Every file below `folder` whose path passes `wanted`, as absolute paths. */
function filesBelow(folder, wanted) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter(wanted);
}

function isServerSource(file) {
  return file.endsWith('.ts') && !file.endsWith('.d.ts') && !file.startsWith(browserFolder);
}

/** One hash over all that a build is made from; package-lock.json has the exact versions of what makes it. */
function hashOfSources() {
  const hash = createHash('sha256');
  const files = [
    ...filesBelow(sources, (file) => !file.startsWith(generated)),
    ...filesBelow(path.join(root, 'scripts'), (file) => path.basename(file).startsWith('build')),
    path.join(root, 'prisma/schema.prisma'),
    path.join(root, 'package-lock.json'),
  ];
  for (const file of files.sort()) hash.update(path.relative(root, file)).update(readFileSync(file));
  return hash.digest('hex');
}

/** Whether everything is there that a build from these sources makes. */
function isBuilt(hash) {
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash) return false;
  const made = filesBelow(sources, isServerSource).map((file) =>
    path.join(dist, path.relative(sources, file).replace(/ts$/, 'js')),
  );
  return [...made, path.join(generated, 'prisma/client.ts'), path.join(generated, 'explorer/page.html')].every(
    existsSync,
  );
}

/** Transpiles src/ file by file to dist/ and removes what no source stands behind any more. */
async function transpile() {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: filesBelow(sources, isServerSource),
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

async function makeAll(hash) {
  console.error('Building Verbatim from its sources …');
  const { buildClient } = await import('./build-client.mjs');
  const { buildExplorer } = await import('./build-explorer.mjs');
  await buildClient(root);
  await transpile();
  await buildExplorer(root);
  writeFileSync(stamp, hash);
}

/** What went wrong, for whoever called the build. */
function explain(error) {
  if (!['MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND'].includes(error.code)) return error.message;
  return (
    `${error.message.split('\n')[0]}\n` +
    'dist/ is to be built, and the packages that build it are not all installed. Run: npm ci && npm run build\n' +
    'After that, "npm prune --omit=dev" removes what the built program does not need.'
  );
}

const hash = hashOfSources();
try {
  if (!isBuilt(hash)) await makeAll(hash);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
