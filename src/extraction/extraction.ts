/**
 * What extraction takes and gives: plain values, without a database. `cutStory` makes a Story from raw text; a Story that an
 * import already has in parts goes to `extract` as it is.
 */

/** Half-open, in Unicode code points from the start of the body. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** An article in its parts, each as printed; what the text doesn't tell is null. */
export interface Story {
  readonly headline: string;
  readonly standfirst: string | null;
  readonly byline: string | null;
  /** The place (and day) printed before the first sentence, such as "SAN DIEGO". It stays in the body too. */
  readonly dateline: string | null;
  /** The name of the organization that publishes it. */
  readonly source: string | null;
  readonly creditLine: string | null;
  /** BCP 47. */
  readonly language: string;
  readonly images: readonly StoryImage[];
  /** Paragraphs joined by one blank line, Unicode NFC. */
  readonly body: string;
}

export interface StoryImage {
  readonly caption: string;
  readonly creditLine: string | null;
  readonly photographer: string | null;
  /** As 2025-03-13. */
  readonly takenOn: string | null;
}

export type EntityKind = 'PERSON' | 'ORGANIZATION' | 'PLACE';

/** The part of a story that words stand in; an image's caption is told by the image's index. */
export type StoryPart =
  'BODY' | 'HEADLINE' | 'STANDFIRST' | 'BYLINE' | 'DATELINE' | 'SOURCE' | 'CREDIT' | { readonly caption: number };

/** Words that refer to an entity. */
export interface FoundMention {
  readonly part: StoryPart;
  /** In code points of that part. */
  readonly span: Span;
  readonly text: string;
  /** By its name ("Rubio"), by what it is ("the U.S. Secretary of State"), or by a pronoun ("he"). */
  readonly form: 'NAME' | 'TITLE' | 'PRONOUN';
}

/** A person, organization or place that a story names: one of them, whatever it is called from sentence to sentence. */
export interface FoundEntity {
  readonly kind: EntityKind;
  /** The fullest name, as printed. */
  readonly name: string;
  /** The other names it goes by in this story. */
  readonly otherNames: readonly string[];
  /** A person's titles as printed: "U.S. Secretary of State". */
  readonly titles: readonly string[];
  /** Of a place, where a gazetteer or the text tells. */
  readonly place: {
    readonly kind: 'COUNTRY' | 'REGION' | 'CITY' | 'VENUE';
    /** ISO 3166-1 alpha-2. */
    readonly countryCode: string | null;
  } | null;
  /** In printed order, the parts in the order of StoryPart. */
  readonly mentions: readonly FoundMention[];
  /** How likely this is such an entity, 0 to 1: of those with 0.8, about 80 % should be right. */
  readonly confidence: number;
}

export type SourceType =
  'NAMED_PERSON' | 'NAMED_ORGANIZATION' | 'DOCUMENT' | 'UNNAMED_PERSON' | 'UNNAMED_GROUP' | 'UNKNOWN';

/**
 * What the text says that the speaker did with the words: said them, denied them, is said by others to have said them, or may say
 * them yet. Only STATED ones are what somebody said.
 */
export type Polarity = 'STATED' | 'DENIED' | 'ALLEGED' | 'HYPOTHETICAL';

/** Whom a text names as the source of a quote, there where it does. */
export interface FoundSource {
  /** In the body: "Rubio", "he", "two officials". */
  readonly span: Span;
  readonly type: SourceType;
  /** The index of the speaker in `entities`, where it is a person or an organization with a name. */
  readonly speaker: number | null;
  /** The name and title as written there (a title may stand without a name). */
  readonly name: string | null;
  readonly title: string | null;
  /** The index of the person or organization that an unnamed source speaks for: "a spokeswoman for Globex". */
  readonly onBehalfOf: number | null;
}

/** Words of somebody, said or written, that the body quotes or reports. */
export interface FoundQuote {
  readonly kind: 'DIRECT' | 'INDIRECT' | 'MIXED';
  /** Without quotation marks; several where the article breaks them. In the body. */
  readonly spans: readonly Span[];
  /** The words that say that it was said: "said", "according to". In the body. */
  readonly cue: Span | null;
  readonly polarity: Polarity;
  /** In printed order, several where they speak as one ("Lee and Reed said"); empty where the text names nobody. */
  readonly sources: readonly FoundSource[];
  /** How likely spans and speaker are right, 0 to 1, meant as for entities. */
  readonly confidence: number;
}

export interface Extraction {
  readonly story: Story;
  readonly entities: readonly FoundEntity[];
  /** In printed order. */
  readonly quotes: readonly FoundQuote[];
}
