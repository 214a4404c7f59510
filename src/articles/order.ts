import type { OrderedRow, OrderKey } from '../reading/model';
import { sql } from '../reading/sql';

/** Newest first: by publication, unknown ones after all known, then by when the record came to be. */
export function newestArticle({ col }: OrderedRow): OrderKey[] {
  return [
    { value: col('listed_at'), type: 'timestamptz' },
    { value: col('created_at'), type: 'timestamptz' },
    { value: col('id'), type: 'uuid' },
  ];
}

/** In an article the order of the text. The position is negated so that this can follow `newestInArticles` in one direction. */
export function byPosition({ col }: OrderedRow): OrderKey[] {
  return [
    { value: sql`(-${col('position')})`, type: 'integer' },
    { value: col('id'), type: 'uuid' },
  ];
}

/** For rows that belong to articles: the newest article first, within an article the order of the text. */
export function newestInArticles(row: OrderedRow): OrderKey[] {
  return [
    { value: row.col('article_listed_at'), type: 'timestamptz' },
    { value: row.col('article_created_at'), type: 'timestamptz' },
    { value: row.col('article_id'), type: 'uuid' },
    ...byPosition(row),
  ];
}
