import { createServer } from 'node:http';
import pg from 'pg';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { pool } from '../../pool.mjs';

/** PostGraphile with its present preset and nothing that costs (no watching, no explaining, no sessions' settings). */
const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ pool: new pg.Pool(pool), schemas: ['postgraphile'], pubsub: false })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: { explain: false },
};
const server = createServer();
await postgraphile(preset).createServ(grafserv).addTo(server);
server.listen(Number(process.env.PORT || 0), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
