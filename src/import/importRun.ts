import { createHash } from 'node:crypto';
import type { Prisma, PrismaClient } from '../generated/prisma/client';
import { UserErrors } from '../writing/userErrors';
import { checkItem } from './checkItem';
import { DryRun } from './dryRun';
import { type ExtractionResults, extractFrom } from './extractionResults';
import { importBatch, type RunItem } from './importBatch';
import type { ItemResult } from './itemResults';
import { storeTogether } from './storeTogether';
import type { Counts, RunOptions, Watching } from './importInputs';
import type { Input } from './inputs';
import type { Found, GivenItem } from './item';
import { readInput } from './readInput';
import type { ExportedRecord } from './records/recordIn';
import { type Renamed, storeRecords } from './records/storeRecords';

/** How much is written at a time: items, and UTF-16 units of their bodies. */
const batchSize = { items: 250, text: 2_000_000 } as const;

/** A record of an export. */
interface Exported {
  readonly exported: ExportedRecord;
}

/** What waits to be written, and where it stands in which input. */
type Waiting<Thing> = Thing & { readonly input: Input; readonly at: string };

const counters = { CREATED: 'created', UPDATED: 'updated', UNCHANGED: 'unchanged' } as const;

/** One import: reads inputs, and writes what they hold in batches. */
export class ImportRun {
  readonly counts: Counts = { created: 0, updated: 0, unchanged: 0, bad: 0, hidden: 0 };
  private readonly seen = new Set<number>();
  private bytes = 0;
  private readonly renamed: Renamed = new Map();
  private items: Waiting<RunItem>[] = [];
  private records: Waiting<Exported>[] = [];
  private uris = new Set<string>();
  private textSize = 0;
  private writing: Promise<void> = Promise.resolve();
  private readonly dryRun: DryRun | null;

  constructor(
    private readonly prisma: PrismaClient,
    private readonly options: RunOptions,
    private readonly watching: Watching,
  ) {
    this.dryRun = options.dryRun ? new DryRun(prisma, options.wish ?? null) : null;
  }

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
    if ('exported' in found) await this.holdRecord({ exported: found.exported, input, at: found.at });
    else await this.holdItem(input, found.at, found.item);
    const count = this.items.length + this.records.length;
    if (count >= batchSize.items || this.textSize >= batchSize.text) await this.flush();
  }

  private async holdItem(input: Input, at: string, given: GivenItem): Promise<void> {
    const userErrors = new UserErrors();
    const item = checkItem(userErrors, given, { fallbackUri: input.uri, provider: this.options.provider });
    if (userErrors.any) {
      this.refuse(input, at, userErrors.errors.map(({ message }) => message).join(' '));
      return;
    }
    if (this.uris.has(item.uri) || this.records.length > 0) await this.flush();
    this.items.push({ item, isAgain: this.isAgain(item.uri), input, at });
    this.uris.add(item.uri);
    this.textSize += item.body.length;
  }

  /** Records of one kind are stored together, and after those before them, which they may refer to. */
  private async holdRecord(record: Waiting<Exported>): Promise<void> {
    const { exported } = record;
    const before = this.records[0]?.exported.kind ?? exported.kind;
    if (before !== exported.kind || this.items.length > 0) await this.flush();
    this.records.push(record);
    if (exported.kind === 'article')
      this.textSize += exported.record.versions.reduce((sum, { body }) => sum + body.length, 0);
  }

  /** Whether an item of this uri came before in this run. 48 bits of a hash a uri: a million take 40 MB, and none meet by chance. */
  private isAgain(uri: string): boolean {
    const key = createHash('sha256').update(uri).digest().readUIntBE(0, 6);
    if (this.seen.has(key)) return true;
    this.seen.add(key);
    return false;
  }

  /** Begins to write what waits as soon as what was before it is written. */
  private async flush(): Promise<void> {
    const { items, records } = this;
    this.items = [];
    this.records = [];
    this.uris = new Set();
    this.textSize = 0;
    const findings = items.length > 0 ? this.find(items) : undefined;
    findings?.catch(() => {}); // heard of where it is waited for
    await this.writing;
    if (items.length + records.length === 0) return;
    this.writing = findings ? this.writeItems(items, findings) : this.writeRecords(records);
    this.writing.catch(() => {}); // heard of where it is waited for
  }

  /** What is found in the words of items, looked for while the batch before is written. */
  private find(items: readonly Waiting<RunItem>[]): Promise<ExtractionResults> {
    const { extractionPool } = this.options;
    const isWanted = extractionPool && !this.options.dryRun;
    return isWanted
      ? extractFrom(this.prisma, items, extractionPool, this.options.wish ?? null)
      : Promise.resolve(new Map());
  }

  private async writeItems(items: readonly Waiting<RunItem>[], findings: Promise<ExtractionResults>): Promise<void> {
    if (this.dryRun) this.foretellAll(items, await this.dryRun.results(items));
    else this.countAll(items, await importBatch(this.prisma, items, this.options, await findings));
  }

  private async writeRecords(records: readonly Waiting<Exported>[]): Promise<void> {
    if (this.dryRun) {
      this.foretellRecords(records, await this.dryRun.recordResults(records));
      return;
    }
    const { kind } = records[0]!.exported;
    const context = { viewer: this.options.viewer, renamed: this.renamed };
    const store = (tx: Prisma.TransactionClient, some: typeof records) =>
      storeRecords(
        tx,
        kind,
        some.map(({ exported }) => exported),
        context,
      );
    this.countAll(records, await storeTogether(this.prisma, records, store, this.options.report));
  }

  private countAll(waiting: readonly Waiting<object>[], results: readonly ItemResult[]): void {
    results.forEach((result, i) => this.count(waiting[i]!, result));
    this.tell();
  }

  private foretellRecords(records: readonly Waiting<Exported>[], results: readonly ItemResult[]): void {
    records.forEach(({ exported, input, at }, i) => {
      if (exported.kind !== 'article') return;
      const { uri, slug, versions } = exported.record;
      this.watching.foretold(input, at, { uri: uri ?? slug, headline: versions.at(-1)!.headline, result: results[i]! });
    });
    this.countAll(records, results);
  }

  private foretellAll(items: readonly Waiting<RunItem>[], results: readonly ItemResult[]): void {
    items.forEach(({ item: { uri, headline }, input, at }, i) =>
      this.watching.foretold(input, at, { uri, headline, result: results[i]! }),
    );
    this.countAll(items, results);
  }

  private count({ input, at }: Waiting<object>, result: ItemResult): void {
    for (const warning of result.warnings ?? []) this.watching.warned(input, at, warning);
    if ('state' in result && result.state?.isVisible === false) this.counts.hidden += 1;
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
