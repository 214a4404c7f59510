/** A moment that a sender gave, as it was understood. */
export interface Moment {
  readonly at: Date;
  /** False where the text tells no zone and its format none either: then it is taken for UTC, and may be half a day off. */
  readonly isZoned: boolean;
}

/** Minutes east of Greenwich, by the names of zones that have one meaning in news. */
const zones: Readonly<Record<string, number>> = {
  ...{
    Z: 0,
    UT: 0,
    UTC: 0,
    GMT: 0,
    WET: 0,
    WEST: 60,
    BST: 60,
    CET: 60,
    MET: 60,
    CEST: 120,
    MEST: 120,
    EET: 120,
    EEST: 180,
  },
  ...{ MSK: 180, EST: -300, EDT: -240, CST: -360, CDT: -300, MST: -420, MDT: -360, PST: -480, PDT: -420, AKST: -540 },
  ...{ AKDT: -480, HST: -600, NST: -210, NDT: -150, AEST: 600, AEDT: 660, ACST: 570, ACDT: 630, AWST: 480, NZST: 720 },
  ...{ NZDT: 780, JST: 540, KST: 540, HKT: 480, SGT: 480, SAST: 120, BRT: -180, ART: -180 },
};

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const dayNames = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)';
const months = `(?<month>${monthNames.join('|')}|january|february|march|april|june|july|august|sept|september|october|november|december)`;
const clock = '(?<hour>\\d\\d?):(?<minute>\\d\\d)(?::(?<second>\\d\\d)(?:[.,](?<fraction>\\d{1,9}))?)?';
const zone = '(?<zone>[+-]\\d\\d:?\\d\\d|[+-]\\d\\d|[A-Z]{1,4})';

/** RFC 3339 and what ISO 8601 lets pass beside it; IPTC's basic form; RFC 822 and 5322 with names written out. */
const forms = [
  new RegExp(`^(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)(?:[T ]${clock} ?${zone}?)?$`, 'i'),
  new RegExp(
    `^(?<year>\\d{4})(?<month>\\d\\d)(?<day>\\d\\d)(?:T?(?<hour>\\d\\d)(?<minute>\\d\\d)(?<second>\\d\\d)?(?:[.,](?<fraction>\\d{1,9}))?${zone}?)?$`,
    'i',
  ),
  new RegExp(
    `^(?:${dayNames}\\.?,? +)?(?<day>\\d\\d?)[ -]+${months}\\.?,?[ -]+(?<year>\\d{4}|\\d\\d)(?:,? +${clock}(?: *${zone})?(?: *\\([^()]{1,40}\\))?)?$`,
    'i',
  ),
] as const;

/** No date that a sender gives is longer. */
const longest = 80;

/**
 * Reads a moment by one of the forms that formats of news use, the same on every machine. Nothing rolls over: there is no
 * 31 February, and no hour 25.
 * @returns null where the text is none of them
 */
export function momentIn(given: string): Moment | null {
  if (given.length > longest) return null;
  const text = given.trim().replace(/\s+/g, ' ');
  for (const form of forms) {
    const parts = form.exec(text)?.groups;
    if (parts) return momentOf(parts);
  }
  return null;
}

function momentOf(parts: Readonly<Record<string, string | undefined>>): Moment | null {
  const year = yearOf(parts.year!);
  const month = /^\d/.test(parts.month!)
    ? Number(parts.month)
    : monthNames.indexOf(parts.month!.slice(0, 3).toLowerCase()) + 1;
  const day = Number(parts.day);
  const [hour, minute, second] = [Number(parts.hour ?? 0), Number(parts.minute ?? 0), Number(parts.second ?? 0)];
  const offset = parts.zone === undefined ? 0 : offsetOf(parts.zone.toUpperCase());
  if (offset === null || year < 1000 || hour > 23 || minute > 59 || second > 60) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const milliseconds = Number((parts.fraction ?? '').padEnd(3, '0').slice(0, 3));
  const minutes = hour * 60 + minute - offset;
  // A leap second counts as the last one before it.
  const at = new Date(date.getTime() + minutes * 60_000 + Math.min(second, 59) * 1000 + milliseconds);
  return { at, isZoned: parts.zone !== undefined };
}

/** RFC 2822: of two digits, those below 50 are of this century. */
function yearOf(digits: string): number {
  const year = Number(digits);
  return digits.length > 2 ? year : year + (year < 50 ? 2000 : 1900);
}

function offsetOf(zoned: string): number | null {
  const parts = /^([+-])(\d\d):?(\d\d)?$/.exec(zoned);
  if (!parts) return zones[zoned] ?? null;
  const minutes = Number(parts[2]) * 60 + Number(parts[3] ?? 0);
  if (minutes > 14 * 60 || Number(parts[3] ?? 0) > 59) return null;
  return parts[1] === '-' ? -minutes : minutes;
}
