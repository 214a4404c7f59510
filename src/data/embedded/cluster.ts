import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import type { Log } from '../../log';
import { StartError } from '../../errors/startError';
import { type Account, accountForNew, accountOf, give } from './account';
import { embeddedMajor, notForThisMachine } from './platform';
import { findPrograms, type Programs } from './programs';
import { startSupervised } from './supervised';

/** The role that owns the embedded database. */
export const embeddedUser = 'verbatim';

/** A PostgreSQL data folder ready to be served, who must serve it, and with which program. */
export interface Cluster {
  readonly folder: string;
  readonly account: Account | undefined;
  readonly postgres: string;
}

/**
 * What the programs are told with -D when they stand in `folder`. On Linux not the path: an account without access to the
 * folders above (root's home) gets in all the same, as its working directory was set before root's rights were dropped.
 */
export function folderArgument(folder: string): string {
  return process.platform === 'linux' ? '/proc/self/cwd' : folder;
}

/** Where the cluster of a data folder lies. */
export function clusterFolder(dataDir: string): string {
  return path.join(dataDir, 'postgresql');
}

/**
 * Finds the cluster in `dataDir`, or makes it: beside its place, then moved there in one step, so that a start cut short
 * leaves either nothing or everything. Call it with the folder locked.
 * @param native the folder `native` of the installed PostgreSQL package.
 * @throws StartError when the data is of another major version or belongs to somebody else, or PostgreSQL doesn't run here.
 */
export async function prepareCluster(dataDir: string, native: string, log: Log): Promise<Cluster> {
  const folder = clusterFolder(dataDir);
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith('postgresql.new-')) removeFolder(path.join(dataDir, name));
  }
  const made = existsSync(folder);
  if (made) checkVersion(folder);
  const account = made ? accountOf(folder) : accountForNew();
  const programs = await findPrograms(native, account, log);
  if (!made) await makeCluster(dataDir, folder, { account, programs, log });
  return { folder, account, postgres: programs.postgres };
}

/** Removes what a start left that was cut short; its initdb may still be writing, for a moment. */
function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 20 });
}

interface Making {
  readonly account: Account | undefined;
  readonly programs: Programs;
  readonly log: Log;
}

async function makeCluster(dataDir: string, folder: string, making: Making): Promise<void> {
  const unfinished = path.join(dataDir, `postgresql.new-${randomBytes(6).toString('hex')}`);
  mkdirSync(unfinished, { mode: 0o700 });
  give(unfinished, making.account);
  await initialize(unfinished, making);
  renameSync(unfinished, folder);
  const parent = openSync(dataDir, 'r');
  fsyncSync(parent);
  closeSync(parent);
}

function checkVersion(folder: string): void {
  const file = path.join(folder, 'PG_VERSION');
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
  if (version === embeddedMajor) return;
  throw new StartError(
    version === undefined
      ? `${folder} is not a PostgreSQL data folder. Move it away, or set DATA_DIR to another folder.`
      : `The data in ${folder} was written by PostgreSQL ${version}, this version brings ${embeddedMajor}. Use the version of Verbatim that wrote it, or set DATA_DIR to another folder.`,
  );
}

/** Words are told from quotation marks and dashes by LC_CTYPE, so one that knows Unicode is tried first. */
const characterTypes = ['C.UTF-8', 'en_US.UTF-8', 'C'];

async function initialize(folder: string, { account, programs, log }: Making): Promise<void> {
  const said: string[] = [];
  for (const characterType of characterTypes) {
    const run = startSupervised({
      program: programs.initdb,
      args: [
        ...['-D', folderArgument(folder), '-U', embeddedUser, '--auth=trust', '--encoding=UTF8', '--data-checksums'],
        ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${characterType}`],
      ],
      cwd: folder,
      account,
      endSignal: 'TERM',
      onLine: (line) => said.push(line),
    });
    if ((await run.ended) === 0) return;
    for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true, force: true });
    if (!said.some((line) => line.includes('invalid locale name'))) break;
  }
  log.error({ initdb: said.slice(-20) }, 'initdb failed');
  const reason = said.find((line) => line.startsWith('initdb: error:'))?.slice('initdb: error: '.length) ?? said.at(-1);
  throw notForThisMachine(`The embedded PostgreSQL could not make its data folder ${folder} (${reason}).`);
}
