import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { asContract } from '../peers/postgraphile/shape.mjs';
import { floorMain, node, start, startFlags, verbatimMain } from '../programs.mjs';

const file = (path) => fileURLToPath(new URL(path, import.meta.url));
const require = createRequire(import.meta.url);

const versionOf = (path) => execFileSync(path, ['--version'], { encoding: 'utf8' }).trim().slice(1);

/** The Node that PostGraphile runs on: the others' where it is new enough, or else the one among the packages. */
function newerNode() {
  if (Number(versionOf(node).split('.')[0]) >= 22) return node;
  return require.resolve(`node-${process.platform}-${process.arch}/bin/node`);
}

function ownOperations(folder) {
  const url = new URL(folder, import.meta.url);
  return new Map(readdirSync(url).map((name) => [name, readFileSync(new URL(name, url), 'utf8')]));
}

const peer = (key, title, more = {}) => ({
  key,
  title,
  main: file(`../peers/${key}/main.mjs`),
  ready: '/',
  ...more,
});

/**
 * What is measured, in the order of the tables. `primed`: sent every request once before it counts, as it answers from memory.
 * `operations`: its own text of an operation, by file; `asContract`: its answers in the contract's shape. `only`: the operations it
 * is asked. `ranksOtherwise`: it finds as much by another order, so its answers are weighed, not compared.
 */
export const sides = [
  { key: 'http', title: 'HTTP floor', main: file('../floor/memory.mjs'), ready: '/', primed: true },
  { key: 'ready', title: 'Verbatim, ready answers', main: verbatimMain, execArgv: startFlags(), primed: true },
  { key: 'floor', title: 'database floor', main: floorMain, ready: '/' },
  {
    key: 'all',
    title: 'database floor, all matches ranked',
    main: floorMain,
    ready: '/',
    env: { FLOOR_RANKS_ALL: '1' },
    only: ['Search'],
    ranksOtherwise: true,
  },
  {
    key: 'verbatim',
    title: 'Verbatim',
    main: verbatimMain,
    execArgv: startFlags(),
    env: { RESPONSE_CACHE_MB: '0' },
  },
  peer('postgraphile', 'PostGraphile', {
    node: newerNode(),
    operations: ownOperations('../peers/postgraphile/operations/'),
    asContract,
  }),
  peer('mercurius', 'Mercurius, jit, loaders'),
  peer('pothos', 'Yoga, Pothos, Prisma joins'),
  peer('apollo', 'Apollo, Prisma, DataLoader'),
];

/** The version of Node that a side runs on. */
export const nodeOf = (side) => versionOf(side.node ?? node);

/** Starts a side on a database. @returns the side with its process and address. */
export async function startSide(side, databaseUrl) {
  const { title, main, execArgv, ready } = side;
  const env = { ...side.env, DATABASE_URL: databaseUrl, GRAPHILE_ENV: 'production' };
  return { ...side, ...(await start(title, main, { node: side.node, execArgv, ready, env })) };
}

/** What a side is asked for an operation and a set of its variables: the body of a POST; null where it is not asked that. */
export function bodyOf(side, operation, variables) {
  if (side.only && !side.only.includes(operation.name)) return null;
  const query = side.operations ? side.operations.get(operation.file) : operation.query;
  return JSON.stringify({ operationName: operation.name, query, variables });
}
