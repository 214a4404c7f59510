/** How long another node than the writing one may still show what was before, in ms. */
export const grace = 100;

/**
 * What must be seen, and whether it was. Each record carries a mark in its headline or name, "mark-3-17": record 3, counter 17.
 * A mark with a lower counter than the last one that the reader had to know of is stale. Times are those of `performance.now()`.
 */
export class Ledger {
  #writes = new Map(); // record → its writes, the latest last
  #shownSince = new Map(); // record → since when readers may see it; Infinity while it is hidden
  reads = 0;
  marks = 0;
  stale = [];
  lags = [];

  /** Notes that a write was answered. @param node where it was written; null where no node was asked */
  wrote(record, counter, node, at) {
    const writes = this.#writes.get(record) ?? [];
    this.#writes.set(record, [...writes.slice(-20), { counter, node, at }]);
  }

  /** Notes that a record was hidden (Infinity), or shown again. */
  shown(record, at) {
    this.#shownSince.set(record, at);
  }

  /** Judges an answer by the marks in it. @param start when the request was sent */
  judge(node, text, start) {
    this.reads += 1;
    for (const [, record, counter] of text.matchAll(/mark-(\d+)-(\d+)/g)) {
      this.marks += 1;
      this.#judgeMark(node, Number(record), Number(counter), start);
    }
  }

  /** Judges an answer that does not have a record. */
  missed(node, record, start) {
    const since = this.#shownSince.get(record) ?? 0;
    if (since + grace <= start) this.stale.push(`node ${node} had no record ${record} ${late(start - since)}`);
  }

  #judgeMark(node, record, counter, start) {
    const missed = this.#writes.get(record).filter((write) => write.counter > counter && write.at <= start);
    if (missed.length === 0) return;
    const own = missed.find((write) => write.node === node);
    const { at } = missed[0];
    if (own)
      this.stale.push(
        `node ${node} showed ${counter} of record ${record} ${late(start - own.at)} it wrote ${own.counter}`,
      );
    else if (start - at > grace)
      this.stale.push(`node ${node} showed ${counter} of record ${record} ${late(start - at)} another wrote more`);
    else this.lags.push(start - at);
  }
}

const late = (ms) => `${ms.toFixed(1)} ms after`;
