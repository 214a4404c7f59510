import { sql, type Sql } from '../reading/sql';

/** Whether readers may see an article, by the database's clock. Everything else that is hidden is hidden through this. */
export function articleIsPublic(alias: string): Sql {
  return sql`${alias}.status = 'PUBLISHED' and (${alias}.embargoed_until is null or ${alias}.embargoed_until <= now())`;
}

/** Whether readers may see the article with that id. */
export function inPublicArticle(articleId: Sql): Sql {
  return sql`exists (select 1 from article va where va.id = ${articleId} and ${articleIsPublic('va')})`;
}
