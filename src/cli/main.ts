#!/usr/bin/env node
import { CommanderError } from 'commander';
import { misspeltSettings, readEnvironment } from '../settings/environment';
import { databaseFault } from '../data/databaseFault';
import { joinDatabase } from '../data/joinDatabase';
import type { Database } from '../data/database';
import { createLog, type Log } from '../log';
import { StartError } from '../errors/startError';
import { NotDone } from './notDone';
import { commandLine } from './commandLine';

/** What the process ends with: the command was refused or failed; it was not understood. */
const exitCodes = { failed: 1, misunderstood: 2 } as const;

/** Opens the database of this configuration for one command, and closes it again. */
async function withDatabase(work: (database: Database, log: Log) => Promise<void>): Promise<void> {
  const config = readEnvironment();
  for (const { variable, setting } of misspeltSettings())
    console.error(`${variable} is set, and is not read. If ${setting} is meant, name it so.`);
  // What a server tells its log in passing is of no interest here.
  const log = createLog({ logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel });
  const database = await joinDatabase(config, log).catch((error: unknown) => {
    if (error instanceof StartError && error.cause) log.debug({ err: error.cause }, 'why the database was not opened');
    throw error;
  });
  try {
    await work(database, log);
  } catch (error) {
    if (databaseFault(error))
      throw new NotDone('The database went away in the middle. Look what was done before you run the same again.');
    if (!(error instanceof NotDone)) log.fatal({ err: error }, 'an unexpected fault');
    throw error;
  } finally {
    await database.close();
  }
}

async function main(): Promise<void> {
  process.stdout.on('error', () => {}); // whoever read it has gone
  try {
    await commandLine(withDatabase).parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      // It has said already what was wrong.
      process.exitCode = error.exitCode === 0 ? 0 : exitCodes.misunderstood;
      return;
    }
    const known = error instanceof StartError || error instanceof NotDone;
    console.error(known ? error.message : 'This failed because of an unexpected fault. The lines above tell more.');
    process.exitCode = exitCodes.failed;
  }
}

void main();
