/** What stands before a story's first sentence. */
export interface Dateline {
  /** The place, and the day where it is printed: "WASHINGTON, Aug 29". */
  readonly dateline: string;
  /** The agency in brackets: "AP". */
  readonly creditLine: string | null;
  /** In UTF-16 units, with the dash and the blank behind it. */
  readonly length: number;
}

const capitals = String.raw`\p{Lu}[\p{Lu}\p{M}.’'-]+(?:[ /]\p{Lu}[\p{Lu}\p{M}.’'-]*){0,4}`;
const place = String.raw`\p{Lu}[\p{L}\p{M}.’'-]+(?: \p{Lu}[\p{L}\p{M}.’'-]+){0,3}`;
const more = String.raw`(?:, ?[\p{L}\p{N}. ]{2,24}){0,2}`;
const dash = String.raw`\s*(?:—|–|--|-|―)+\s`;
const agency = String.raw`\s*\((?<agency>[^()\n]{2,40})\)`;

/** SAN DIEGO (Border Report) —, New York (AFP) –, WASHINGTON, Aug 29 (Reuters) - */
const withAgency = new RegExp(`^(?<line>(?:${capitals}|${place})${more})${agency}${dash}`, 'u');
/** LONDON, March 1 - : without an agency the place is told by its capitals. */
const withoutAgency = new RegExp(`^(?<line>${capitals}${more})${dash}`, 'u');

/** The dateline that a story's first paragraph begins with; null where it has none. */
export function datelineOf(paragraph: string): Dateline | null {
  const start = paragraph.slice(0, 160);
  const match = withAgency.exec(start) ?? withoutAgency.exec(start);
  if (!match) return null;
  return {
    dateline: match.groups!.line!.trim(),
    creditLine: match.groups!.agency?.trim() ?? null,
    length: match[0].length,
  };
}
