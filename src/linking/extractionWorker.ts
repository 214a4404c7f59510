import { parentPort } from 'node:worker_threads';
import { extract } from '../extraction/extract';
import type { Story } from '../extraction/extraction';

// The thread of extractionThread.ts.
parentPort!.on('message', (story: Story) => {
  try {
    parentPort!.postMessage({ extraction: extract(story) });
  } catch (error) {
    parentPort!.postMessage({ error: error instanceof Error ? error : new Error(String(error)) });
  }
});
