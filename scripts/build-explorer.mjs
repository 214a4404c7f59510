// Bundles the explorer's page (src/explorer/page) to src/generated/explorer: page.html and files/ under names that hold a hash of
// their content. Done again only when something it is made from has changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { build } from 'esbuild';

/** One hash over the page's sources, this script and the exact versions of all packages. */
function hashOfSources(root) {
  const explorer = path.join(root, 'src/explorer');
  const sources = [
    ...readdirSync(path.join(explorer, 'page')).map((name) => path.join(explorer, 'page', name)),
    path.join(explorer, 'examples.ts'),
    path.join(explorer, 'openingExample.ts'),
    path.join(root, 'scripts/build-explorer.mjs'),
    path.join(root, 'package-lock.json'),
  ];
  const hash = createHash('sha256');
  for (const file of sources.sort()) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}

/** Bundles some entry points; gives the files in memory, and esbuild's account of them with paths relative to the root. */
function bundle(root, options) {
  return build({
    absWorkingDir: root,
    outdir: 'out', // never written to
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"', ...options.define },
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    logLevel: 'error',
    ...options,
  });
}

/** The name of the file that the entry point of this name became. */
function nameOf(result, entry) {
  const name = new RegExp(`^${entry}-[A-Z0-9]{8}\\.\\w+$`);
  return Object.keys(result.metafile.outputs)
    .map((file) => path.basename(file))
    .find((file) => name.test(file));
}

/** The scripts that the page cannot show a query without: what `script` imports, and the editor, which it loads first. */
function scriptsNeeded({ metafile: { outputs } }, script) {
  const editor = /monaco-graphql\/esm\/(monaco-editor|lite)\.js$/;
  const needed = new Set();
  const visit = (file) => {
    if (needed.has(file)) return;
    needed.add(file);
    for (const { path: next, kind } of outputs[file].imports) {
      if (kind === 'import-statement' || editor.test(outputs[next]?.entryPoint)) visit(next);
    }
  };
  visit(`out/${script}`);
  return [...needed].map((file) => path.basename(file)).filter((name) => name !== script);
}

/** Everything that the page consists of, in memory: its HTML and its files by name. */
async function bundlePage(root) {
  const page = path.join(root, 'src/explorer/page');
  const workers = await bundle(root, {
    format: 'iife',
    entryPoints: {
      editor: 'monaco-editor/esm/vs/editor/editor.worker.js',
      graphql: 'monaco-graphql/esm/graphql.worker.js',
      json: 'monaco-editor/esm/vs/language/json/json.worker.js',
    },
  });
  const workerFiles = Object.fromEntries(['editor', 'graphql', 'json'].map((name) => [name, nameOf(workers, name)]));
  const [scripts, styles] = await Promise.all([
    bundle(root, {
      format: 'esm',
      splitting: true,
      jsx: 'automatic',
      entryPoints: { main: path.join(page, 'main.tsx') },
      define: { WORKER_FILES: JSON.stringify(workerFiles) },
      // The editor's scripts import a style sheet each; style.css has them all, in the right order.
      loader: { '.css': 'empty' },
    }),
    bundle(root, {
      entryPoints: { style: path.join(page, 'style.css'), favicon: path.join(page, 'favicon.svg') },
      loader: { '.ttf': 'file', '.svg': 'copy' },
    }),
  ]);
  const script = nameOf(scripts, 'main');
  const addresses = {
    favicon: nameOf(styles, 'favicon'),
    style: nameOf(styles, 'style'),
    script,
    preloads: scriptsNeeded(scripts, script),
  };
  const files = [workers, scripts, styles].flatMap(({ outputFiles }) => outputFiles);
  return { html: writeHtml(readFileSync(path.join(page, 'page.html'), 'utf8'), addresses), files };
}

function writeHtml(template, { preloads, ...addresses }) {
  // Relative to /graphql, so that the page also works below a path that a proxy puts in front.
  const address = (name) => `explorer/${name}`;
  return template
    .replace(
      '{preloads}',
      preloads.map((name) => `<link rel="modulepreload" href="${address(name)}" />`).join('\n    '),
    )
    .replace(/\{(\w+)\}/g, (_, which) => address(addresses[which]));
}

/** Makes the explorer's page in `<root>/src/generated/explorer`, unless the one there was made from the same. */
export async function buildExplorer(root) {
  const output = path.join(root, 'src/generated/explorer');
  const stamp = path.join(output, '.made-from');
  const made = hashOfSources(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === made) return;
  const { html, files } = await bundlePage(root);
  const folder = path.join(output, 'files');
  mkdirSync(folder, { recursive: true });
  const kept = new Set();
  for (const { path: file, contents } of files) {
    const name = path.basename(file);
    kept.add(name).add(`${name}.gz`);
    writeFileSync(path.join(folder, name), contents);
    writeFileSync(path.join(folder, `${name}.gz`), await promisify(gzip)(contents, { level: 9 }));
  }
  writeFileSync(path.join(output, 'page.html'), html);
  writeFileSync(stamp, made);
  for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(path.join(folder, name));
}
