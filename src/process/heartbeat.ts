import type { Worker } from 'node:cluster';

/** What a worker says again and again for as long as its event loop turns. */
export interface Beat {
  readonly beat: true;
}

/** How many beats fit into the time that a worker may be silent. */
const beatsInPatience = 5;

/**
 * Lets this process, a worker, say that it lives.
 * @param patienceMs how long its lead lets it be silent, in milliseconds
 */
export function startBeating(patienceMs: number): void {
  const beat: Beat = { beat: true };
  const say = (): void => void process.send?.(beat, undefined, undefined, () => {}); // a lead that is gone ends us anyway
  say();
  setInterval(say, patienceMs / beatsInPatience).unref();
}

/** How long a worker may take to its first beat, in milliseconds: a long list of trusted documents is read in one go. */
function startPatience(patienceMs: number): number {
  return Math.max(4 * patienceMs, 10_000);
}

/**
 * Watches a worker from its start on. Its silence is counted in looks of ours and not by the clock: a machine that slept, or
 * a lead that was held up itself, has not looked meanwhile, and so takes nobody's silence amiss.
 * @param patienceMs how long it may be silent, in milliseconds; until its first beat, four times as long
 * @param onSilent called once, when it has been silent for so long
 */
export function watchPulse(worker: Worker, patienceMs: number, onSilent: () => void): void {
  const every = patienceMs / beatsInPatience;
  let looksLeft = Math.ceil(startPatience(patienceMs) / every);
  const timer = setInterval(() => {
    if (looksLeft-- > 0) return;
    clearInterval(timer);
    onSilent();
  }, every);
  worker.on('message', (said: Partial<Beat>) => {
    if (said.beat) looksLeft = beatsInPatience;
  });
  worker.once('exit', () => clearInterval(timer));
}
