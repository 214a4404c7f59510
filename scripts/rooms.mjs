// Prints the rooms of src/ and the arrows between them: `npm run rooms -- [--types] [--arrows] [--json]`.
// A room is a top-level folder of src/, or a file that stands loose in src/. An arrow is an import at run time from one room to another.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { layers } from './layers.mjs';

const src = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'src');

/** Every TypeScript source below src/ but generated ones, as paths from src/ with slashes. */
function sourceFiles() {
  return readdirSync(src, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => path.relative(src, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => !file.startsWith('generated/'));
}

/** The room of a path from src/: `reading/plan.ts` stands in `reading`, `main.ts` is its own. */
export const roomOf = (file) => (file.includes('/') ? file.split('/', 1)[0] : file.replace(/\.tsx?$/, ''));

/** Whether an import or export leaves nothing at run time. */
function isTypeOnly(node) {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const { importClause: clause } = node;
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const { namedBindings } = clause;
  return (
    !clause.name &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly)
  );
}

/** The files of src/ that one of them imports, as paths from src/ without an ending. */
function importsOf(file, withTypes) {
  const source = ts.createSourceFile(file, readFileSync(path.join(src, file), 'utf8'), ts.ScriptTarget.Latest);
  return source.statements
    .filter((node) => (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
    .filter((node) => node.moduleSpecifier.text.startsWith('.') && (withTypes || !isTypeOnly(node)))
    .map((node) => path.posix.join(path.posix.dirname(file), node.moduleSpecifier.text))
    .filter((target) => !target.startsWith('generated/') && !target.startsWith('..'));
}

/**
 * The rooms, and the arrows between them.
 * @param withTypes counts imports of types too
 * @returns `rooms`: names; `arrows`: from a room to each room that it imports, with the files that do
 */
export function rooms(withTypes = false) {
  const arrows = new Map();
  const names = new Set();
  for (const file of sourceFiles()) {
    const from = roomOf(file);
    names.add(from);
    for (const target of importsOf(file, withTypes)) {
      const to = roomOf(target);
      if (to === from) continue;
      if (!arrows.has(from)) arrows.set(from, new Map());
      const targets = arrows.get(from);
      targets.set(to, [...(targets.get(to) ?? []), `${file} → ${target}`]);
    }
  }
  return { rooms: [...names].sort(), arrows };
}

/** The sets of rooms that reach each other (Tarjan's strongly connected components of more than one room). */
export function knots({ rooms: names, arrows }) {
  const index = new Map();
  const low = new Map();
  const stack = [];
  const found = [];
  const visit = (room) => {
    index.set(room, index.size);
    low.set(room, index.get(room));
    stack.push(room);
    for (const next of arrows.get(room)?.keys() ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(room, Math.min(low.get(room), low.get(next)));
    }
    if (low.get(room) !== index.get(room)) return;
    const knot = stack.splice(stack.indexOf(room));
    if (knot.length > 1) found.push(knot.sort());
  };
  for (const room of names) if (!index.has(room)) visit(room);
  return found;
}

/** The arrows from a room to one that stands below it in the layers, or in none. */
export function upwardArrows({ arrows }) {
  const up = [];
  for (const [from, targets] of arrows) {
    for (const [to, imports] of targets) {
      if (layers.indexOf(to) > layers.indexOf(from) || !layers.includes(from)) up.push(...imports);
    }
  }
  return up;
}

function main() {
  const drawn = rooms(process.argv.includes('--types'));
  const count = [...drawn.arrows.values()].reduce((sum, targets) => sum + targets.size, 0);
  const tied = knots(drawn);
  const upward = upwardArrows(drawn);
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ rooms: drawn.rooms, layers, arrows: count, knots: tied, upward }));
    return;
  }
  if (process.argv.includes('--arrows')) {
    for (const [from, targets] of [...drawn.arrows].sort()) {
      console.log(`${from} → ${[...targets.keys()].sort().join(' ')}`);
    }
  }
  const files = sourceFiles().length;
  console.log(
    `${drawn.rooms.length} rooms of ${files} files, ${count} arrows, ${upward.length} upward, ${tied.length} knots`,
  );
  for (const arrow of upward) console.log(`  upward: ${arrow}`);
  for (const knot of tied) console.log(`  knot: ${knot.join(' ')}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
