import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Extraction, Story } from '../extraction/extraction';
import { packageRoot } from '../packageRoot';

/** How long the thread is kept with nothing to do, in milliseconds: its model and word lists take some 100 MB. */
const idleMs = 60_000;

interface Waiting {
  resolve(extraction: Extraction): void;
  reject(error: Error): void;
}

/**
 * What is found in a story, by a thread beside the one that serves: a long text takes most of a second, and everybody would wait
 * for it. The thread is started when it is needed, does one story after the other, and ends when it was idle for a minute.
 * @throws what extraction threw, or Error where the thread ended
 */
export function extractBeside(story: Story): Promise<Extraction> {
  thread ??= new ExtractionThread();
  return thread.extract(story);
}

let thread: ExtractionThread | null = null;

class ExtractionThread {
  private readonly worker = new Worker(path.join(packageRoot, 'dist/linking/extractionWorker.js'));
  private readonly waiting: Waiting[] = [];
  private idle: NodeJS.Timeout | undefined;

  constructor() {
    this.worker.on('message', (done: { extraction: Extraction } | { error: Error }) => {
      const next = this.waiting.shift()!;
      if ('error' in done) next.reject(done.error);
      else next.resolve(done.extraction);
      if (this.waiting.length === 0) this.rest();
    });
    this.worker.on('error', (error: Error) => this.end(error));
    this.worker.on('exit', () => this.end(new Error('The thread that extracts has ended.')));
  }

  extract(story: Story): Promise<Extraction> {
    clearTimeout(this.idle);
    this.worker.ref();
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.worker.postMessage(story);
    });
  }

  /** Keeps no process alive. */
  private rest(): void {
    this.worker.unref();
    this.idle = setTimeout(() => {
      this.end(new Error('The thread was idle.'));
      void this.worker.terminate();
    }, idleMs).unref();
  }

  /** Once it is known to end, the next story gets a thread of its own. */
  private end(error: Error): void {
    if (thread === this) thread = null;
    for (const one of this.waiting.splice(0)) one.reject(error);
  }
}
