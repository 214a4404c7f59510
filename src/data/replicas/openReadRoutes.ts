import type { Config } from '../../settings/config';
import type { Log } from '../../log';
import type { BoundedPool } from '../boundedPool';
import { connectionOf, sessionOf } from '../connection';
import { listenForLoss, openReadPool } from '../pools';
import { openProbe, type Probe } from '../probe';
import { watchForSilence } from '../silence';
import { primaryOnly, type ReadRoutes } from './readRoutes';
import { Replica } from './replica';
import { ReplicaRoutes } from './replicaRoutes';

/** What the ways of reading are opened with. */
export interface RouteSettings {
  readonly primary: BoundedPool;
  /** Of the primary. */
  readonly probe: Probe;
  readonly config: Config;
  readonly log: Log;
  /** Hears of sessions that were lost. */
  readonly lost: (error: Error) => void;
}

/**
 * Opens the ways to read that the configuration names. A replica that can't be reached is no reason not to start.
 * @throws StartError when an address can't be understood
 */
export function openReadRoutes({ primary, probe, config, log, lost }: RouteSettings): ReadRoutes {
  if (config.databaseReplicaUrls.length === 0) return primaryOnly(primary);
  const replicas = config.databaseReplicaUrls.map((url) => {
    const session = sessionOf(connectionOf(url, 'DATABASE_REPLICA_URLS'), config);
    const pool = openReadPool(session, config);
    listenForLoss(pool, lost);
    const name = `${session.host ?? 'localhost'}:${session.port ?? 5432}`;
    const replicaProbe = openProbe(session);
    const silence = watchForSilence(replicaProbe, [pool], log.child({ replica: name }));
    return new Replica(name, pool, replicaProbe, silence);
  });
  return new ReplicaRoutes({ primary, probe, replicas, maxLagMs: config.databaseReplicaMaxLagMs, log });
}
