/** The database's clock, as far as it is known here: from an answer we know that it said so after we asked. */
export class DatabaseClock {
  private sentAt = -Infinity;
  private databaseTime = 0;
  private expiredAt = -Infinity;

  /**
   * Takes what the database's clock said.
   * @param now in milliseconds since 1970
   * @param sent when it was asked, by performance.now()
   */
  sync(now: number, sent: number): void {
    this.databaseTime = now;
    this.sentAt = sent;
  }

  /** The latest that it can be there, in milliseconds since 1970. @param now by performance.now() */
  latestAt(now: number): number {
    return this.databaseTime + (now - this.sentAt);
  }

  /** Takes no answer for a proof that was asked for before now. */
  expire(): void {
    this.expiredAt = performance.now();
  }

  /** Until when, by performance.now(), the last answer is proof of a living connection. @param believed in milliseconds */
  freshUntil(believed: number): number {
    return this.sentAt < this.expiredAt ? -Infinity : this.sentAt + believed;
  }
}
