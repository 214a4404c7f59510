import { sql, type Sql } from '../../reading/sql';

/** Whether a mention relates its article and its entity: not where an editor said that it is wrong. */
export function mentionCounts(alias: string): Sql {
  return sql`${alias}.review_status <> 'REJECTED'`;
}

/** The articles of the mentions that count, with that condition on `vm`. */
export function mentioningArticles(condition: Sql): Sql {
  return sql`select vm.article_id from mention vm where ${condition} and ${mentionCounts('vm')}`;
}
