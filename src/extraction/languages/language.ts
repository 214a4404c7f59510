import { type SentenceWords } from '../text/sentences';

/** A language as data: what extraction has to know of it. */
export interface Language extends SentenceWords {
  /** BCP 47, without region. */
  readonly code: string;
  /** Words, in lower case and without their full stop, that are abbreviated with one. */
  readonly abbreviations: ReadonlySet<string>;
}

/** A set from words that stand in one string, blanks between them. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter((word) => word !== ''));
}
