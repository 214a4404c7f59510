import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Connection, sessionOf } from '../../src/data/connection';
import { startEmbedded } from '../../src/data/embedded/embedded';
import { ensureDatabase } from '../../src/data/ensureDatabase';
import { knownMigrations, migrate } from '../../src/data/migrations';
import { createLog } from '../../src/log';
import { type Program, startProgram, untilNobodyIn } from '../harness/program';
import { openScratch, type Scratch } from '../harness/scratch';
import { testConfig } from '../harness/testServer';

/** What is killed, of which start, on which database. */
export interface Kind {
  readonly of: 'node' | 'tree';
  readonly start: 'first' | 'upgrade';
  readonly on: 'embedded' | 'server';
}

export const kinds: readonly Kind[] = (['embedded', 'server'] as const).flatMap((on) =>
  (['first', 'upgrade'] as const).flatMap((start) => (['node', 'tree'] as const).map((of) => ({ of, start, on }))),
);

/** A database to start on. */
interface Place {
  readonly variables: Record<string, string>;
  gone(): Promise<void>;
}

const log = createLog({ logLevel: 'silent' });
/** What an upgrade begins with: so many of the migrations. */
const before = 8;

const migrateHalf = (connection: Connection) =>
  migrate(sessionOf(connection, testConfig()), log, knownMigrations().slice(0, before));

/** Makes what an upgrade on the embedded PostgreSQL starts from, once. */
export async function halfwayFolder(): Promise<string> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'verbatim-halfway-'));
  const embedded = await startEmbedded({ dataDir, maxConnections: 20, log });
  await ensureDatabase(embedded.connection, 'verbatim');
  await migrateHalf({ ...embedded.connection, database: 'verbatim', ssl: false });
  await embedded.stop();
  return dataDir;
}

async function placeFor({ on, start }: Kind, halfway: string): Promise<Place> {
  if (on === 'server') {
    const database: Scratch = await openScratch();
    if (start === 'upgrade') await migrateHalf(database.connection);
    return { variables: { DATABASE_URL: database.url }, gone: () => database.drop() };
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-killed-'));
  if (start === 'upgrade') cpSync(halfway, folder, { recursive: true, preserveTimestamps: true });
  return {
    variables: { DATA_DIR: folder },
    async gone() {
      await untilNobodyIn(folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A process and all that it has started, and they have. */
function treeOf(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    try {
      const [, parent] = / \w (\d+) /.exec(readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\)/, '')) ?? [];
      parents.set(Number(name), Number(parent));
    } catch {
      // it has ended
    }
  }
  const tree = [pid];
  for (const one of tree) for (const [child, parent] of parents) if (parent === one) tree.push(child);
  return tree;
}

function kill(program: Program, of: Kind['of']): void {
  for (const pid of of === 'tree' ? treeOf(program.process.pid!) : [program.process.pid!]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // it has ended
    }
  }
}

async function answers(url: string): Promise<boolean> {
  const query = encodeURIComponent('{ articles(first: 1) { totalCount } }');
  const answer = await fetch(`${url}/graphql?query=${query}`, { headers: { accept: 'application/json' } });
  return ((await answer.json()) as { data: { articles: { totalCount: number } } }).data.articles.totalCount === 1;
}

/**
 * Starts the program, kills it, and starts it again.
 * @param afterMs when it is killed, in milliseconds from its start
 * @returns what stood in the way of the second start; undefined where it served
 */
export async function killAndStartAgain(kind: Kind, afterMs: number, halfway: string): Promise<string | undefined> {
  const place = await placeFor(kind, halfway);
  const first = startProgram(place.variables);
  await pause(afterMs);
  kill(first, kind.of);
  await first.ended;
  const second = startProgram(place.variables);
  try {
    if (!(await answers(await second.url()))) return `it serves something else:\n${second.output()}`;
    second.process.kill('SIGTERM');
    const code = await second.ended;
    return code === 0 ? undefined : `it ended with ${code}:\n${second.output()}`;
  } catch (error) {
    return (error as Error).message;
  } finally {
    second.process.kill('SIGKILL');
    await second.ended;
    await place.gone();
  }
}

/** How long a start of that kind takes here and now, in milliseconds. */
export async function lengthOf(kind: Kind, halfway: string): Promise<number> {
  const place = await placeFor(kind, halfway);
  const since = performance.now();
  const program = startProgram(place.variables);
  await program.url();
  const length = performance.now() - since;
  program.process.kill('SIGTERM');
  await program.ended;
  await place.gone();
  return length;
}
