import { somePublicArticle } from '../articles/visibility';
import type { Row } from '../reading/model';
import { sql, type Sql } from '../reading/sql';

/**
 * When a record of a tree is public: it is listed, or a public article proves it, or the same holds for a part of it.
 * @param table the table, whose rows name their parent in parent_id
 * @param provingArticles by a record's id, the statements that select the articles that prove it
 */
export function publicByTree(
  table: 'organization' | 'place',
  provingArticles: (id: Sql) => readonly Sql[],
): (row: Row) => Sql {
  const alias = table.charAt(0);
  const isProven = (of: string): Sql => sql`(${of}.listed or ${somePublicArticle(provingArticles(sql`${of}.id`))})`;
  return (row) => sql`(${isProven(row.alias)} or exists (
    with recursive part as (
      select ${alias}.id, ${alias}.listed from ${table} ${alias} where ${alias}.parent_id = ${row.col('id')}
      union select ${alias}.id, ${alias}.listed from ${table} ${alias} join part on ${alias}.parent_id = part.id
    ) select 1 from part where ${isProven('part')}))`;
}
