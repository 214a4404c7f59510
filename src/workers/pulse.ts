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

/**
 * Watches a worker from its first beat on. Its silence is counted in looks of ours and not by the clock: a machine that slept, or
 * a lead that was held up itself, has not looked meanwhile, and so takes nobody's silence amiss.
 * @param onSilent called once, when it has been silent for `patienceMs`
 */
export function watchPulse(worker: Worker, patienceMs: number, onSilent: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  let silentLooks = 0;
  const look = (): void => {
    silentLooks += 1;
    if (silentLooks <= beatsInPatience) return;
    clearInterval(timer);
    onSilent();
  };
  worker.on('message', (said: Partial<Beat>) => {
    if (!said.beat) return;
    silentLooks = 0;
    timer ??= setInterval(look, patienceMs / beatsInPatience);
  });
  worker.once('exit', () => clearInterval(timer));
}
