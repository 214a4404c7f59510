import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import fastify from 'fastify';
import { makeLoaders } from './loaders.mjs';
import { resolvers } from './resolvers.mjs';

/** Apollo Server on Fastify, the fastest of its integrations, with Prisma behind DataLoaders. */
const app = fastify();
const server = new ApolloServer({
  typeDefs: readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'),
  resolvers,
  plugins: [fastifyApolloDrainPlugin(app)],
});
await server.start();
await app.register(fastifyApollo(server), { context: async () => ({ loaders: makeLoaders() }) });
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT || 0) });
process.once('SIGTERM', () => process.exit(0));
