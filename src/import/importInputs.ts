import type { PrismaClient } from '../generated/prisma/client';
import type { ExtractionPool } from '../linking/extractionPool';
import type { FormatName } from './formats';
import type { ImportOptions } from './importBatch';
import type { ItemResult } from './itemResults';
import { ImportRun } from './importRun';
import type { Input } from './inputs';

/** How many items came to what. */
export interface Counts {
  created: number;
  updated: number;
  unchanged: number;
  bad: number;
  /** Of those that are new or changed: how many readers do not see. */
  hidden: number;
}

/** What would become of an item, as a dry run tells it. */
export interface Foretold {
  readonly uri: string;
  readonly headline: string;
  readonly result: ItemResult;
}

/** A running import, as whoever watches it is told. */
export interface Watching {
  /** An item that was not stored: where it stands, and why. */
  bad(input: Input, at: string, reason: string): void;
  /** What an editor should know of an item that was read or stored: a doubt, or where its sender and an editor disagree. */
  warned(input: Input, at: string, warning: string): void;
  /** What would become of an item, in a dry run. */
  foretold(input: Input, at: string, what: Foretold): void;
  /** An input was read to its end as this. */
  recognized(input: Input, format: string, encoding: string): void;
  /** So many bytes were read, and so many items are done. */
  progress(bytes: number, counts: Readonly<Counts>): void;
}

/** What an import is told beside its inputs. */
export interface RunOptions extends ImportOptions {
  /** Null to know each input's format by its content. */
  readonly format: FormatName | null;
  /** Looks the words through for quotes and names; null to store the words only. */
  readonly extractionPool: ExtractionPool | null;
  /** Whose items they are, where they do not tell; null where nobody knows. */
  readonly provider: string | null;
  /** Tells what would be done, and writes nothing. */
  readonly dryRun: boolean;
  /** Ends the import after the batch that is being written. */
  readonly signal: AbortSignal;
}

/**
 * Imports all items of some inputs, one input after the other. One batch is written while the next one is read, and no more is
 * ever in memory.
 * @throws the database's error where it is away
 */
export async function importInputs(
  prisma: PrismaClient,
  inputs: readonly Input[],
  options: RunOptions,
  watching: Watching,
): Promise<Readonly<Counts>> {
  const run = new ImportRun(prisma, options, watching);
  for (const input of inputs) {
    if (options.signal.aborted) break;
    await run.take(input);
  }
  await run.end();
  return run.counts;
}
