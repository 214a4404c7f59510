import type { FastifyInstance } from 'fastify';
import type { Database } from '../data/database';

/**
 * `/health/live`: the process runs. `/health/ready`: it can answer questions too; a load balancer sends none while it can't.
 * @param isClosing whether the server has begun to close
 */
export function registerHealth(
  fastify: FastifyInstance,
  database: Pick<Database, 'isReady'>,
  isClosing: () => boolean,
): void {
  fastify.get('/health/live', async (_, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));

  fastify.get('/health/ready', async (_, reply) => {
    void reply.header('cache-control', 'no-store');
    if (isClosing()) return reply.code(503).send({ status: 'unavailable', reason: 'The server is closing.' });
    if (await database.isReady()) return reply.send({ status: 'ok' });
    return reply.code(503).send({ status: 'unavailable', reason: 'The database does not answer.' });
  });
}
