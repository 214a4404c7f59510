/**
 * Does something again and again, with a pause after each time. What it throws is lost: the work says itself what it makes of it.
 * @param pauseMs from the end of one time to the start of the next, in milliseconds
 */
export function repeat(pauseMs: number, work: () => Promise<void>): { stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const again = (): void => {
    void work()
      .catch(() => {})
      .finally(() => {
        if (!stopped) timer = setTimeout(again, pauseMs).unref();
      });
  };
  again();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
