import cluster from 'node:cluster';
import { randomUUID } from 'node:crypto';
import { makeFirstKey } from './apiKeys/firstKey';
import type { Config } from './settings/config';
import { type Database, openBesideOwner, openDatabase } from './data/database';
import { serverHelp } from './cli/serverHelp';
import { asksForDemo, asksForHelp, misspeltSettings, readEnvironment } from './settings/environment';
import { banner, keyToKeep } from './process/banner';
import { createLog, type Log } from './log';
import { isEmpty } from './import/seed/load';
import { createServer } from './server';
import { StartError } from './errors/startError';
import { GracefulShutdown } from './process/gracefulShutdown';
import { type Listening, startWorkers } from './process/supervisor';
import { startHeartbeat } from './process/heartbeat';

/** Runs the program until a signal or a fault ends it. */
async function main(): Promise<void> {
  if (asksForHelp(process.argv.slice(2))) {
    console.log(serverHelp());
    return;
  }
  const config = readConfig();
  const log = createLog(config, cluster.worker?.id);
  const shutdown = new GracefulShutdown(log);
  const fail = (error: unknown): void => {
    report(error, log);
    shutdown.request(1);
  };
  process.on('SIGTERM', (name) => shutdown.signal(name));
  // A terminal sends Ctrl-C to workers too: their supervisor signals them.
  process.on('SIGINT', (name) => cluster.isPrimary && shutdown.signal(name));
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  process.stdout.on('error', () => {}); // the reader of the banner has gone
  await (cluster.isWorker ? startWorker(config, log, shutdown) : start(config, log, shutdown, fail)).catch(fail);
  shutdown.started();
}

function readConfig(): Config {
  try {
    return readEnvironment(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

async function start(
  config: Config,
  log: Log,
  shutdown: GracefulShutdown,
  fail: (error: unknown) => void,
): Promise<void> {
  for (const { variable, setting } of misspeltSettings())
    log.warn({ variable, setting }, 'a variable is nearly called as a setting is, and is not read');
  const alone = config.workers === 1;
  // Who only leads reads nothing, and needs no replicas.
  const database = await openDatabase(alone ? config : { ...config, databaseReplicaUrls: [] }, log, fail);
  shutdown.onShutdown('the database', () => database.close());
  if (shutdown.isRequested()) return;
  if ((await isEmpty(database)) && (await database.inChild<boolean>('import/seed/load', 'loadSampleIfEmpty'))) {
    log.info('the database was empty: the sample article is loaded');
  }
  if (asksForDemo(process.argv.slice(2))) {
    const articles = await database.inChild<number>('import/demo/loadDemo', 'loadDemo');
    log.info({ articles }, 'the articles of the demo are here');
  }
  if (shutdown.isRequested()) return;

  // Before anybody is told that this server is ready: the key works then.
  const firstKey = await makeFirstKey(database, config.firstAdminKey, (key) => console.log(keyToKeep(key)));
  if (!firstKey.made && firstKey.stranger)
    log.warn('FIRST_ADMIN_KEY opens nothing: there were other keys before. Make keys with: npx verbatim key create');
  if (shutdown.isRequested()) return;
  const url = alone ? await serve(database, config, log, shutdown) : await supervise(config, log, shutdown);
  if (shutdown.isRequested()) return;
  console.log(banner(url, config));
}

async function serve(database: Database, config: Config, log: Log, shutdown: GracefulShutdown): Promise<string> {
  const server = await createServer({ database, config, log });
  shutdown.onShutdown('the server', () => server.close());
  const { url } = await server.listen(config.port, config.host);
  log.info({ url }, 'serving');
  return url;
}

async function supervise(config: Config, log: Log, shutdown: GracefulShutdown): Promise<string> {
  const workers = await startWorkers(config, log);
  shutdown.onShutdown('the workers', () => workers.stop());
  return workers.url;
}

/** One of several processes; its lead has the database in hand, and starts another one when this ends. */
async function startWorker(config: Config, log: Log, shutdown: GracefulShutdown): Promise<void> {
  const database = openBesideOwner(config, log);
  shutdown.onShutdown('the database', () => database.close());
  const said: Listening = { listening: await serve(database, config, log, shutdown) };
  process.send?.(said);
  startHeartbeat(config.workerTimeoutMs);
}

/** Tells the operator of an error: in a sentence if it is theirs to put right, otherwise by an id that is in the log. */
function report(error: unknown, log: Log): void {
  if (error instanceof StartError) {
    if (error.cause) log.debug({ err: error.cause }, 'why the start failed');
    console.error(error.message);
    return;
  }
  const id = randomUUID();
  log.fatal({ err: error, id }, 'an unexpected fault');
  console.error(`Verbatim stops because of an unexpected fault. The log tells more under its id ${id}.`);
}

void main();
