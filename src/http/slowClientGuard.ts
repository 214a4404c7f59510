import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Log } from '../log';

/** What answers may take that clients are slow to fetch. */
export interface SlowClientLimits {
  /** For all clients together, in bytes; those who began to wait first lose their connections. */
  readonly bytes: number;
  /** How long a client may take for an answer that waits for it, in milliseconds. */
  readonly ms: number;
  /** How many answers may wait for the one before them on one connection (HTTP pipelining). */
  readonly pipelined: number;
  /** How often it is looked, in milliseconds. */
  readonly everyMs: number;
}

const limits: SlowClientLimits = { bytes: 256 * 1024 * 1024, ms: 120_000, pipelined: 16, everyMs: 1000 };

/** What waits on a connection: since when, and up to which byte of all that was ever written there. */
interface Waiting {
  readonly since: number;
  readonly until: number;
}

/**
 * Keeps clients who read slowly, or not at all, from filling the memory with answers: Node keeps whatever the network doesn't
 * take, and a byte now and then passes for life. Looks at each open connection every now and then, not at each answer.
 */
export class SlowClientGuard {
  private readonly queued = new WeakMap<Socket, Set<ServerResponse>>();
  private readonly waiting = new Map<Socket, Waiting>();
  private readonly timer: NodeJS.Timeout;

  private readonly limits: SlowClientLimits;

  /**
   * @param open the connections of clients that are open at any time
   * @param changes what is to be different from the limits that it has
   */
  constructor(
    server: Server,
    private readonly open: Iterable<Socket>,
    changes: Partial<SlowClientLimits>,
    private readonly log: Log,
  ) {
    this.limits = { ...limits, ...changes };
    server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
      // Without a socket there is one before it that is not finished.
      if (response.socket === null) this.queue(request.socket, response);
    });
    this.timer = setInterval(() => this.check(performance.now()), this.limits.everyMs).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private queue(socket: Socket, response: ServerResponse): void {
    const queued = this.queued.get(socket) ?? new Set();
    this.queued.set(socket, queued.add(response));
    response.once('finish', () => queued.delete(response));
    if (queued.size > this.limits.pipelined)
      this.close(socket, 'too many requests on one connection wait for an answer');
  }

  private check(now: number): void {
    let unsent = 0;
    for (const socket of this.waiting.keys()) if (socket.destroyed) this.waiting.delete(socket);
    for (const socket of this.open) {
      const bytes = this.unsentBytes(socket);
      unsent += bytes;
      if (bytes === 0) this.waiting.delete(socket);
      else if (this.waitsSince(socket, now) < now - this.limits.ms)
        this.close(socket, 'an answer was fetched too slowly');
    }
    // A Map keeps the order: those who wait the longest come first.
    for (const socket of this.waiting.keys()) {
      if (unsent <= this.limits.bytes) return;
      unsent -= this.unsentBytes(socket);
      this.close(socket, 'too many answers wait to be fetched');
    }
  }

  /** Since when what waited first is not taken. */
  private waitsSince(socket: Socket, now: number): number {
    const known = this.waiting.get(socket);
    if (known && socket.bytesWritten - socket.writableLength < known.until) return known.since;
    this.waiting.delete(socket);
    this.waiting.set(socket, { since: now, until: socket.bytesWritten });
    return now;
  }

  private unsentBytes(socket: Socket): number {
    let bytes = socket.writableLength;
    for (const response of this.queued.get(socket) ?? []) bytes += response.writableLength;
    return bytes;
  }

  private close(socket: Socket, reason: string): void {
    if (!socket.destroyed) this.log.warn({ reason, address: socket.remoteAddress }, 'a connection is closed');
    socket.destroy();
  }
}
