import { readFileSync } from 'node:fs';
import fastify from 'fastify';
import mercurius from 'mercurius';
import { loaders } from './loaders.mjs';
import { queries } from './queries.mjs';

/** Mercurius on Fastify, as its documentation has it: jit on, a loader for each relation, SQL by hand through `pg`. */
const resolvers = {
  Query: queries,
  Speaker: { resolveType: (row) => row.type },
  SearchResult: { resolveType: (row) => row.type },
};

const app = fastify();
app.register(mercurius, {
  schema: readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'),
  resolvers,
  loaders,
  jit: 1,
});
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT || 0) });
process.once('SIGTERM', () => process.exit(0));
