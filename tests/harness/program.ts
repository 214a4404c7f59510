import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../src/packageRoot';
import { until, within } from './until';

/** The built program, running as a process of its own, as `npm start` runs it. */
export interface Program {
  readonly process: ChildProcess;
  /** All it has written so far. */
  output(): string;
  /** What it wrote for a person when something was wrong: stderr without the log's lines. */
  complaint(): string;
  /** Waits until it has written `words`; throws when it ends without. */
  says(words: string): Promise<void>;
  /** Waits until it serves; gives the address, without a path. */
  url(): Promise<string>;
  /** Waits until it has ended; gives its exit code, or the signal that ended it. */
  ended: Promise<number | string | null>;
}

/** How long a program may go on, in seconds; longer than any test, so that one that does not end is told of with its words. */
const longest = 110;

/** Every program that a test started, so that none survives a test that failed. */
const running = new Set<ChildProcess>();

/** Starts dist/main.js with exactly these variables; `before` is JavaScript that runs in it first, `words` its command line. */
export function startProgram(
  variables: Record<string, string>,
  before?: string,
  words: readonly string[] = [],
): Program {
  const main = path.join(packageRoot, 'dist/main.js');
  const args = before ? ['-e', `${before}; require(${JSON.stringify(main)})`] : [main, ...words];
  const child = spawn(process.execPath, args, {
    cwd: packageRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Empty, not absent: a .env in the project must not come in.
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      DATABASE_URL: '',
      DATA_DIR: '',
      FIRST_ADMIN_KEY: '',
      LOG_LEVEL: 'info',
      ...variables,
    },
  });
  running.add(child);
  let output = '';
  let complaint = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => {
    output += data.toString();
    complaint += data.toString();
  });
  const closed = once(child, 'close').then(([code, signal]) => {
    running.delete(child);
    return (code ?? signal) as number | string | null;
  });
  const ended = within('the program ends', closed, { seconds: longest, seen: () => output });
  ended.catch(() => child.kill('SIGKILL'));

  async function says(words: string): Promise<void> {
    const isSaid = (): boolean => {
      if (output.includes(words)) return true;
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`Ended without "${words}":\n${output}`);
      return false;
    };
    await until(`"${words}"`, isSaid, { everyMs: 2, seen: () => output });
  }
  return {
    process: child,
    output: () => output,
    complaint: () =>
      complaint
        .split('\n')
        .filter((line) => line && !line.startsWith('{'))
        .join('\n'),
    says,
    async url() {
      await says('Ctrl-C stops it.');
      return /http:\/\/\S+(?=\/graphql)/.exec(output)?.[0] ?? '';
    },
    ended,
  };
}

/** Ends whatever a failed test has left running. Call it in `afterAll`. */
export async function endPrograms(): Promise<void> {
  for (const child of running) {
    child.kill('SIGKILL');
    await once(child, 'close');
  }
}

/** The processes whose working directory is `folder` or lies below it (Linux only; elsewhere none are seen). */
export function processesIn(folder: string): number[] {
  if (process.platform !== 'linux') return [];
  const wanted = new Set([folder, ...subfolders(folder)].map(identity));
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && wanted.has(identity(`/proc/${name}/cwd`)))
    .map(Number);
}

/** Waits until no process works in `folder` any more. */
export async function untilNobodyIn(folder: string): Promise<void> {
  const still = (): number[] => processesIn(folder);
  await until(`nobody in ${folder}`, () => still().length === 0, { everyMs: 10, seen: still });
}

function subfolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(folder, entry.name));
}

function identity(folder: string): string {
  try {
    const { dev, ino } = statSync(folder);
    return `${dev}:${ino}`;
  } catch {
    return `gone:${folder}`;
  }
}
