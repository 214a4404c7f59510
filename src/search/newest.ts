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

/** What `newestMatches` needs to stand before it in the statement, made once there. */
export function soughtWords(text: Param): Sql {
  return sql`with sought as materialized (select query, query::text like '%!%' as negates from search_query(${text}) query),
    sought_in as materialized (select l.config::regconfig as config, websearch_to_tsquery(l.config::regconfig, ${text}) as query
      from search_language l),
    way_back as materialized (select periods from periods_back((select max(listed_at) from article),
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
  readonly most: number;
}

/**
 * The newest rows with the sought words, found by the index of words and periods: it is asked for one stretch of time after the other,
 * from the newest back, until there are enough. So of a common word the older rows are never looked at, and a rare one costs few questions.
 */
export function newestMatches({ table, alias, columns, listedAt, order, conditions, most }: Matches): Sql {
  const where = and([sql`listing_periods(${listedAt}) && way_back.periods`, ...conditions]);
  const limit = String(most);
  return sql`(select found.* from way_back cross join lateral (
    select ${columns} from ${table} ${alias} where ${where} order by ${order} limit ${limit}) found limit ${limit})`;
}
