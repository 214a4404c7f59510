/** The kinds of names that the tagger knows; MISC is what else is written with a capital: peoples, events, works. */
export const nameKinds = ['PER', 'ORG', 'LOC', 'MISC'] as const;
export type NameKind = (typeof nameKinds)[number];

/**
 * A label for each word: outside of all names, or the beginning, inside, last word or only word of a name (BILOU,
 * Ratinov and Roth 2009). Label 0 is O; the others follow in fours, a kind after the other.
 */
export const labelCount = 1 + nameKinds.length * 4;

const begin = 0;
const inside = 1;
const last = 2;
const unit = 3;

const partOf = (label: number): number => (label === 0 ? -1 : (label - 1) % 4);

/** The kind of a label, or undefined for O. */
export function kindOf(label: number): NameKind | undefined {
  return label === 0 ? undefined : nameKinds[Math.floor((label - 1) / 4)];
}

/** Whether a name begins with this label. */
export function beginsName(label: number): boolean {
  return partOf(label) === begin || partOf(label) === unit;
}

/** Whether the label's name goes on with the next word. */
export function goesOn(label: number): boolean {
  return partOf(label) === begin || partOf(label) === inside;
}

/** Whether the label goes on with a name that the word before began. */
export function isInner(label: number): boolean {
  return partOf(label) === inside || partOf(label) === last;
}

/** Whether label `to` may follow label `from`. */
export function mayFollow(from: number, to: number): boolean {
  return goesOn(from) ? isInner(to) && kindOf(from) === kindOf(to) : !isInner(to);
}
