/** A signal for work that several requests wait for: it aborts once the signal of each of them has. */
export class SharedSignal {
  private readonly controller = new AbortController();
  private readonly joined: AbortSignal[] = [];
  private waiting = 0;

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Adds a request. @param signal undefined for a request that is never abandoned */
  join(signal: AbortSignal | undefined): void {
    this.waiting += 1;
    if (signal === undefined) return;
    if (signal.aborted) {
      this.leave();
      return;
    }
    this.joined.push(signal);
    signal.addEventListener('abort', this.leave, { once: true });
  }

  /** Stops listening to the signals of the requests, which may live on: a connection has one for all its requests. */
  dispose(): void {
    for (const signal of this.joined) signal.removeEventListener('abort', this.leave);
  }

  private readonly leave = (): void => {
    this.waiting -= 1;
    if (this.waiting === 0) this.controller.abort();
  };
}
