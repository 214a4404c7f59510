import { and, type Param, sql, type Sql } from '../reading/sql';

const sought = sql`(select query from sought)`;

/** Whether the row has the words: anywhere, or all of them in the headline. */
export function hasSought(alias: string, where: 'anywhere' | 'in headline'): Sql {
  if (where === 'anywhere') return sql`${alias}.search_vector @@ ${sought}`;
  // A word that must not be there may be in the body. Who asks for all words needs no second look, which would cost as much again.
  return sql`headline_words(${alias}.search_vector, ${alias}.language) @@ ${sought}
    and ((select not negates from sought) or ${alias}.search_vector @@ ${sought})`;
}

/** How many articles the first stretch of time holds that is looked through. */
const RECENT = 1000;

/**
 * What `newestMatches` needs to stand before it in the statement, made once there: the words as a query in each language in use, and all
 * of these as one query for the index. It finds what has the words in any of the languages; whoever ranks a row looks whether it has
 * them in its own. (To ask the index for the row's language as well, as `search_query` does, takes twice as long.)
 */
export function soughtWords(text: Param): Sql {
  return sql`with sought_in as materialized (
      select l.config::regconfig as config, websearch_to_tsquery(l.config::regconfig, ${text}) as query from search_language l),
    sought as materialized (
      select string_agg(distinct '(' || query::text || ')', ' | ')::tsquery as query, bool_or(query::text like '%!%') as negates
      from sought_in where numnode(query) > 0),
    way_back as materialized (
      select periods from periods_back((select max(listed_at) from article),
        (select listed_at from article order by listed_at desc offset ${String(RECENT)} limit 1),
        (select min(listed_at) from article where listed_at > '-infinity')))`;
}

/** Which rows are wanted, the newest first. */
export interface Matches {
  readonly table: string;
  readonly alias: string;
  readonly columns: Sql;
  /** The date that the order begins with. */
  readonly listedAt: Sql;
  readonly order: Sql;
  /** `hasSought` among them. */
  readonly conditions: readonly Sql[];
  /** A subquery with what the row's article must be and adds, looked up for as many rows as are taken, not for all that match. */
  readonly article?: Sql;
  readonly most: number;
}

/**
 * The newest rows with the sought words, found by the index of words and periods: it is asked for one stretch of time after the other,
 * from the newest back, until there are enough. So of a common word the older rows are never looked at, and a rare one costs few questions.
 */
export function newestMatches({ table, alias, columns, listedAt, order, conditions, article, most }: Matches): Sql {
  const where = and([sql`listing_periods(${listedAt}) && way_back.periods`, ...conditions]);
  const limit = sql`limit ${String(most)}`;
  const inStretch = sql`select ${columns} from ${table} ${alias} where ${where} order by ${order}`;
  if (!article) {
    return sql`(select ${alias}.* from way_back cross join lateral (${inStretch} ${limit}) ${alias} ${limit})`;
  }
  // LIMIT 1 keeps the lookups behind the order.
  return sql`(select ${alias}.*, of_article.* from way_back cross join lateral (${inStretch} offset 0) ${alias}
    cross join lateral (${article} limit 1) of_article ${limit})`;
}
