import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';

/**
 * Resolves with true when so many milliseconds are over, and what had arrived by then is read: timers come before the network in
 * Node's loop, and a process that was held up would take its own delay for another's.
 */
export async function overAfter(milliseconds: number): Promise<true> {
  await pause(milliseconds, undefined, { ref: false });
  await turn();
  return true;
}
