import { type Param, sql, type Sql } from './sql';

/** Whether the row holds the words, in the language of its article. The subquery makes the query once a statement. */
export function matchesFullText(alias: string, words: Param): Sql {
  return sql`${alias}.search_vector @@ (select search_query(${words}))`;
}

/**
 * How well the row matches: the more of the words, the oftener, the nearer to the top. Measured by the words in the row's own
 * language: the query for all languages would let cursors tell which other ones are stored, drafts included.
 */
export function fullTextRank(alias: string, language: Sql, words: Param): Sql {
  return sql`ts_rank(${alias}.search_vector, websearch_to_tsquery(search_config(${language}), ${words}))`;
}
