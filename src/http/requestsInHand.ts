import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** The requests of a server that are not answered yet. */
export class RequestsInHand {
  private readonly bySocket = new Map<Socket, Set<ServerResponse>>();
  private tellGone: (responses: Iterable<ServerResponse>) => void = () => {};

  constructor(server: Server) {
    server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
      const responses = this.on(request.socket);
      responses.add(response);
      response.once('close', () => {
        responses.delete(response);
        this.tellGone([response]);
      });
    });
  }

  /** Resolves when all that are in hand now are answered, or their clients gone; later ones are not waited for. */
  finished(): Promise<void> {
    const left = new Set([...this.bySocket.values()].flatMap((responses) => [...responses]));
    if (left.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.tellGone = (responses) => {
        for (const response of responses) left.delete(response);
        if (left.size === 0) resolve();
      };
    });
  }

  private on(socket: Socket): Set<ServerResponse> {
    const known = this.bySocket.get(socket);
    if (known) return known;
    const responses = new Set<ServerResponse>();
    this.bySocket.set(socket, responses);
    // Of requests that wait behind another on the same connection, Node closes no response when the connection is cut off.
    socket.once('close', () => {
      this.bySocket.delete(socket);
      this.tellGone(responses);
    });
    return responses;
  }
}
