import type { SenderStatus } from '../stateRule';

/** What a sender's word for a state means. */
export interface SenderState {
  readonly status: SenderStatus;
  /** Empty where the item is under embargo and the word is all that tells: nobody knows until when. */
  readonly embargoedUntil?: '';
  readonly warnings: readonly string[];
}

const words: readonly (readonly [RegExp, SenderStatus | 'EMBARGOED'])[] = [
  [/^(?:usable|published|approved|corrected|updated)$/, 'PUBLISHED'],
  [/^(?:withheld|hold|draft)$/, 'DRAFT'],
  [/^(?:cancell?ed|killed|kill|withdrawn|retracted)$/, 'WITHDRAWN'],
  [/^embargo(?:ed)?$/, 'EMBARGOED'],
];

/**
 * The state that a sender's word stands for, with or without a vocabulary before it ("stat:usable"). Without a word it is usable;
 * one that is not known hides the item.
 */
export function stateIn(word: string | null | undefined): SenderState {
  const bare = (word ?? '')
    .trim()
    .replace(/^.*[:/]/, '')
    .toLowerCase();
  if (word == null) return { status: 'PUBLISHED', warnings: [] };
  const known = words.find(([pattern]) => pattern.test(bare))?.[1];
  if (known === 'EMBARGOED') return { status: 'PUBLISHED', embargoedUntil: '', warnings: [] };
  if (known) return { status: known, warnings: [] };
  const shown = JSON.stringify(word.slice(0, 60).toWellFormed());
  return { status: 'DRAFT', warnings: [`Its state ${shown} is not known here: it is kept as a draft.`] };
}

const strictness: readonly SenderStatus[] = ['PUBLISHED', 'UNTOLD', 'DRAFT', 'WITHDRAWN'];

/** Of two states that an item tells, the more restrictive. */
export function stricterOf(one: SenderState, other: SenderState): SenderState {
  const isStricter = strictness.indexOf(other.status) > strictness.indexOf(one.status);
  const { status } = isStricter ? other : one;
  const isEmbargoed = one.embargoedUntil === '' || other.embargoedUntil === '';
  const warnings = [...one.warnings, ...other.warnings];
  return { status, warnings, ...(isEmbargoed && { embargoedUntil: '' as const }) };
}
