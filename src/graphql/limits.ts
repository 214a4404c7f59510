/** How large a request's body may be, in bytes. */
export const MAX_BODY_BYTES = 256 * 1024;

/** The same for those who may import articles: some hundred of them at once. */
export const MAX_IMPORT_BODY_BYTES = 4 * 1024 * 1024;

/** What an operation may cost, in the units that `extensions.cost` tells. */
export const COST_LIMIT = 20_000;

/**
 * How large a document may be. Each one is measured once, before anything works on it: what a document may not be, nobody has
 * to be fast for.
 */
export const documentLimits = {
  /** Words and punctuation. GraphiQL's introspection has 350 or so. */
  tokens: 2000,
  /**
   * Objects inside objects. `edges` and `node` count as one step with the connection that they belong to, and `ofType` goes with
   * the type: a deep screen (articles, their people, their quotes, the quotes' articles) is 4 deep.
   */
  depth: 12,
  /** Fields of one operation, each spread of a fragment counted anew. */
  fields: 1000,
  /** Fields that are given another name: the usual way to ask for one thing ten thousand times. */
  aliases: 30,
  /** Fields with a selection that stand under one name: validation holds each against each, so the price grows with the square. */
  equalFields: 100,
  directives: 30,
  /** Directives at one place; the language has three that can stand together. */
  directivesAtOnePlace: 3,
  operations: 10,
  fragments: 50,
  /** Variables of one operation. */
  variables: 50,
} as const;

export type DocumentLimit = keyof typeof documentLimits;

/** What each limit counts, for messages. */
export const counted: Readonly<Record<DocumentLimit, string>> = {
  tokens: 'words and signs',
  depth: 'levels',
  fields: 'fields (those of fragments counted at every use)',
  aliases: 'aliases',
  equalFields: 'fields with selections under one name',
  directives: 'directives',
  directivesAtOnePlace: 'directives at one place',
  operations: 'operations',
  fragments: 'fragments',
  variables: 'variables',
};
