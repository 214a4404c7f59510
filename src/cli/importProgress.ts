import type { Counts, Foretold, Watching } from '../import/importInputs';
import type { ItemResult } from '../import/itemResults';
import type { Input } from '../import/inputs';

/** Where progress is told: a terminal is told often, and on one line. */
export interface Screen {
  readonly isTTY?: boolean;
  write(words: string): unknown;
}

/** How often progress is told, in milliseconds: on a terminal, and elsewhere, where every line stays. */
const pauses = { terminal: 200, elsewhere: 10_000 } as const;

/** Tells how an import goes: every item that was left out, the rate, the time left, and a summary at the end. */
export class ImportProgress implements Watching {
  private readonly since = performance.now();
  private readonly total: number | null;
  private told = performance.now();
  private readonly crowdedNames = new Set<string>();
  private latest: { bytes: number; counts: Readonly<Counts> } = {
    bytes: 0,
    counts: { created: 0, updated: 0, unchanged: 0, bad: 0, hidden: 0 },
  };

  constructor(
    private readonly screen: Screen,
    inputs: readonly Input[],
    /** Where a dry run tells what would be done. */
    private readonly list: Screen = screen,
  ) {
    this.total = inputs.every(({ size }) => size !== null) ? inputs.reduce((sum, { size }) => sum + size!, 0) : null;
  }

  bad(input: Input, at: string, reason: string): void {
    this.say(`${input.name}: ${at}: ${reason}`);
  }

  warned(input: Input, at: string, warning: string): void {
    this.say(`${input.name}: ${at}: ${warning}`);
  }

  foretold(input: Input, at: string, { uri, headline, result }: Foretold): void {
    this.list.write(`${shown(`${input.name}: ${at}: ${fateOf(result)}: ${uri} ${headline}`.trimEnd())}\n`);
  }

  recognized(input: Input, format: string, encoding: string): void {
    if (encoding !== 'utf-8' && encoding !== 'us-ascii') this.say(`${input.name}: read as ${format} in ${encoding}.`);
  }

  progress(bytes: number, counts: Readonly<Counts>): void {
    this.latest = { bytes, counts: { ...counts } };
    const now = performance.now();
    if (now - this.told < (this.screen.isTTY ? pauses.terminal : pauses.elsewhere)) return;
    this.told = now;
    if (this.screen.isTTY) this.screen.write(`\r\u001b[2K${this.line()}`);
    else this.screen.write(`${this.line()}\n`);
  }

  /** A name was left without a record since too many have it. */
  tooManyCandidates(name: string): void {
    this.crowdedNames.add(name);
  }

  /** Writes a line of its own. Names of files are the files' makers': control characters in them are shown, not obeyed. */
  say(words: string): void {
    this.screen.write(`${this.screen.isTTY ? '\r\u001b[2K' : ''}${shown(words)}\n`);
  }

  /** The summary. */
  end(): void {
    const { created, updated, unchanged, bad } = this.latest.counts;
    const seconds = this.seconds();
    const parts = [`${created} new`, `${updated} changed`, `${unchanged} as they were`, `${bad} not imported`];
    const names = [...this.crowdedNames];
    if (names.length > 0) {
      const shown = names.slice(0, mostShown).join(', ') + (names.length > mostShown ? ', …' : '');
      this.say(`Names left without a record, as too many records share them: ${names.length} (${shown}).`);
    }
    const { hidden } = this.latest.counts;
    if (hidden > 0)
      this.say(`Of those new or changed, readers do not see ${hidden}: drafts, under embargo, or withdrawn.`);
    this.say(`${parts.join(', ')}; ${duration(seconds)}, ${Math.round(this.items() / seconds)} items a second.`);
  }

  private line(): string {
    const { bytes, counts } = this.latest;
    const seconds = this.seconds();
    const rate = this.items() / seconds;
    const share = this.total === null ? null : Math.min(bytes / Math.max(this.total, 1), 1);
    const left =
      share === null || share === 0
        ? ''
        : `, ${Math.floor(share * 100)} %, ${duration((seconds / share) * (1 - share))} left`;
    return `${this.items()} items, ${Math.round(rate)} a second${left}${counts.bad > 0 ? `, ${counts.bad} not imported` : ''}`;
  }

  private items(): number {
    const { created, updated, unchanged, bad } = this.latest.counts;
    return created + updated + unchanged + bad;
  }

  private seconds(): number {
    return Math.max((performance.now() - this.since) / 1000, 0.001);
  }
}

/** Words as a screen may show them. */
function shown(words: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return words.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (sign) =>
    JSON.stringify(sign).slice(1, -1),
  );
}

/** What would become of an item, in words. */
function fateOf(result: ItemResult): string {
  if (result.change === 'REFUSED') return 'refused';
  if (result.change === 'UNCHANGED' || !result.state) return 'as it is';
  const change = result.change === 'CREATED' ? 'new' : 'changed';
  const { status, isVisible, wasVisible } = result.state;
  if (status === 'WITHDRAWN') return `${change}, withdrawn`;
  if (!isVisible) return `${change}, hidden${wasVisible ? ', WOULD NO LONGER BE VISIBLE' : ''}`;
  return wasVisible ? `${change}, visible as before` : `${change}, WOULD BECOME VISIBLE`;
}

/** How many names are written out where many share a fate. */
const mostShown = 20;

/** Seconds as people read them: "7 s", "3 min", "2 h 5 min". */
function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
