/** Which transactions a statement saw: PostgreSQL's snapshot. Numbers of transactions stay below 2^53 for longer than any machine. */
export interface Snapshot {
  /** All before this one had ended. */
  readonly xmin: number;
  /** This one and all after it had not begun. */
  readonly xmax: number;
  /** Those between that were at work still. */
  readonly running: ReadonlySet<number>;
  /** Taken on a replica, which does not tell who is at work: then nothing from xmin on counts as seen. */
  readonly standby: boolean;
}

/** The snapshot in `pg_current_snapshot()::text`: "10:20:10,14". */
export function parseSnapshot(text: string, standby: boolean): Snapshot {
  const [xmin, xmax, running] = text.split(':');
  return {
    xmin: Number(xmin),
    xmax: Number(xmax),
    running: new Set(running ? running.split(',').map(Number) : []),
    standby,
  };
}

/** Whether what a transaction did, if it committed, is in what the snapshot shows. */
export function sees({ xmin, xmax, running, standby }: Snapshot, transaction: number): boolean {
  if (transaction < xmin) return true;
  return !standby && transaction < xmax && !running.has(transaction);
}

/** Whether the snapshot shows all that the other one does. */
export function seesAllOf(snapshot: Snapshot, other: Snapshot): boolean {
  if (snapshot.standby) return snapshot.xmin >= other.xmax;
  if (snapshot.xmax < other.xmax) return false;
  return [...snapshot.running].every((transaction) => !sees(other, transaction));
}
