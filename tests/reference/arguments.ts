/** A reference to a record: exactly one of its members is set. */
export interface Ref {
  readonly id?: string;
  readonly slug?: string;
  readonly uri?: string;
  readonly code?: string;
  readonly externalId?: { readonly scheme: string; readonly value: string };
  readonly person?: Ref;
  readonly organization?: Ref;
}

/** The filters of the schema, after coercion. Null is the same as nothing. */
export interface ArticleFilter {
  readonly status?: readonly string[] | null;
  readonly person?: readonly Ref[] | null;
  readonly organization?: readonly Ref[] | null;
  readonly place?: readonly Ref[] | null;
  readonly provider?: readonly Ref[] | null;
  readonly subject?: readonly Ref[] | null;
  readonly language?: string | null;
  readonly publishedFrom?: number | null;
  readonly publishedBefore?: number | null;
  readonly words?: string | null;
}

export interface QuoteFilter {
  readonly speaker?: readonly Ref[] | null;
  readonly article?: readonly Ref[] | null;
  readonly place?: readonly Ref[] | null;
  readonly kind?: readonly string[] | null;
  readonly reviewStatus?: readonly string[] | null;
  readonly saidFrom?: string | null;
  readonly saidBefore?: string | null;
  readonly publishedFrom?: number | null;
  readonly publishedBefore?: number | null;
  readonly words?: string | null;
}

export interface EntityFilter {
  readonly name?: string | null;
  readonly nameStartsWith?: string | null;
  readonly alias?: string | null;
  readonly externalId?: { readonly scheme: string; readonly value: string } | null;
  readonly placeKind?: readonly string[] | null;
  readonly reviewStatus?: readonly string[] | null;
}

export interface Paging {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** A list's arguments. */
export interface ListArguments<F> extends Paging {
  readonly filter?: F | null;
  readonly orderBy?: string | null;
}
