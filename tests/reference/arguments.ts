/** The filters of the schema, after coercion. Null is the same as nothing. */
export interface ArticleFilter {
  readonly status?: readonly string[] | null;
  readonly person?: string | null;
  readonly organization?: string | null;
  readonly place?: string | null;
  readonly source?: string | null;
  readonly subject?: string | null;
  readonly language?: string | null;
  readonly publishedFrom?: number | null;
  readonly publishedBefore?: number | null;
  readonly words?: string | null;
}

export interface QuoteFilter {
  readonly speaker?: string | null;
  readonly article?: string | null;
  readonly place?: string | null;
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
  readonly kind?: readonly string[] | null;
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
