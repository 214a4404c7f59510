import cluster, { type Worker } from 'node:cluster';
import type { Log } from '../log';
import { StartError } from '../errors/startError';
import { type Heartbeat, watchHeartbeat } from './heartbeat';

/** What a worker says when it takes requests: where, without a path. */
export interface Listening {
  readonly listening: string;
}

/** Several processes behind one port. */
export interface Workers {
  /** Where they listen, without a path: `http://127.0.0.1:4000`. */
  readonly url: string;
  /** Lets them finish the requests in hand; resolves when all have ended. */
  stop(): Promise<void>;
}

/** A worker that ends sooner than this after its start is replaced with a pause that doubles each time, in milliseconds. */
const shortLifeMs = 10_000;
const pauses = { first: 500, longest: 30_000 };

/** How many workers there are to be, and how long each may be silent, in milliseconds. */
export interface WorkerSettings {
  readonly workers: number;
  readonly workerTimeoutMs: number;
}

/**
 * Starts copies of this process that share one port (node:cluster hands connections out in turn), and replaces those that end by
 * themselves, or do nothing any more. The first is started alone: what is wrong with the port, it says once.
 * @throws StartError when a worker ends before it listens; it has said why
 */
export async function startWorkers(settings: WorkerSettings, log: Log): Promise<Workers> {
  const lead = new Lead(settings, log);
  try {
    const url = await lead.startOne();
    await Promise.all(Array.from({ length: settings.workers - 1 }, () => lead.startOne()));
    return { url, stop: () => lead.stop() };
  } catch (error) {
    await lead.stop();
    throw error;
  }
}

class Lead {
  private readonly alive = new Set<Worker>();
  private readonly pausing = new Set<NodeJS.Timeout>();
  private stopping = false;
  private pauseMs = pauses.first;
  private allEnded: (() => void) | undefined;

  constructor(
    private readonly settings: WorkerSettings,
    private readonly log: Log,
  ) {}

  /** Starts a worker; resolves with its address when it listens. */
  startOne(): Promise<string> {
    return new Promise((resolve, reject) => {
      const since = performance.now();
      let listens = false;
      const worker = cluster.fork();
      this.alive.add(worker);
      worker.on('message', (said: Listening | Heartbeat) => {
        if (!('listening' in said)) return;
        listens = true;
        this.log.info({ worker: worker.id, pid: worker.process.pid }, 'a worker serves');
        resolve(said.listening);
      });
      watchHeartbeat(worker, this.settings.workerTimeoutMs, () => this.endSilent(worker));
      worker.on('error', (error) => this.log.warn({ err: error, worker: worker.id }, 'a worker could not be told'));
      worker.once('exit', (code, signal) => {
        this.alive.delete(worker);
        if (this.alive.size === 0) this.allEnded?.();
        if (!listens) reject(new StartError('A worker ended before it served. What it said stands above.'));
        else if (!this.stopping) this.replace(worker, signal || code, performance.now() - since);
      });
    });
  }

  async stop(): Promise<void> {
    this.stopping = true;
    for (const pause of this.pausing) clearTimeout(pause);
    if (this.alive.size === 0) return;
    const ended = new Promise<void>((resolve) => (this.allEnded = resolve));
    for (const worker of this.alive) worker.process.kill('SIGTERM');
    await ended;
  }

  /** A worker that hangs can't be asked to end. */
  private endSilent(worker: Worker): void {
    const { workerTimeoutMs: silentMs } = this.settings;
    this.log.error({ worker: worker.id, pid: worker.process.pid, silentMs }, 'a worker hangs and is killed');
    worker.process.kill('SIGKILL');
  }

  /** One that dies again and again must not keep the machine busy with starting it. */
  private replace(worker: Worker, code: string | number, livedMs: number): void {
    this.pauseMs = livedMs < shortLifeMs ? Math.min(this.pauseMs * 2, pauses.longest) : pauses.first;
    this.log.error({ worker: worker.id, code, pauseMs: this.pauseMs }, 'a worker ended by itself and is replaced');
    this.startLater();
  }

  private startLater(): void {
    const pause = setTimeout(() => {
      this.pausing.delete(pause);
      this.startOne().catch(() => {
        this.pauseMs = Math.min(this.pauseMs * 2, pauses.longest);
        if (!this.stopping) this.startLater();
      });
    }, this.pauseMs);
    this.pausing.add(pause);
  }
}
