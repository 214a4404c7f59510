import { programNames } from '../apiKeys/commands';
import type { Database } from '../data/database';
import { type ExtractionPool, openExtractionPool } from '../linking/extractionPool';
import type { FormatName } from '../import/formats';
import { importInputs } from '../import/importInputs';
import { inputsAt, NoInput } from '../import/inputs';
import type { Log } from '../log';
import { ImportProgress } from './importProgress';
import { NotDone } from './notDone';

/** What `verbatim import` can be told. */
export interface ImportArguments {
  readonly format: FormatName | 'auto';
  readonly extract?: true;
  readonly dryRun?: true;
  readonly draft?: true;
  readonly publish?: true;
  readonly provider?: string;
}

/** What the process ends with beside 0 and 1: some items were not imported; it was interrupted. */
export const importExitCodes = { someBad: 3, interrupted: 130 } as const;

/**
 * `verbatim import`: brings in everything that a path holds, and tells on stderr how it goes.
 * @returns what the process is to end with
 */
export async function importFiles(
  database: Pick<Database, 'prisma'>,
  given: string,
  { format, extract, dryRun, draft, publish, provider }: ImportArguments,
  log: Log,
): Promise<number> {
  const { files, links } = await inputsAt(given).catch((error: unknown) => {
    throw error instanceof NoInput ? new NotDone(error.message) : error;
  });
  const interrupted = interruption();
  if (draft && publish) throw new NotDone('--draft and --publish exclude each other: give one of them.');
  const progress = new ImportProgress(process.stderr, files, process.stdout);
  for (const link of links) progress.say(`${link}: not followed, because it is a link.`);
  let extractionPool: ExtractionPool | null = null;
  try {
    const report = (error: unknown): void => log.error({ err: error }, 'an item could not be stored');
    extractionPool = extract && !dryRun ? await openExtractionPool(report) : null;
    const options = {
      viewer: { role: 'EDITOR', name: programNames.commandLine } as const,
      format: format === 'auto' ? null : format,
      extractionPool,
      provider: provider ?? null,
      dryRun: dryRun ?? false,
      wish: draft ? ('DRAFT' as const) : publish ? ('PUBLISHED' as const) : null,
      signal: interrupted.signal,
      report,
      tooManyCandidates: (name: string) => progress.tooManyCandidates(name),
    };
    const counts = await importInputs(database.prisma, files, options, progress);
    progress.end();
    if (interrupted.signal.aborted) {
      progress.say('Interrupted. Run the same again to go on: what is here already is left as it is.');
      return importExitCodes.interrupted;
    }
    return counts.bad > 0 ? importExitCodes.someBad : 0;
  } finally {
    interrupted.stop();
    await extractionPool?.close();
  }
}

/** The first Ctrl-C lets the batch in hand be written; a second one ends the process at once. */
function interruption(): { readonly signal: AbortSignal; stop(): void } {
  const controller = new AbortController();
  const interrupt = (): void => {
    if (controller.signal.aborted) process.exit(importExitCodes.interrupted);
    controller.abort();
    process.stdin.destroy(); // a pipe may have nothing more to say for long
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  return {
    signal: controller.signal,
    stop: () => void process.off('SIGINT', interrupt).off('SIGTERM', interrupt),
  };
}
