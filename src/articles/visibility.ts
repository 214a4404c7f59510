import type { ParentRow } from '../reading/parentRow';
import { join, sql, type Sql } from '../reading/sql';

/** What stands in an article is seen where the article is. */
export const itsArticle: ParentRow = { type: 'Article', column: 'article_id' };

/** Whether readers may see an article, by the database's clock. Everything else that is hidden is hidden through this. */
export function articleIsPublic(alias: string): Sql {
  return sql`${alias}.status = 'PUBLISHED' and (${alias}.embargoed_until is null or ${alias}.embargoed_until <= now())`;
}

/**
 * Whether readers may see one at least of the articles that these queries give as `article_id`. One look at the article stands for
 * all of them: a condition for each would be set up for every row's statement, though the first query nearly always finds one.
 */
export function somePublicArticle(articles: readonly Sql[]): Sql {
  return sql`exists (select 1 from (${join(articles, ' union all ')}) vp join article va on va.id = vp.article_id where ${articleIsPublic('va')})`;
}

/** Whether readers may see the article with that id. */
export function inPublicArticle(articleId: Sql): Sql {
  return sql`exists (select 1 from article va where va.id = ${articleId} and ${articleIsPublic('va')})`;
}
