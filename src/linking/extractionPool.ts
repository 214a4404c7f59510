import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Tinypool } from 'tinypool';
import type { Extraction, Story } from '../extraction/extraction';
import { packageRoot } from '../packageRoot';
import type { extractStories } from './extractionWorker';

/** Extracts from stories on threads beside the one that serves: a long text takes most of a second. */
export interface ExtractionPool {
  /**
   * Extracts from each of the stories.
   * @returns the results in the order of the stories; null where extraction failed, which was reported
   */
  extractAll(stories: readonly Story[]): Promise<(Extraction | null)[]>;
  close(): Promise<void>;
}

/** How many stories one message to a thread carries: enough to be worth the copying. */
const chunkSize = 16;

/** How long the thread for single stories is kept idle, in milliseconds: its model and word lists take some 100 MB. */
const idleTimeout = 60_000;

/** Starts as many threads as there are processors, with their memory. @param report called for each error of extraction */
export async function openExtractionPool(report: (error: unknown) => void): Promise<ExtractionPool> {
  const threads = availableParallelism();
  const pool = await openPool(threads, threads);
  return {
    async extractAll(stories) {
      const chunks = Array.from({ length: Math.ceil(stories.length / chunkSize) }, (_, i) =>
        stories.slice(i * chunkSize, (i + 1) * chunkSize),
      );
      const results = (await Promise.all(chunks.map((chunk) => run(pool, chunk)))).flat();
      return results.map((result) => {
        if (!('error' in result)) return result;
        report(result.error);
        return null;
      });
    },
    close: () => pool.destroy(),
  };
}

let single: Promise<Tinypool> | null = null;

/**
 * Extracts from one story, on one thread for the whole process. The thread is started when it is needed and ends when it
 * was idle for a minute.
 * @throws what extraction threw, or Error where the thread ended
 */
export async function extractInPool(story: Story): Promise<Extraction> {
  single ??= openPool(0, 1);
  const [result] = await run(await single, [story]);
  if ('error' in result!) throw result.error;
  return result!;
}

function run(pool: Tinypool, stories: readonly Story[]): Promise<ReturnType<typeof extractStories>> {
  return pool.run(stories, { name: 'extractStories' }) as Promise<ReturnType<typeof extractStories>>;
}

async function openPool(minThreads: number, maxThreads: number): Promise<Tinypool> {
  const { Tinypool } = await import('tinypool'); // an ES module, and needed only here
  const filename = path.join(packageRoot, 'dist/linking/extractionWorker.js');
  return new Tinypool({ filename, runtime: 'worker_threads', minThreads, maxThreads, idleTimeout });
}
