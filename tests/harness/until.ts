import { setTimeout as pause } from 'node:timers/promises';

/** How a wait goes; what is left out is as said there. */
export interface Patience {
  /** After how long it is given up; 45. A busy machine takes many times as long as an idle one, and a test has 60. */
  readonly seconds?: number;
  /** The pause between two looks; 5. */
  readonly everyMs?: number;
  /** What is told in the end beside what was waited for: what a program has said so far, for example. */
  readonly seen?: () => unknown;
}

type Found<T> = Exclude<T, false | null | undefined | 0 | ''>;

/**
 * Looks again and again until there is something to see.
 * @param what what is waited for, as it is told when it does not come
 * @param look gives it, or something falsy while it is not there
 * @returns what `look` gave
 * @throws when the patience is over; what `look` throws
 */
export function until<T>(what: string, look: () => T | Promise<T>, patience: Patience = {}): Promise<Found<T>> {
  let isOver = false;
  const looking = async (): Promise<Found<T>> => {
    for (;;) {
      const found = await look();
      if (found) return found as Found<T>;
      if (isOver) throw new Error(`Nobody waits any more: ${what}`);
      await pause(patience.everyMs ?? 5);
    }
  };
  return within(what, looking(), patience).finally(() => (isOver = true));
}

/**
 * Waits for a promise, but not for ever.
 * @param what what is waited for, as it is told when it does not come
 * @throws when the patience is over; what the promise is rejected with
 */
export async function within<T>(what: string, promise: Promise<T>, { seconds = 45, seen }: Patience = {}): Promise<T> {
  const over = new AbortController();
  const end = pause(seconds * 1000, undefined, { signal: over.signal }).then(() => {
    const last = seen === undefined ? '' : `\nSeen so far: ${String(seen())}`;
    throw new Error(`Waited ${seconds} s in vain: ${what}.${last}`);
  });
  try {
    return await Promise.race([promise, end]);
  } finally {
    for (const left of [promise, end]) left.catch(() => {}); // nobody waits for the other one any more
    over.abort();
  }
}

/**
 * Does something over and over, one after the other, until `work` is over, however that ends.
 * @returns what `work` gave, and how often it was done
 * @throws what either of them throws
 */
export async function meanwhile<T>(
  work: Promise<T>,
  again: () => Promise<unknown>,
): Promise<{ given: T; times: number }> {
  let isOver = false;
  const watched = work.finally(() => (isOver = true));
  watched.catch(() => {}); // thrown below
  let times = 0;
  for (; !isOver; times++) await again();
  return { given: await watched, times };
}
