import { createServer } from 'node:http';
import { createYoga } from 'graphql-yoga';
import { schema } from './schema.mjs';

/** GraphQL Yoga on `node:http`, with its caches of parsed and validated documents, which are its default. */
const yoga = createYoga({ schema, graphiql: false, landingPage: false, logging: 'error', maskedErrors: false });
createServer(yoga).listen(Number(process.env.PORT || 0), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
