import type { EntityName } from '../entities/kind';
import type { EntityKind, Extraction } from '../extraction/extraction';

/** A stored article, and what was found in the words of one of its versions. */
export interface ExtractedArticle {
  readonly articleId: string;
  /** The version whose body was read: `extraction.story.body` to the letter. */
  readonly version: number;
  readonly extraction: Extraction;
}

/** The table of each kind of entity that extraction finds. */
export const entityNames: Readonly<Record<EntityKind, EntityName>> = {
  PERSON: 'person',
  ORGANIZATION: 'organization',
  PLACE: 'place',
};

/** A name or a title as records keep it: NFC, one line, no blanks at its ends. */
export function oneLine(printed: string): string {
  return printed.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** A confidence to three decimals: more would be noise. */
export function rounded(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
