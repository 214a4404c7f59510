import type { Worker } from 'node:cluster';

/** What a worker says again and again for as long as its event loop turns. */
export interface Heartbeat {
  readonly beat: true;
}

/** How many beats fit into the time that a worker may be silent. */
const beatsInPatience = 5;

/**
 * Lets this process, a worker, say that it lives.
 * @param timeoutMs how long its lead lets it be silent, in milliseconds
 */
export function startHeartbeat(timeoutMs: number): void {
  const beat: Heartbeat = { beat: true };
  const say = (): void => void process.send?.(beat, undefined, undefined, () => {}); // a lead that is gone ends us anyway
  say();
  setInterval(say, timeoutMs / beatsInPatience).unref();
}

/** How long a worker may take to its first beat, in milliseconds: a long list of trusted documents is read in one go. */
function startPatience(timeoutMs: number): number {
  return Math.max(4 * timeoutMs, 10_000);
}

/**
 * Watches a worker from its start on. Its silence is counted in looks of ours and not by the clock: a machine that slept, or
 * a lead that was held up itself, has not looked meanwhile, and so takes nobody's silence amiss.
 * @param timeoutMs how long it may be silent, in milliseconds; until its first beat, four times as long
 * @param onSilent called once, when it has been silent for so long
 */
export function watchHeartbeat(worker: Worker, timeoutMs: number, onSilent: () => void): void {
  const every = timeoutMs / beatsInPatience;
  let looksLeft = Math.ceil(startPatience(timeoutMs) / every);
  const timer = setInterval(() => {
    if (looksLeft-- > 0) return;
    clearInterval(timer);
    onSilent();
  }, every);
  worker.on('message', (said: Partial<Heartbeat>) => {
    if (said.beat) looksLeft = beatsInPatience;
  });
  worker.once('exit', () => clearInterval(timer));
}
