import type { Log } from '../log';
import { timesOut } from './timesOut';
import type { Probe } from './probe';
import { repeat } from './replicas/repeat';
import type { WatchedPool } from './watchedPool';

/**
 * How long a server may say nothing, and how often it is looked at, in milliseconds. Together they are the longest that a request waits
 * for a server that is frozen: less than two seconds.
 */
const [patienceMs, everyMs] = [1200, 400];

const question = '/* silent? */ SELECT 1';

/** The watch over one server. */
export interface SilenceWatch {
  /** Says that the server was just heard from. */
  heard(): void;
  stop(): void;
}

/**
 * Watches whether a server says anything at all. One that refuses connections or answers with errors is not silent, and neither is one
 * that answers something on one of the pools; one whose machine is frozen, or to which the network leads no more, is. Then nobody
 * waits on the pools, until it answers again.
 */
export function watchForSilence(probe: Probe, pools: readonly WatchedPool[], log: Log): SilenceWatch {
  let isSilent = false;

  function heard(): void {
    if (!isSilent) return;
    isSilent = false;
    for (const pool of pools) pool.speak();
    log.info('the database speaks again');
  }

  async function look(): Promise<void> {
    const asked = performance.now();
    // That a connection is long in coming says nothing: a busy machine takes its time to make one.
    const hadSession = probe.hasSession();
    const outcome: { failed?: true } = {};
    const answered = probe.ask(question).then(
      () => {},
      () => {
        outcome.failed = true;
      },
    );
    if (!(await timesOut(answered, patienceMs))) {
      // An error of a server that was silent until now may be the end of a connection that we have closed.
      if (!outcome.failed || !isSilent) heard();
      return;
    }
    if (isSilent || !hadSession || pools.some(({ heardAt }) => heardAt > asked)) return;
    isSilent = true;
    log.error({ silentMs: patienceMs }, 'the database says nothing: requests for it are refused until it does');
    for (const pool of pools) pool.fallSilent();
  }

  const looking = repeat(everyMs, look);
  return { heard, stop: () => looking.stop() };
}
