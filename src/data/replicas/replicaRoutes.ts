import { databaseFault } from '../databaseFault';
import type { Log } from '../../log';
import type { BoundedPool } from '../boundedPool';
import type { Probe } from '../probe';
import type { ClockLook } from './clockDifference';
import { Marks } from './marks';
import { primaryOnly, type Freshness, type ReadRoutes } from './readRoutes';
import type { Replica } from './replica';
import { repeat } from './repeat';
import { parseWalPosition, type WalPosition } from './walPosition';

/** What routes with replicas are made of. */
export interface RouteDependencies {
  readonly primary: BoundedPool;
  /** Of the primary. */
  readonly probe: Probe;
  readonly replicas: readonly Replica[];
  /** How old what a replica answers may be, in milliseconds. */
  readonly maxLagMs: number;
  readonly log: Log;
}

/** A look at the primary: the end of its log, and its clock in milliseconds since 1970. */
interface PrimaryLook {
  readonly position: string;
  readonly clock: number;
}

const lookAtPrimary = `/* primary */ SELECT pg_current_wal_insert_lsn()::text AS position,
  (extract(epoch from clock_timestamp()) * 1000)::float8 AS clock`;

/**
 * Reads from replicas as long as they are new enough, and from the primary otherwise. Ten times in the time that a replica may
 * lag, and at least twice a second, the primary is asked where its log ends and each replica how far it has replayed; a replica
 * is used only where the answers prove it new enough. So one that died, hangs or lags is left out, and taken back, by itself.
 */
export class ReplicaRoutes implements ReadRoutes {
  private readonly marks: Marks;
  private readonly onPrimary: ReadRoutes;
  private readonly watches: readonly { stop(): void }[];
  /** Those of which the log was told that they are left out. */
  private readonly leftOut = new Set<Replica>();
  private primaryClock: ClockLook | undefined;
  // A replica must have all that this process found at its start: tables that were just migrated, for example.
  private notBefore = performance.now();

  constructor(private readonly deps: RouteDependencies) {
    this.marks = new Marks(deps.maxLagMs);
    this.onPrimary = primaryOnly(deps.primary);
    const pauseMs = Math.min(500, deps.maxLagMs / 10);
    this.watches = [
      repeat(pauseMs, () => this.look()),
      ...deps.replicas.map((replica) => repeat(pauseMs, () => this.lookAt(replica))),
    ];
  }

  async read<T>(freshness: Freshness, work: (pool: BoundedPool) => Promise<T>): Promise<T> {
    for (let replica = this.choose(freshness); replica; replica = this.choose(freshness)) {
      try {
        return await work(replica.pool);
      } catch (error) {
        if (databaseFault(error) !== 'away') throw error;
        if (isRecoveryConflict(error)) break;
        replica.leaveOut((error as Error).message);
        this.tell(replica);
      }
    }
    return this.onPrimary.read(freshness, work);
  }

  doWithoutPrimary(): boolean {
    return this.choose('lag') !== undefined;
  }

  noOlderThanNow(): void {
    this.notBefore = performance.now();
  }

  async close(): Promise<void> {
    for (const watch of this.watches) watch.stop();
    await Promise.all(this.deps.replicas.map((replica) => replica.close()));
  }

  /** The least busy of the replicas that are new enough. */
  private choose(freshness: Freshness): Replica | undefined {
    if (freshness === 'newest') return undefined;
    const since = Math.max(performance.now() - this.deps.maxLagMs, this.notBefore);
    const position = freshness === 'lag' ? 0n : parseWalPosition(freshness.position);
    return this.deps.replicas
      .filter((replica) => this.has(replica, since, position))
      .reduce<Replica | undefined>((best, each) => (best && best.load() <= each.load() ? best : each), undefined);
  }

  /** Whether a replica certainly has all that was committed before a moment, and before a place in the log. */
  private has(replica: Replica, since: number, position: WalPosition): boolean {
    const replayed = replica.position(performance.now() - this.deps.maxLagMs);
    return replayed !== undefined && replayed >= position && this.marks.coveredUntil(replayed) >= since;
  }

  private async lookAt(replica: Replica): Promise<void> {
    if (!this.primaryClock) return;
    await replica.look(this.primaryClock);
    this.tell(replica);
  }

  /** A change of a replica's state is one line in the log. */
  private tell(replica: Replica): void {
    const { problem, name } = replica;
    const isUsed = this.has(replica, performance.now() - this.deps.maxLagMs, 0n);
    if (isUsed === !this.leftOut.has(replica)) return;
    if (isUsed) {
      this.leftOut.delete(replica);
      this.deps.log.info({ replica: name }, 'a replica is used again');
    } else {
      this.leftOut.add(replica);
      this.deps.log.warn(
        { replica: name, reason: problem ?? 'it lags, or the primary is away' },
        'a replica is left out',
      );
    }
  }

  private async look(): Promise<void> {
    const sent = performance.now();
    const { position, clock } = await this.deps.probe.ask<PrimaryLook>(lookAtPrimary);
    this.primaryClock = { clock, sent, received: performance.now() };
    this.marks.note(sent, parseWalPosition(position));
  }
}

/** A statement that a replica gave up because it held back its replay: the replica is well. */
function isRecoveryConflict(error: unknown): boolean {
  return (error as { readonly code?: string }).code === '40001';
}
