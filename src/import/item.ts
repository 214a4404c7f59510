import type { EntityName } from '../entities/kind';
import type { MentionRel } from '../generated/prisma/enums';
import type { ExportedRecord } from './records/recordIn';
import type { SenderStatus } from './stateRule';

/** A person, organization or place that an item names beside its text. */
export interface NamedEntity {
  readonly kind: EntityName;
  readonly name: string;
  /** Ids in other catalogues, where the item gives them: Wikidata, VIAF. */
  readonly externalIds?: readonly { readonly scheme: string; readonly value: string }[];
  /** Of a place: null where the item doesn't tell, and then only a place that is known already is linked. */
  readonly placeKind?: 'COUNTRY' | 'REGION' | 'CITY' | 'VENUE' | null;
}

/** The same, as what the article is about or speaks of. */
export interface NamedMention extends NamedEntity {
  readonly rel: MentionRel;
}

export interface ItemImage {
  readonly caption: string | null;
  readonly creditLine: string | null;
  readonly photographer?: string | null;
  /** As 2025-03-13. */
  readonly takenOn?: string | null;
}

/** A topic that an item is filed under. */
export interface ItemSubject {
  /** With its vocabulary: "medtop:20000350". */
  readonly code: string;
  readonly name: string;
}

/** An article as one of the formats gives it, in this house's words. Nothing of it is checked yet. */
export interface GivenItem {
  /** The provider's own id; null where the format gives none. */
  readonly uri: string | null;
  /** DRAFT for what its provider withholds, WITHDRAWN for what it canceled, UNTOLD where the format has no word for that. */
  readonly status: SenderStatus;
  readonly headline: string | null;
  readonly standfirst?: string | null;
  readonly body: string | null;
  readonly byline?: string | null;
  readonly dateline?: string | null;
  readonly creditLine?: string | null;
  /** BCP 47; English where it is not given. */
  readonly language?: string | null;
  readonly genre?: string | null;
  readonly urgency?: number | null;
  readonly keywords?: readonly string[];
  /** Moments, as `momentIn` understands them. An embargo that is no moment hides the item: it is a draft then. */
  readonly publishedAt?: string | null;
  readonly embargoedUntil?: string | null;
  /** When this version of the item was made: of two versions the later one counts. */
  readonly versionAt?: string | null;
  /** The number of this version, where the provider numbers them: it decides where the times are alike or missing. */
  readonly versionNumber?: string | null;
  /** Whose ids the item's is one of: a name or a host. */
  readonly provider?: string | null;
  /** The organization that it came from. */
  readonly source?: NamedEntity | null;
  /** The place that it was filed from. */
  readonly located?: NamedEntity | null;
  readonly subjects?: readonly ItemSubject[];
  readonly mentions?: readonly NamedMention[];
  readonly images?: readonly ItemImage[];
  /** What the provider says to editors, such as why it canceled the item. Readers are never shown it. */
  readonly note?: string | null;
  /** What an editor is to be told of how the item was read. */
  readonly warnings?: readonly string[];
  /** Where the format has the headline and the body, for whoever gave an item without them. */
  readonly lookedFor?: { readonly headline: string; readonly body: string };
}

/** What a reader came upon, in the order of the input: an item, a record of an export, or one that can't be read. */
export type Found = { /** Where in the input: "line 7", "item 3". */ readonly at: string } & (
  { readonly item: GivenItem } | { readonly exported: ExportedRecord } | { readonly problem: string }
);

/** Reads one format. Takes a text in pieces, so that no input has to fit into memory at once. */
export type Reader = (text: AsyncIterable<string>) => AsyncIterable<Found>;
