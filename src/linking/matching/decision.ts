import type { FoundEntity } from '../../extraction/extraction';
import type { KnownEntities, KnownEntity } from './known';

/**
 * What becomes of an entity that was found: it is one that has a record; it gets a record; or it is left alone, because
 * several may be meant or because it may be none. A wrong link puts words into somebody's mouth and nobody notices; a missing
 * one costs an editor one look.
 */
export type Decision =
  | {
      readonly outcome: 'LINK';
      readonly entity: KnownEntity;
      /** How likely the record is the one that is meant, 0 to 1, given that the entity was found rightly. */
      readonly confidence: number;
    }
  | { readonly outcome: 'ADD' }
  | { readonly outcome: 'LEAVE'; readonly reason: 'AMBIGUOUS' | 'CROWDED' | 'UNCERTAIN' };

/** An entity that was found, with its names as the database's name_key() writes them. */
export interface Named {
  readonly found: FoundEntity;
  /** The fullest name. */
  readonly key: string;
  /** It and the others. */
  readonly keys: readonly string[];
}

/** What a decision may look at. */
export interface Surroundings {
  readonly known: KnownEntities;
  /** The records that this article is tied to under one of these names already: by an editor, or by an earlier extraction. */
  readonly before: (candidates: readonly KnownEntity[]) => readonly KnownEntity[];
  /** Whether an article that speaks of the candidate speaks of something else that this one speaks of, too. Countries don't count. */
  readonly coOccurs: (candidate: KnownEntity) => boolean;
}

/** Of how many records titles and company are asked. Nobody can be told from more: where there are, the name is left alone. */
export const mostNamesakes = 20;

/** How sure a link is, by what speaks for it. Set by judgement: no text at hand says which records are meant. */
export const linkConfidence = {
  /** The article was tied to it before. */
  before: 0.99,
  /** An id that nothing else has: the code of a country. */
  id: 0.97,
  /** The only one of that name, and what is said of it agrees. */
  agreed: 0.95,
  /** The only one of that name. */
  nameOnly: 0.8,
  /** Several of that name, or a name that many may have; but company or titles speak for this one alone. */
  chosen: 0.7,
} as const;

export const add: Decision = { outcome: 'ADD' };
export const ambiguous: Decision = { outcome: 'LEAVE', reason: 'AMBIGUOUS' };
/** More have the name than are looked at. */
export const tooManyCandidates: Decision = { outcome: 'LEAVE', reason: 'CROWDED' };
export const uncertain: Decision = { outcome: 'LEAVE', reason: 'UNCERTAIN' };

/** A link to a record. */
export function link(entity: KnownEntity, because: keyof typeof linkConfidence): Decision {
  return { outcome: 'LINK', entity, confidence: linkConfidence[because] };
}

/** A link to the only one of which something is true; null where it is true of none or of several. */
export function linkToOnly(
  candidates: readonly KnownEntity[],
  holds: (candidate: KnownEntity) => boolean,
  because: keyof typeof linkConfidence,
): Decision | null {
  let only: KnownEntity | null = null;
  for (const candidate of candidates) {
    if (!holds(candidate)) continue;
    if (only) return null; // the others needn't be asked about
    only = candidate;
  }
  return only && link(only, because);
}
