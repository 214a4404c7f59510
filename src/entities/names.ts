import type { Filter, Order } from '../reading/model';
import { type Param, sql, type Sql } from '../reading/sql';
import { bindText } from '../reading/values';

/** A name as the database compares names: without case and accents. The subquery makes it once a statement. */
function nameKey(name: Param): Sql {
  return sql`(select name_key(${name}))`;
}

/** The same as a piece of a LIKE pattern. */
function likePattern(name: Param): Sql {
  const key = sql`name_key(${name})`;
  return sql`replace(replace(replace(${key}, '\\', '\\\\'), '%', '\\%'), '_', '\\_')`;
}

/** Whether a name or alias of the row is the name, accents and case aside. */
function isNamed(alias: string, name: Param): Sql {
  return sql`${alias}.name_keys like (select E'%\n' || ${likePattern(name)} || E'\n%')`;
}

/** Whether a name or alias of the row is the name or resembles it (pg_trgm's word similarity, which sees letters only). */
export function resembles(alias: string, name: Param): Sql {
  return sql`(${nameKey(name)} <% ${alias}.name_keys or ${isNamed(alias, name)})`;
}

/** How much a name or alias of the row resembles the name: 1 for the very name, less the less there is in common. */
export function resemblance(alias: string, name: Param): Sql {
  const key = nameKey(name);
  const common = sql`word_similarity(${key}, ${alias}.name_keys) + similarity(${key}, ${alias}.sort_name)`;
  return sql`(case when ${isNamed(alias, name)} then 1 else 0.49 * (${common}) end)::real`;
}

/** Filters by name. `name_keys` holds each name between line ends, the best known one first. */
export const nameFilters: Readonly<Record<'name' | 'nameStartsWith' | 'alias', Filter>> = {
  name: (row, value, where) => resembles(row.alias, bindText(value, where)),
  nameStartsWith: (row, value, where) =>
    sql`${row.col('name_keys')} like (select E'%\n' || ${likePattern(bindText(value, where))} || '%')`,
  alias: (row, value, where) =>
    sql`${row.col('name_keys')} like (select E'\n%\n' || ${likePattern(bindText(value, where))} || E'\n%')`,
};

/** By name, and by resemblance to the name asked for. */
export const nameOrders: Readonly<Record<'NAME' | 'RELEVANCE', Order>> = {
  NAME: {
    descending: false,
    keys: ({ col }) => [
      { value: col('sort_name'), type: 'text' },
      { value: col('id'), type: 'uuid' },
    ],
  },
  RELEVANCE: {
    descending: true,
    needs: 'name',
    keys: ({ alias, col, filter }) => [
      { value: resemblance(alias, bindText(filter.name, 'filter.name')), type: 'real' },
      { value: col('id'), type: 'uuid' },
    ],
  },
};

/** Entities are listed by name, unless a name to resemble is given. */
export function entityOrder(filter: Readonly<Record<string, unknown>>): string {
  return filter.name == null ? 'NAME' : 'RELEVANCE';
}
