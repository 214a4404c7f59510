import { createHash } from 'node:crypto';
import type { PrismaClient } from '../generated/prisma/client';
import { Mistakes } from '../writing/userErrors';
import { checkItem } from './checkItem';
import type { FormatName } from './formats';
import { importBatch, type ImportOptions, type ItemResult, type RunItem } from './importBatch';
import type { Input } from './inputs';
import type { Found } from './item';
import { readInput } from './readInput';

/** How many items came to what. */
export interface Counts {
  created: number;
  updated: number;
  unchanged: number;
  bad: number;
}

/** A running import, as whoever watches it is told. */
export interface Watching {
  /** An item that was not stored: where it stands, and why. */
  bad(input: Input, at: string, reason: string): void;
  /** An input was read to its end as this. */
  recognized(input: Input, format: string, encoding: string): void;
  /** So many bytes were read, and so many items are done. */
  progress(bytes: number, counts: Readonly<Counts>): void;
}

/** What an import is told beside its inputs. */
export interface RunOptions extends ImportOptions {
  /** Null to know each input's format by its content. */
  readonly format: FormatName | null;
  /** Ends the import after the batch that is being written. */
  readonly signal: AbortSignal;
}

/** How much is written at a time: items, and UTF-16 units of their bodies. */
const batchSize = { items: 250, text: 2_000_000 } as const;

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
  const run = new Run(prisma, options, watching);
  for (const input of inputs) {
    if (options.signal.aborted) break;
    await run.take(input);
  }
  await run.end();
  return run.counts;
}

interface Waiting extends RunItem {
  readonly input: Input;
  readonly at: string;
}

const counters = { CREATED: 'created', UPDATED: 'updated', UNCHANGED: 'unchanged' } as const;

class Run {
  readonly counts: Counts = { created: 0, updated: 0, unchanged: 0, bad: 0 };
  private readonly seen = new Set<number>();
  private bytes = 0;
  private batch: Waiting[] = [];
  private uris = new Set<string>();
  private textSize = 0;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly prisma: PrismaClient,
    private readonly options: RunOptions,
    private readonly watching: Watching,
  ) {}

  /** Reads one input, and begins to write what it holds. */
  async take(input: Input): Promise<void> {
    const items = readInput(input, this.options.format, (count) => (this.bytes += count));
    for (;;) {
      const next = await items.next();
      if (next.done) {
        if (next.value) this.watching.recognized(input, next.value.format, next.value.encoding);
        return;
      }
      await this.hold(input, next.value);
      if (this.options.signal.aborted) {
        await items.return(null);
        return;
      }
    }
  }

  /** Writes what is left, and waits until everything is written. */
  async end(): Promise<void> {
    await this.flush();
    await this.writing;
    this.tell();
  }

  private async hold(input: Input, found: Found): Promise<void> {
    if ('problem' in found) {
      this.refuse(input, found.at, found.problem);
      return;
    }
    const mistakes = new Mistakes();
    const item = checkItem(mistakes, found.item, input.uri);
    if (mistakes.any) {
      this.refuse(input, found.at, mistakes.messages.join(' '));
      return;
    }
    if (this.uris.has(item.uri)) await this.flush();
    const isAgain = this.isAgain(item.uri);
    this.batch.push({ item, isAgain, input, at: found.at });
    this.uris.add(item.uri);
    this.textSize += item.body.length;
    if (this.batch.length >= batchSize.items || this.textSize >= batchSize.text) await this.flush();
  }

  /** Whether an item of this uri came before in this run. 48 bits of a hash a uri: a million take 40 MB, and none meet by chance. */
  private isAgain(uri: string): boolean {
    const key = createHash('sha256').update(uri).digest().readUIntBE(0, 6);
    if (this.seen.has(key)) return true;
    this.seen.add(key);
    return false;
  }

  /** Begins to write the batch as soon as the one before is written. */
  private async flush(): Promise<void> {
    const { batch } = this;
    this.batch = [];
    this.uris = new Set();
    this.textSize = 0;
    await this.writing;
    if (batch.length === 0) return;
    this.writing = this.write(batch);
    this.writing.catch(() => {}); // heard of where it is waited for
  }

  private async write(batch: readonly Waiting[]): Promise<void> {
    const results = await importBatch(this.prisma, batch, this.options);
    results.forEach((result, i) => this.count(batch[i]!, result));
    this.tell();
  }

  private count({ input, at }: Waiting, result: ItemResult): void {
    if (result.change !== 'REFUSED') this.counts[counters[result.change]] += 1;
    else this.refuse(input, at, result.userErrors.map(({ message }) => message).join(' '));
  }

  private refuse(input: Input, at: string, reason: string): void {
    this.counts.bad += 1;
    this.watching.bad(input, at, reason);
  }

  private tell(): void {
    this.watching.progress(this.bytes, this.counts);
  }
}
