import { type SentenceWords } from '../text/sentences';
import { type PolarityWords } from './polarityWords';

/** What a word does in a sentence, as far as attribution must know; every other word counts as a noun or adjective. */
export type WordClass =
  | 'determiner'
  | 'pronoun'
  | 'objectPronoun'
  | 'relative'
  | 'preposition'
  | 'and'
  | 'but'
  | 'subordinator'
  | 'that'
  | 'to'
  | 'be'
  | 'auxiliary'
  | 'adverb'
  | 'not'
  | 'verb'
  | 'time';

/** How a reporting verb is inflected: "said", "says", "say", "saying". */
export type VerbForm = 'past' | 'third' | 'base' | 'ing';

/** A form of a verb (or a noun, where it takes a source) by which a text tells that somebody said, wrote or thinks something. */
export interface Cue {
  readonly lemma: string;
  readonly form: VerbForm;
  /** `says` where the words are said or written, `thinks` where an attitude is told ("hopes", "opposes"), `shows` of evidence. */
  readonly tells: 'says' | 'thinks' | 'shows';
  /** Its object is what was spoken of, and not what was said: "praised the plan". */
  readonly judges: boolean;
  /** The hearer stands before the words: "told reporters that". */
  readonly hearerFirst: boolean;
  /** Its present forms are nouns too ("reports"), and count as verbs only where a verb must stand. */
  readonly alsoNoun: boolean;
  /** Its object is what was said: after "said in Rome" or "added on Monday" no content begins. */
  readonly takesClause: boolean;
  /** One of these words must follow: "pointed out"; empty where the verb stands alone. */
  readonly particles: ReadonlySet<string>;
}

/** A language as data: what extraction has to know of it. */
export interface Language extends SentenceWords {
  /** BCP 47, without region. */
  readonly code: string;
  /** Words, in lower case and without their full stop, that are abbreviated with one. */
  readonly abbreviations: ReadonlySet<string>;
  /** Function words and common verbs, in lower case. */
  readonly classes: ReadonlyMap<string, WordClass>;
  /** The forms of reporting verbs, in lower case. */
  readonly cues: ReadonlyMap<string, Cue>;
  /** Phrases, word by word in lower case, that a source follows: "according to". */
  readonly accordingTo: readonly (readonly string[])[];
  readonly polarity: PolarityWords;
  /** Lemmas of verbs that ask: what follows them as a clause is a question. */
  readonly asking: ReadonlySet<string>;
  /** Lemmas of verbs that give a name: "a show called". */
  readonly naming: ReadonlySet<string>;
  /** Nouns, in lower case, whose name stands behind them in quotation marks: "unter dem Motto". */
  readonly titled: ReadonlySet<string>;
  /** Words, in lower case, for people and things that speak without a name: "spokesman"; see SourceType. */
  readonly groups: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
}

/** A set from words that stand in one string, blanks between them. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(listed(words));
}

/** Classes by word, from one string of words for each class; the first class that names a word has it. */
export function classesBy(words: Partial<Record<WordClass, string>>): ReadonlyMap<string, WordClass> {
  const classes = new Map<string, WordClass>();
  for (const [wordClass, list] of Object.entries(words)) {
    for (const word of listed(list)) if (!classes.has(word)) classes.set(word, wordClass as WordClass);
  }
  return classes;
}

/** The words of a string, blanks between them. */
export function listed(words: string): string[] {
  return words.split(/\s+/).filter((word) => word !== '');
}
