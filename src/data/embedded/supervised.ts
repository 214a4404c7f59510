import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Account } from './account';

/**
 * Runs "$@" and ends it with signal $0 as soon as the pipe on descriptor 3 closes: when we close it, or when we die, in
 * whatever way. The waiting part holds none of the program's output, the program does not hold the pipe.
 */
const supervise = `
"$@" 3<&- & child=$!
( read -r _ <&3; kill -"$0" $child ) >/dev/null 2>&1 & watcher=$!
exec 3<&-
wait $child; code=$?
kill $watcher 2>/dev/null
exit $code`;

/** A program that does not outlive this process. */
export interface Supervised {
  /** Resolves with the exit code when the program has ended; never rejects. */
  readonly ended: Promise<number>;
  /** Sends the end signal; resolves when the program has ended. */
  end(): Promise<number>;
}

export interface SupervisedOptions {
  readonly program: string;
  readonly args: readonly string[];
  /** Also what /proc/self/cwd names inside the program: a way into folders above which its account can't look. */
  readonly cwd: string;
  readonly account: Account | undefined;
  readonly endSignal: 'INT' | 'TERM';
  /** Takes what the program says, line by line. */
  onLine(line: string): void;
}

/** Starts a program under a small shell that ends it when this process is gone, SIGKILL included. */
export function startSupervised(options: SupervisedOptions): Supervised {
  const child = spawn('/bin/sh', ['-c', supervise, options.endSignal, options.program, ...options.args], {
    cwd: options.cwd,
    ...(options.account ?? {}),
    // Nothing of ours leaks in (PGDATA, PGPORT …); a fixed TZ spares initdb the search for the machine's.
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    // A session of its own: Ctrl-C in a terminal must reach us only, the database is needed until the last answer.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', options.onLine);
  }
  const lifeline = child.stdio[3];
  lifeline?.on('error', () => {}); // the shell may be gone before we close our end
  const ended = new Promise<number>((resolve) => {
    child.once('error', (error) => {
      options.onLine(error.message);
      resolve(127);
    });
    child.once('close', (code, signal) => resolve(code ?? (signal ? 128 : 1)));
  });
  return {
    ended,
    end() {
      lifeline?.destroy();
      return ended;
    },
  };
}
