/** How much less than the time that has passed a clock may have gone on, in milliseconds and in parts: clocks are slowed to set them right. */
const tolerance = { milliseconds: 10, part: 0.01 };

/** The database's clock, as far as it is known here: from an answer we know that it said so after we asked. */
export class DatabaseClock {
  private sentAt = -Infinity;
  private receivedAt = -Infinity;
  private databaseTime = 0;
  private expiredAt = -Infinity;

  /**
   * Takes what the database's clock said.
   * @param now in milliseconds since 1970
   * @param sent when it was asked, by performance.now()
   * @param received when its answer was read, by performance.now()
   * @returns whether it was set back since it was asked last: what was over by its word then is yet to come
   */
  sync(now: number, sent: number, received: number): boolean {
    const passed = sent - this.receivedAt; // at the least, and Infinity the first time
    const least = this.databaseTime + passed * (1 - tolerance.part) - tolerance.milliseconds;
    const isBack = Number.isFinite(passed) && now < least;
    this.databaseTime = now;
    this.sentAt = sent;
    this.receivedAt = received;
    return isBack;
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
