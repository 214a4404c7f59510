import { type StoryImage } from '../extraction';

/** (Photo by Andrej Ivanov/Getty Images), (AP Photo/Jane Doe), Photo: Jane Doe / AFP, © Reuters */
const credits: readonly RegExp[] = [
  /\((?:photo|image|picture|photograph)s?(?: illustration)? (?:by |courtesy of |courtesy )(?<photographer>[^()/]{2,60})(?:\s?\/\s?(?<agency>[^()]{2,60}))?\)\s*$/iu,
  /\((?<agency>AP|AFP|EPA|Reuters|PA) (?:photo|image)\s?\/\s?(?<photographer>[^()]{2,60})\)\s*$/iu,
  /(?:photo(?:graph)?|image|picture)(?: credit| by)?:\s?(?<photographer>[^()/\n]{2,60})(?:\s?\/\s?(?<agency>[^()/\n]{2,60}))?$/iu,
  /(?:©|\(c\))\s?(?<photographer>[^()/\n]{2,60})(?:\s?\/\s?(?<agency>[^()/\n]{2,60}))?$/iu,
];

/** LA MALBAIE, CANADA - MARCH 13: — how agencies begin a caption. */
const opening = /^\p{Lu}[\p{Lu}\p{M}.,’' -]{2,60}\s[—–-]\s\p{Lu}{3,9} \d{1,2}(?:, \d{4})?:\s/u;
const marked = /^(?:file|file photo|photo|image|picture|caption)\s?(?:[:—–]|-)\s?/iu;

const months = 'january february march april may june july august september october november december'.split(' ');
const longDate = new RegExp(
  String.raw`\b(${months.join('|')}) (\d{1,2}), (\d{4})\b|\b(\d{1,2}) (${months.join('|')}) (\d{4})\b`,
  'iu',
);

/** An image's caption with what it tells of the picture; null where the paragraph is no caption. */
export function captionOf(paragraph: string): StoryImage | null {
  // No caption is longer; and what a pattern looks at stays short.
  if (paragraph.length > 1500) return null;
  const credit = credits.map((pattern) => pattern.exec(paragraph)).find((match) => match !== null);
  if (!credit && !opening.test(paragraph) && !marked.test(paragraph)) return null;
  return {
    caption: paragraph,
    creditLine: credit?.groups?.agency?.trim() ?? null,
    photographer: credit?.groups?.photographer?.trim() ?? null,
    takenOn: dateIn(paragraph),
  };
}

/** The first full date of a text, as 2025-03-13. */
function dateIn(text: string): string | null {
  const match = longDate.exec(text);
  if (!match) return null;
  const [, month, day, year, otherDay, otherMonth, otherYear] = match;
  const number = months.indexOf((month ?? otherMonth)!.toLowerCase()) + 1;
  const date = `${year ?? otherYear}-${String(number).padStart(2, '0')}-${(day ?? otherDay)!.padStart(2, '0')}`;
  return Number.isNaN(Date.parse(date)) ? null : date;
}
