import { type EntityKind, type FoundEntity, type FoundMention, type StoryPart } from './extraction';
import { type ReadText } from './text/readText';

/** A part of a story that has words, cut into tokens. Names and coreference read all of them, attribution the body. */
export interface ReadPart {
  readonly part: StoryPart;
  readonly read: ReadText;
}

/** A mention as the rooms of extraction pass it on: in tokens of its part. */
export interface TokenMention {
  readonly part: StoryPart;
  /** Tokens `first` up to, not including, `last`. */
  readonly first: number;
  readonly last: number;
  readonly form: FoundMention['form'];
}

/** A FoundEntity whose mentions are still counted in tokens. */
export interface StoryEntity extends Omit<FoundEntity, 'mentions'> {
  readonly kind: EntityKind;
  readonly mentions: readonly TokenMention[];
}
