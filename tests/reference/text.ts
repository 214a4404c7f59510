import type { VersionRow } from './rows';

export interface Paragraph {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly version: VersionRow;
}

/** A version's body, cut at its blank lines; offsets in code points. */
export function paragraphsOf(version: VersionRow): Paragraph[] {
  let start = 0;
  return version.body.split('\n\n').map((text, index) => {
    const paragraph = { index, start, end: start + [...text].length, text, version };
    start = paragraph.end + 2;
    return paragraph;
  });
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "13 March 2025", in UTC. */
export function printedDay(milliseconds: number): string {
  const date = new Date(milliseconds);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
}
