/** The database's clock, as far as it is known here: from an answer we know that it said so after we asked. */
export class Clock {
  private sent = -Infinity;
  private told = 0;
  private distrusted = -Infinity;

  /**
   * Takes what the database's clock said.
   * @param now in milliseconds since 1970
   * @param sent when it was asked, by performance.now()
   */
  set(now: number, sent: number): void {
    this.told = now;
    this.sent = sent;
  }

  /** The latest that it can be there, in milliseconds since 1970. @param now by performance.now() */
  latestAt(now: number): number {
    return this.told + (now - this.sent);
  }

  /** Takes no answer for a proof that was asked for before now. */
  distrust(): void {
    this.distrusted = performance.now();
  }

  /** Until when, by performance.now(), the last answer is proof of a living connection. @param believed in milliseconds */
  provenUntil(believed: number): number {
    return this.sent < this.distrusted ? -Infinity : this.sent + believed;
  }
}
