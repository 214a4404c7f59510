import { sql, type Sql } from '../../reading/sql';

/** Whether readers may see a quote, as far as the quote itself decides: not rejected, and its words stand in the text. */
export function quoteStands(alias: string): Sql {
  return sql`${alias}.review_status <> 'REJECTED' and ${alias}.anchor_state in ('ANCHORED', 'MOVED')`;
}

/** The articles of the quotes that stand, with that condition on `vq`. */
export function quotingArticles(condition: Sql): Sql {
  return sql`select vq.article_id from quote vq where ${condition} and ${quoteStands('vq')}`;
}
