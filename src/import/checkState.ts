import type { GivenItem } from './item';
import { type Moment, momentIn } from './moments';

/** The sender's state and times. An embargo that can't be read, or stands in no zone, hides the item until somebody looks. */
export function stateOf(given: GivenItem, warnings: string[]) {
  const embargo = embargoIn(given.embargoedUntil, warnings);
  const published = optionalMoment('publishedAt', given.publishedAt, warnings);
  const version = optionalMoment('versionAt', given.versionAt, warnings);
  const isDoubtful = [published, version].some((one) => one && !one.isZoned && one.at.getTime() > Date.now());
  if (isDoubtful && given.status === 'PUBLISHED') warnings.push(withoutZone);
  const isHidden = given.status === 'PUBLISHED' && (embargo === 'unreadable' || isDoubtful);
  const number = /^\d{1,15}$/.test(given.versionNumber ?? '') ? Number(given.versionNumber) : null;
  return {
    status: isHidden || (given.status === 'UNTOLD' && embargo === 'unreadable') ? ('DRAFT' as const) : given.status,
    embargoedUntil: embargo === 'unreadable' ? null : embargo,
    publishedAt: published?.at ?? null,
    versionAt: version?.at ?? null,
    versionNumber: number,
  };
}

const withoutZone =
  'It is dated ahead, without a time zone, so nobody knows until when: it is kept as a draft. Give the zone.';

function embargoIn(given: string | null | undefined, warnings: string[]): Date | 'unreadable' | null {
  if (given == null) return null;
  const moment = momentIn(given);
  if (moment?.isZoned) return moment.at;
  warnings.push(
    given.trim() === ''
      ? 'It is under embargo, and does not tell until when: it is kept as a draft.'
      : `Its embargo ends at ${shown(given)}, which is no moment with a time zone, such as 2025-11-03T14:05:00Z: it is kept as a draft.`,
  );
  return 'unreadable';
}

function optionalMoment(field: string, given: string | null | undefined, warnings: string[]): Moment | null {
  if (given == null || given.trim() === '') return null;
  const moment = momentIn(given);
  if (!moment) warnings.push(`${field} is no moment, and is left out: ${shown(given)}.`);
  return moment;
}

function shown(given: string): string {
  return JSON.stringify(given.trim().slice(0, 60).toWellFormed());
}
