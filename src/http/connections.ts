import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Log } from '../log';

/** The connections of clients to one server. */
export class Connections {
  private readonly sockets = new Set<Socket>();
  private full = false;

  /**
   * @param max how many there may be; whoever comes then is cut off at once. Node's own `maxConnections` would do for one process;
   *   of several behind one port, those that are full hand a connection back and forth until one of them has room
   */
  constructor(
    server: Server,
    private readonly max: number,
    private readonly log: Log,
  ) {
    server.on('connection', (socket) => this.enter(socket));
  }

  /** Those that are open. */
  get open(): Iterable<Socket> {
    return this.sockets;
  }

  /**
   * Closes those that never had a request. Node closes connections between two requests, but leaves these: browsers open such in
   * advance, and each would hold up the end for as long as a request in hand.
   */
  dropSilent(): void {
    for (const socket of this.sockets) if (socket.bytesRead === 0) socket.destroy();
  }

  private enter(socket: Socket): void {
    if (this.sockets.size >= this.max) {
      if (!this.full) this.log.warn({ connections: this.max }, 'no more connections are taken');
      this.full = true;
      socket.destroy();
      return;
    }
    this.sockets.add(socket);
    socket.once('close', () => {
      this.sockets.delete(socket);
      if (this.sockets.size < this.max / 2) this.full = false; // or each that goes and comes again would be told of
    });
  }
}
