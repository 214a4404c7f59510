import pino from 'pino';
import type { Config } from './config';

export type Log = pino.Logger;

/**
 * One JSON object a line on stderr, so that stdout keeps the words meant for a person (addresses, a query to try).
 * Written without waiting; what is left in memory is flushed when the process ends.
 */
export function createLog(config: Pick<Config, 'logLevel'>): Log {
  const destination = pino.destination({ fd: 2, sync: false });
  process.once('exit', () => {
    try {
      destination.flushSync();
    } catch {
      // stderr is gone; there is nobody left to tell
    }
  });
  destination.on('error', () => {}); // a closed stderr must not end a server that still answers
  return pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}
