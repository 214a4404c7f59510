import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Extraction, Story } from '../extraction/extraction';
import { packageRoot } from '../packageRoot';
import type { extractStories } from './extractionWorker';

/** Looks through stories on threads of their own. */
export interface ExtractionThreads {
  /**
   * What was found in each of the stories.
   * @returns in their order; null where extraction failed, which was reported
   */
  extractAll(stories: readonly Story[]): Promise<(Extraction | null)[]>;
  close(): Promise<void>;
}

/** How many stories a thread is given at a time: enough to be worth the way there. */
const portion = 16;

/** Starts as many threads as there are processors, with their memory. @param report told an error of extraction */
export async function startExtraction(report: (error: unknown) => void): Promise<ExtractionThreads> {
  const { Tinypool } = await import('tinypool'); // an ES module, and needed only here
  const threads = availableParallelism();
  const pool = new Tinypool({
    filename: path.join(packageRoot, 'dist/import/extractionWorker.js'),
    runtime: 'worker_threads',
    minThreads: threads,
    maxThreads: threads,
  });
  return {
    async extractAll(stories) {
      const portions = Array.from({ length: Math.ceil(stories.length / portion) }, (_, i) =>
        stories.slice(i * portion, (i + 1) * portion),
      );
      const run = (some: readonly Story[]) =>
        pool.run(some, { name: 'extractStories' }) as Promise<ReturnType<typeof extractStories>>;
      const found = (await Promise.all(portions.map(run))).flat();
      return found.map((one) => {
        if (!('error' in one)) return one;
        report(one.error);
        return null;
      });
    },
    close: () => pool.destroy(),
  };
}
