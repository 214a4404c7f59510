import type { Log } from '../log';

/** npm and a terminal both pass a signal on, so that one Ctrl-C may arrive twice. */
const sameMomentMs = 500;

/**
 * How long a start that is no longer wanted may take to come to its end, in milliseconds: whatever it waits for then, a lock or another
 * process, it waits for no longer. What it leaves half done, the next start mends.
 */
const startPatienceMs = 5000;

/** Brings the process to an orderly end, once, whoever asks for it and however often. */
export class GracefulShutdown {
  private readonly opened: { readonly what: string; readonly close: () => Promise<void> }[] = [];
  private requestedAt: number | undefined;
  private exitCode = 0;
  private starting = true;

  constructor(private readonly log: Log) {}

  /** Whether the end has begun; nothing more should be opened then. */
  isRequested(): boolean {
    return this.requestedAt !== undefined;
  }

  /** Notes what is to be closed at the end; the last one opened is closed first. */
  onShutdown(what: string, close: () => Promise<void>): void {
    this.opened.push({ what, close });
  }

  /** Begins the end, or waits with it until `started`: what is half open can't be closed. */
  request(exitCode: number): void {
    this.exitCode = Math.max(this.exitCode, exitCode);
    if (this.isRequested()) return;
    this.requestedAt = Date.now();
    if (!this.starting) void this.closeAll();
    else setTimeout(() => this.leaveStart(), startPatienceMs).unref();
  }

  /** A first signal asks for the end with exit code 0, a second one ends the process there and then. */
  signal(name: NodeJS.Signals): void {
    if (this.requestedAt === undefined) {
      this.log.info({ signal: name }, 'stopping: requests in hand are finished');
      this.request(0);
    } else if (Date.now() - this.requestedAt > sameMomentMs) {
      this.log.warn({ signal: name }, 'stopped by force');
      process.exit(1);
    }
  }

  /** Says that the start is over, well or badly. */
  started(): void {
    this.starting = false;
    if (this.isRequested()) void this.closeAll();
  }

  private leaveStart(): void {
    if (!this.starting) return;
    this.log.warn('the start was left in the middle');
    process.exit(this.exitCode);
  }

  private async closeAll(): Promise<void> {
    for (let next = this.opened.pop(); next; next = this.opened.pop()) {
      try {
        await next.close();
      } catch (error) {
        this.log.error({ err: error }, `${next.what} could not be closed`);
      }
    }
    if (this.exitCode === 0) this.log.info('stopped');
    process.exit(this.exitCode);
  }
}
