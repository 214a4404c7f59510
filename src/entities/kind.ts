import type { ReviewStatus } from '../generated/prisma/enums';
import type { Work } from '../writing/command';

/** The kinds of entities: the prefixes of their global ids, which are their tables' names too, and their payloads' fields. */
export type EntityName = 'person' | 'organization' | 'place';

/** What looking through an input needs. */
export type Writing = Pick<Work, 'tx' | 'userErrors'>;

/** An id in another catalogue. */
export interface ExternalId {
  readonly scheme: string;
  readonly value: string;
}

/** What inputs of all three kinds can say. What is left out is undefined; null empties. */
export interface GivenEntity {
  readonly slug?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly aliases?: readonly string[] | null | undefined;
  readonly externalIds?: readonly ExternalId[] | null | undefined;
}

/** A stored entity, with the columns of its table. */
export interface EntityRow {
  readonly id: string;
  readonly revision: number;
  readonly slug: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly listed: boolean;
  readonly review_status: ReviewStatus;
  readonly description?: string | null;
  readonly kind?: string | null;
  readonly parent_id?: string | null;
  readonly country_code?: string | null;
  readonly latitude?: number | null;
  readonly longitude?: number | null;
}

/** The columns that all three kinds have, as they are to be stored. */
export interface SharedColumns {
  readonly slug: string;
  readonly name: string;
  readonly aliases: string[];
  /** An editor who writes a record confirms it. */
  readonly reviewStatus: 'VERIFIED';
}

/** What an input says of what only its kind has. */
export interface Own<Columns> {
  /** Undefined for what stays as it is. */
  readonly columns: Columns;
  /** Writes what stands in rows of its own. */
  readonly writeRows?: (id: string) => Promise<void>;
}

/** A kind of entities, as adding and revising needs to know it. */
export interface EntityKind<Given extends GivenEntity, Columns extends object> {
  readonly name: EntityName;
  /** Whether one can be a part of another. */
  readonly hasParents: boolean;
  /** Looks through what only this kind has, and notes every mistake. `before` is null for a new one. */
  readonly ownIn: (work: Writing, given: Given, before: EntityRow | null) => Promise<Own<Columns>>;
  /** Whether what is known of two of the same name tells them apart, beside slugs and external ids. */
  readonly differs: (columns: Columns, before: EntityRow | null, other: EntityRow) => boolean;
  readonly insert: (
    tx: Work['tx'],
    data: { id: string; listed: boolean } & SharedColumns & Columns,
  ) => Promise<unknown>;
  readonly update: (
    tx: Work['tx'],
    id: string,
    data: { revision: number } & SharedColumns & Columns,
  ) => Promise<unknown>;
}
