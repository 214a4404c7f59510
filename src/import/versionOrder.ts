/** Which of a sender's versions it is, where it tells. */
export interface VersionOf {
  readonly versionAt: Date | null;
  readonly versionNumber: number | null;
}

export type Order = 'LATER' | 'EARLIER' | 'TIE';

/** Which of two versions is the later one, by their times, and by their numbers where those are alike or missing. */
export function orderOf(one: VersionOf, other: VersionOf): Order {
  if (one.versionAt && other.versionAt && time(one.versionAt) !== time(other.versionAt))
    return one.versionAt > other.versionAt ? 'LATER' : 'EARLIER';
  const [number, before] = [one.versionNumber, other.versionNumber];
  if (number === null || before === null || number === before) return 'TIE';
  return number > before ? 'LATER' : 'EARLIER';
}

/** A moment as a number; what is no moment comes before all. */
export function time(moment: Date | null): number {
  return moment ? moment.getTime() : -Infinity;
}
