/**
 * Whether so many milliseconds are over before something is done. What had arrived by then is read first: timers come before the
 * network in Node's loop, and a process that was held up would take its own delay for another's.
 * @throws what `done` throws in time
 */
export async function timesOut(done: Promise<void> | undefined, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<true>((resolve) => {
    timer = setTimeout(() => setImmediate(resolve, true), milliseconds).unref();
  });
  try {
    return (await Promise.race([done, over])) === true;
  } finally {
    clearTimeout(timer);
  }
}
