import { inPublicArticle } from '../articles/visibility';
import { sql, type Sql } from '../reading/sql';

/** Whether readers may see a quote, as far as the quote itself decides: not rejected, and its words stand in the text. */
export function quoteStands(alias: string): Sql {
  return sql`${alias}.review_status <> 'REJECTED' and ${alias}.anchor_state in ('ANCHORED', 'MOVED')`;
}

/** Whether readers may see some quote with that condition on `vq`. */
export function somePublicQuote(condition: Sql): Sql {
  return sql`exists (select 1 from quote vq where ${condition} and ${quoteStands('vq')} and ${inPublicArticle(sql`vq.article_id`)})`;
}
