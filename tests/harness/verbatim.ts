import { spawn } from 'node:child_process';
import path from 'node:path';
import { packageRoot } from '../../src/packageRoot';
import { within } from './until';

/** What a run of the command line came to. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line as a process of its own, with exactly these variables; `uid` makes it another user's. */
export function verbatim(
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
  uid?: number,
): Promise<Run> {
  const child = spawn(process.execPath, [path.join(packageRoot, 'dist/cli/main.js'), ...args], {
    cwd: packageRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Empty, not absent: a .env in the project must not come in.
    env: { PATH: process.env.PATH, DATABASE_URL: '', DATA_DIR: '', FIRST_ADMIN_KEY: '', LOG_LEVEL: '', ...variables },
    ...(uid !== undefined && { uid, gid: uid }),
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  const ended = new Promise<Run>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
  const run = within(`verbatim ${args.join(' ')} ends`, ended, { seconds: 170, seen: () => stdout + stderr });
  run.catch(() => child.kill('SIGKILL'));
  return run;
}
