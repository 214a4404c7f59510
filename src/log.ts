import pino from 'pino';
import type { Config } from './settings/config';

export type Log = pino.Logger;

/** Lines up to this length, in bytes, are written to a pipe in one piece, whoever else writes to it (PIPE_BUF of Linux). */
const wholeLine = 4096;

/** Lines about requests are written when there are so many bytes of them, or so many milliseconds later. */
const together = { minLength: 2048, periodicFlush: 100, maxWrite: wholeLine };

/** What the lines about requests say, and no other. */
export const requestMessage = 'request';

/** What all logs of this process write to: one listener for its end serves them all. */
const destinations: { flushSync(): void }[] = [];

function flush(): void {
  for (const destination of destinations) {
    try {
      destination.flushSync();
    } catch {
      // stderr is gone; there is nobody left to tell
    }
  }
}

/**
 * One JSON object a line on stderr, so that stdout keeps the words meant for a person (addresses, a query to try).
 * Written without waiting; what is left in memory is flushed when the process ends.
 * @param worker the number of this process, where several write to the same stderr
 */
export function createLog(config: Pick<Config, 'logLevel'>, worker?: number): Log {
  const atOnce = pino.destination({ fd: 2, sync: false, ...(worker !== undefined && { maxWrite: wholeLine }) });
  const requests = pino.destination({ fd: 2, sync: false, ...together });
  // A closed stderr must not end a server that still answers.
  for (const destination of [atOnce, requests]) destination.on('error', () => {});
  if (destinations.length === 0) process.once('exit', flush);
  destinations.push(atOnce, requests);
  // Written one by one, they would cost more than ready answers do.
  const stream = {
    [pino.symbols.needsMetadataGsym]: true,
    lastMsg: '',
    write(line: string) {
      (this.lastMsg === requestMessage ? requests : atOnce).write(line);
    },
  };
  return pino(
    {
      level: config.logLevel,
      base: worker === undefined ? null : { worker },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    stream,
  );
}
