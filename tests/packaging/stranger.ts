import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { packageRoot } from '../../src/packageRoot';

/** "nobody" on Linux and macOS. */
const nobody = 65534;

/** Root runs programs as somebody else; an ordinary user already is one. */
const asStranger = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};

/** Whether this process may make a folder vanish for a program that it starts. */
const canHide =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'none', packageRoot]).status === 0;

/**
 * Starts Node.js in `folder` as an ordinary user, with exactly these variables. Where the machine allows it, the clone is an
 * empty folder for that program.
 * @param args what follows "node"
 */
export function startAsStranger(
  folder: string,
  args: readonly string[],
  variables: Record<string, string>,
): ChildProcess {
  const options = { cwd: folder, env: { PATH: process.env.PATH, ...variables } };
  if (!canHide) return spawn(process.execPath, args, { ...options, ...asStranger });
  const script = 'mount -t tmpfs none "$1" && shift && exec setpriv --reuid="$1" --regid="$1" --clear-groups "${@:2}"';
  const words = [packageRoot, String(nobody), process.execPath, ...args];
  return spawn('unshare', ['--mount', 'bash', '-c', script, 'bash', ...words], options);
}

/** Gives a folder to whoever `startAsStranger` runs programs as. */
export const stranger = asStranger.uid;
