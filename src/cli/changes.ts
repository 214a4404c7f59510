import { setTimeout as pause } from 'node:timers/promises';
import { InvalidationListener } from '../cache/invalidationListener';
import { type Purge, Purges } from '../cache/purges';
import type { Database } from '../data/database';
import type { Log } from '../log';

/** How often it is looked whether an embargo has ended, in milliseconds. */
const lookEvery = 250;

/**
 * `verbatim changes`: prints what shared caches are to purge, one JSON object a line, as changes commit and embargoes end; until
 * SIGINT or SIGTERM, or until nobody reads it any more.
 * @param again after how many seconds each line is printed once more: an answer that was on its way to the cache when it was
 *   purged is gone then; 0 for never
 */
export async function printChanges(
  database: Pick<Database, 'newClient'>,
  { again }: { again: number },
  log: Log,
): Promise<void> {
  const ended = new AbortController();
  const end = (): void => ended.abort();
  const lines = new Lines();
  const purges = new Purges((purge) => {
    lines.print(purge);
    if (again > 0) setTimeout(() => lines.print({ ...purge, again: true }), again * 1000).unref();
  });
  const feed = new InvalidationListener(() => database.newClient(), purges, log);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  process.stdout.once('error', end);
  await feed.start();
  try {
    while (!ended.signal.aborted) {
      await pause(lookEvery, undefined, { signal: ended.signal });
      if (!purges.purgeUntil(feed.latestAt(performance.now()))) await feed.resync();
    }
  } catch (error) {
    if (!ended.signal.aborted) throw error;
  } finally {
    await feed.stop();
    purges.reset();
  }
}

/** What is printed to a reader who may be slow: what finds no room is made up for by purging everything. */
class Lines {
  private missed = false;

  print(line: Purge & { readonly again?: true }): void {
    if (process.stdout.writableNeedDrain) {
      this.missed = true;
      return;
    }
    if (process.stdout.write(`${JSON.stringify(line)}\n`)) return;
    process.stdout.once('drain', () => {
      if (!this.missed) return;
      this.missed = false;
      this.print({ everything: true });
    });
  }
}
