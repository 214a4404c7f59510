import type { FastifyInstance } from 'fastify';
import type { Connections } from './connections';
import type { RequestsInHand } from './requestsInHand';
import type { SlowClientGuard } from './slowClientGuard';

/** What of a server has to do with its clients. */
export interface ClientSide {
  readonly fastify: FastifyInstance;
  readonly connections: Connections;
  readonly inHand: RequestsInHand;
  readonly slowClients: SlowClientGuard;
}

/**
 * Finishes the requests in hand, then takes no more connections. Until then the server listens: a load balancer that asks is told
 * that it closes, and whoever comes all the same is served.
 * @param graceMs after how many milliseconds the requests that are left are cut off
 */
export async function closeServer(
  { fastify, connections, inHand, slowClients }: ClientSide,
  graceMs: number,
): Promise<void> {
  const cutOff = setTimeout(() => fastify.server.closeAllConnections(), graceMs);
  await inHand.finished();
  const closed = fastify.close();
  connections.dropSilent();
  await closed;
  clearTimeout(cutOff);
  slowClients.stop();
}
