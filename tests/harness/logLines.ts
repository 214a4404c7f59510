import pino from 'pino';
import type { Log } from '../../src/log';

export type LogLine = Readonly<Record<string, unknown>>;

/** A log that is kept in memory. */
export function recordLog(): { readonly log: Log; readonly lines: readonly LogLine[] } {
  const lines: LogLine[] = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line) as LogLine) });
  return { log, lines };
}
