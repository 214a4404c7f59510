import type { Sent } from './stateRule';
import { time } from './versionOrder';

/** How far ahead of ours a sender's clock may be, in milliseconds. */
const clockTolerance = 5 * 60_000;

/** The latest of an item's times, where it is still to come. */
export function aheadOf({ publishedAt, versionAt }: Sent, now: Date): Date | null {
  const latest = time(publishedAt) > time(versionAt) ? publishedAt : versionAt;
  return time(latest) > now.getTime() + clockTolerance ? latest : null;
}

/** The embargo that an item has: its own, or the time that it is dated ahead. */
export function embargoOf(sent: Sent, now: Date): Date | null {
  const ahead = aheadOf(sent, now);
  return time(ahead) > time(sent.embargoedUntil) ? ahead : sent.embargoedUntil;
}
