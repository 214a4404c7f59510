import type { Server, ServerResponse } from 'node:http';

/** The requests of a server that are not answered yet. */
export class RequestsInHand {
  private readonly responses = new Set<ServerResponse>();

  constructor(server: Server) {
    server.prependListener('request', (_: unknown, response: ServerResponse) => {
      this.responses.add(response);
      response.once('close', () => this.responses.delete(response));
    });
  }

  /** Resolves when all that are in hand now are answered, or their clients gone; later ones are not waited for. */
  async finished(): Promise<void> {
    await Promise.all([...this.responses].map((response) => new Promise((resolve) => response.once('close', resolve))));
  }
}
