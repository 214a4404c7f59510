import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Config } from './settings/config';
import { Connections } from './http/connections';
import { refusalNotes } from './audit/refusals';
import { viewersByKey } from './auth/viewer';
import type { ViewerOf } from './auth/viewerOf';
import type { Database } from './data/database';
import { publishing } from './articles/publishDue';
import { registerExplorer } from './explorer/explorer';
import { type Preparer, startApollo } from './graphql/apollo';
import { allowOrigins } from './http/crossOrigin';
import { COST_LIMIT } from './graphql/limits';
import { openPersistedDocuments } from './graphql/persisted/openPersisted';
import { registerGraphQL } from './http/route';
import { loadSchema } from './contract/schema';
import { registerHealth } from './http/health';
import type { Log } from './log';
import { createReader } from './reading/reader';
import { idempotencyKeyPurge } from './writing/purgeIdempotencyKeys';
import { Writer } from './writing/writer';
import { commands } from './commands';
import { readModel } from './readModel';
import { openResponseCache } from './http/openResponseCache';
import { answerBrokenRequest, errorSender, registerErrorResponses, type SendErrors } from './http/errorResponses';
import { registerRequestLog, requestIdOf } from './http/requestLog';
import { closeServer } from './http/closeServer';
import { RequestsInHand } from './http/requestsInHand';
import { StartError } from './errors/startError';
import { SlowClientGuard, type SlowClientLimits } from './http/slowClientGuard';

/** How long the server waits for clients, in milliseconds. */
export interface Patience {
  /** For the headers of a request. */
  readonly headers: number;
  /** For a whole request. */
  readonly request: number;
  /** For the next request on an open connection; longer than load balancers wait, so that they close first. */
  readonly idle: number;
  /** For a client that neither sends nor reads. */
  readonly silent: number;
  /** How often it looks whether a time is over. */
  readonly check: number;
}

const patience: Patience = { headers: 15_000, request: 30_000, idle: 72_000, silent: 120_000, check: 5_000 };

export interface ServerDependencies {
  readonly database: Pick<Database, 'pool' | 'reads' | 'prisma' | 'writePool' | 'isReady' | 'newClient'>;
  readonly config: Config;
  readonly log: Log;
  /** Who asks; told by the API key that a request shows, unless a test says otherwise. */
  readonly viewerOf?: ViewerOf;
  readonly patience?: Partial<Patience>;
  readonly slowClients?: Partial<SlowClientLimits>;
}

export interface Server {
  /**
   * Begins to serve, once.
   * @param port 0 takes any free one
   * @returns `url`: where, without a path: `http://127.0.0.1:4000`
   * @throws StartError when the address can't be used
   */
  listen(port: number, host: string): Promise<{ url: string }>;
  /**
   * Finishes the requests in hand, for as long as the configuration allows, and says meanwhile that it is not ready; then takes no
   * more connections.
   */
  close(): Promise<void>;
}

/** Puts the server together; nothing is asked of the database before the first request. */
export async function createServer(deps: ServerDependencies): Promise<Server> {
  const { database, config, log } = deps;
  let closing = false;
  const { responseCache, fastPath, caching } = openResponseCache(deps, () => closing);
  const preparer = await preparerFor(deps, responseCache !== null);
  const persisted = await openPersistedDocuments(config, preparer);
  const sendErrors = errorSender({ log, schemaNames: config.introspection });
  const fastify = createFastify({ ...patience, ...deps.patience }, sendErrors);
  const connections = new Connections(fastify.server, config.maxConnections, log);
  const schedule = ownWork(database, log);
  registerRequestLog(fastify, log);
  await allowOrigins(fastify, config.allowedOrigins);
  registerErrorResponses(fastify, sendErrors);
  await registerExplorer(fastify);
  const viewerOf = deps.viewerOf ?? viewersOf(deps);
  const noteRefusal = refusalNotes(database.pool, log);
  registerGraphQL(fastify, { preparer, viewerOf, responseCache, fastPath, caching, persisted, noteRefusal });
  registerHealth(fastify, database, () => closing);
  closeAtTheEnd(fastify, () => closing);
  await fastify.ready();
  fastPath?.install(fastify.server);
  const inHand = new RequestsInHand(fastify.server);
  const slowClients = new SlowClientGuard(fastify.server, connections.open, deps.slowClients ?? {}, log);
  return {
    async listen(port, host) {
      const address = await listen(fastify, port, host);
      schedule.start();
      void responseCache?.start();
      return address;
    },
    async close() {
      closing = true;
      await closeServer({ fastify, connections, inHand, slowClients }, config.shutdownGraceMs);
      await schedule.stop();
      await responseCache?.stop();
      await preparer.stop();
    },
  };
}

/** Has clients close their connections with the last answer: those would stay open, and with them the server. */
function closeAtTheEnd(fastify: FastifyInstance, isClosing: () => boolean): void {
  fastify.addHook('onSend', (_, reply, payload, done) => {
    if (isClosing()) void reply.header('connection', 'close');
    done(null, payload);
  });
}

/** What a server does by itself, whatever it is asked. */
function ownWork({ pool }: Pick<Database, 'pool'>, log: Log): { start(): void; stop(): Promise<void> } {
  const schedule = publishing(pool, log);
  const clearing = idempotencyKeyPurge(pool, log);
  return {
    start() {
      schedule.start();
      clearing.start();
    },
    stop() {
      clearing.stop();
      return schedule.stop();
    },
  };
}

function viewersOf({ database: { pool }, config, log }: ServerDependencies): ViewerOf {
  const withPosition = config.databaseReplicaUrls.length > 0;
  return viewersByKey({ pool, publicRead: config.publicRead, withPosition, log });
}

function preparerFor({ database, config, log }: ServerDependencies, tracked: boolean): Promise<Preparer> {
  const schema = loadSchema();
  const { pool, prisma, writePool, reads } = database;
  const reader = createReader({ schema, model: readModel, reads, costLimit: COST_LIMIT, tracked });
  const writer = new Writer({ schema, model: readModel, commands, prisma, writePool, pool, costLimit: COST_LIMIT });
  return startApollo({ schema, reader, writer, introspection: config.introspection, log });
}

function createFastify(times: Patience, sendErrors: SendErrors): FastifyInstance {
  return Fastify({
    logger: false, // one line a request is ours to write
    genReqId: requestIdOf,
    requestIdHeader: false,
    return503OnClosing: false, // whoever got in before the door closed is served
    frameworkErrors: (error, request, reply) => void sendErrors(error, request, reply),
    clientErrorHandler: answerBrokenRequest,
    keepAliveTimeout: times.idle,
    requestTimeout: times.request,
    connectionTimeout: times.silent,
    http: { headersTimeout: times.headers, connectionsCheckingInterval: times.check, requireHostHeader: false },
  });
}

/** Listens at exactly one address. (Fastify's own `listen` opens a second server for "localhost".) */
async function listen({ server }: FastifyInstance, port: number, host: string): Promise<{ url: string }> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(whyNot(error, port, host)));
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return { url: `http://${name}:${address.port}` };
}

function whyNot(error: NodeJS.ErrnoException, port: number, host: string): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartError(`Port ${port} is in use by another program. Stop that one, or set PORT to another number.`);
    case 'EACCES':
      return new StartError(`Port ${port} may not be used by this user. Set PORT to a number above 1023.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(
        `HOST is ${host}, which is no address of this machine. Set it to 127.0.0.1, or 0.0.0.0 for all.`,
      );
    default:
      return error;
  }
}
