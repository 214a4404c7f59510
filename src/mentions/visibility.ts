import { inPublicArticle } from '../articles/visibility';
import { sql, type Sql } from '../reading/sql';

/** Whether a mention relates its article and its entity: not where an editor said that it is wrong. */
export function mentionCounts(alias: string): Sql {
  return sql`${alias}.review_status <> 'REJECTED'`;
}

/** Whether readers may see some mention with that condition on `vm`. */
export function somePublicMention(condition: Sql): Sql {
  return sql`exists (select 1 from mention vm where ${condition} and ${mentionCounts('vm')} and ${inPublicArticle(sql`vm.article_id`)})`;
}
