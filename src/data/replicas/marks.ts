import type { WalPosition } from './walPosition';

/** One look at the primary. */
interface Mark {
  /** When the question was sent, in milliseconds of this process's own clock (performance.now). */
  readonly at: number;
  /** Where the primary's log ended when it answered: every commit before `at` is before this. */
  readonly position: WalPosition;
}

/** The log's pages, and the header at the beginning of each, in bytes (XLOG_BLCKSZ, SizeOfXLogShortPHD). */
const page = 8192n;
const pageHeader = 24n;

/**
 * Where the last record ends. When it fills a page, the primary names the place behind the next page's header (where it will go
 * on), and a replica that has replayed it the end of the page: without this it would seem behind until the next write.
 */
function endOfRecord(position: WalPosition): WalPosition {
  return position % page === pageHeader ? position - pageHeader : position;
}

/**
 * What the primary's log looked like lately. It turns a replica's place in the log into a time, without comparing any two
 * machines' clocks: a replica that has replayed a mark's position has everything that was committed before that mark.
 */
export class Marks {
  private readonly marks: Mark[] = [];

  /** @param keepMs how far back marks are kept */
  constructor(private readonly keepMs: number) {}

  /** Notes a look at the primary. A log that seems to go back is another server's: then nothing is known any more. */
  note(at: number, reported: WalPosition): void {
    const position = endOfRecord(reported);
    const last = this.marks.at(-1);
    if (last && position < last.position) this.marks.length = 0;
    this.marks.push({ at, position });
    while (this.marks[0]!.at < at - this.keepMs) this.marks.shift();
  }

  /** The time before which whoever has replayed up to `position` has every commit; -Infinity where that isn't known. */
  coveredUntil(position: WalPosition): number {
    return this.marks.findLast((mark) => mark.position <= position)?.at ?? -Infinity;
  }
}
