import { randomUUID } from 'node:crypto';
import { makeFirstKey } from './auth/firstKey';
import type { Config } from './config';
import { openDatabase } from './data/database';
import { readEnvironment } from './environment';
import { greeting } from './greeting';
import { createLog, type Log } from './log';
import { isEmpty } from './seed/load';
import { createServer } from './server';
import { StartError } from './startError';
import { Stop } from './stop';

/** Runs the program until a signal or a fault ends it. */
async function main(): Promise<void> {
  const config = readConfig();
  const log = createLog(config);
  const stop = new Stop(log);
  const fail = (error: unknown): void => {
    report(error, log);
    stop.request(1);
  };
  process.on('SIGTERM', (name) => stop.signal(name));
  process.on('SIGINT', (name) => stop.signal(name));
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  process.stdout.on('error', () => {}); // whoever read the greeting has gone
  await start(config, log, stop, fail).catch(fail);
  stop.started();
}

function readConfig(): Config {
  try {
    return readEnvironment();
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

async function start(config: Config, log: Log, stop: Stop, fail: (error: unknown) => void): Promise<void> {
  const database = await openDatabase(config, log, fail);
  stop.atTheEnd('the database', () => database.close());
  if (stop.isRequested()) return;
  if ((await isEmpty(database)) && (await database.inChild<boolean>('seed/load', 'loadSampleIfEmpty'))) {
    log.info('the database was empty: the sample article is loaded');
  }

  const server = await createServer({ database, config, log });
  stop.atTheEnd('the server', () => server.close());
  const { url } = await server.listen(config.port, config.host);
  if (stop.isRequested()) return;
  log.info({ url }, 'serving');
  // Last of all, and told at once: a key that was made and not shown would be lost.
  const firstKey = await makeFirstKey(database, config.firstAdminKey);
  if (!firstKey.made && firstKey.stranger)
    log.warn('FIRST_ADMIN_KEY opens nothing: there were other keys before. Make keys with: npx verbatim key create');
  console.log(greeting(url, config, firstKey.made ? firstKey.token : null));
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
