import { enumeration, id, text, timestamp } from '../reading/fields';
import type { FieldReading, Row, TypeReading } from '../reading/model';
import { list, one } from '../reading/relations';
import { sql, type Sql } from '../reading/sql';
import { articleIsPublic } from './visibility';

/** Whether the article is still withdrawn, and by this withdrawal: a kill takes the place of a retraction. */
export const isInForce = (
  row: Row,
): Sql => sql`(${row.col('status')} = 'WITHDRAWN' and not exists (select 1 from correction n
  where n.article_id = ${row.col('article_id')} and n.kind in ('RETRACTION', 'KILL')
    and (n.created_at, n.id) > (${row.col('created_at')}, ${row.col('id')})))`;

/**
 * The withdrawals of articles. Readers are told the one that is in force, in place of the article; but nothing of an article that
 * was still under embargo then, or was never published here. Of an article that stands again they are told all.
 */
export const withdrawal: TypeReading = {
  table: `(select c.id, c.article_id, c.kind, c.text, c.created_at, a.slug, a.uri, a.status, a.embargoed_until, a.public_since
    from correction c join article a on a.id = c.article_id where c.kind in ('RETRACTION', 'KILL'))`,
  idPrefix: 'withdrawal',
  recordTag: { kind: 'article', id: 'article_id' },
  listTag: 'withdrawals',
  visible: {
    own: (row) =>
      sql`(${articleIsPublic(row.alias)} or ${row.col('public_since')} is not null
        and (${row.col('embargoed_until')} is null or ${row.col('embargoed_until')} <= ${row.col('created_at')})
        and ${isInForce(row)})`,
  },
  fields: {
    id: id('withdrawal'),
    slug: text('slug'),
    kind: enumeration('kind'),
    notice: text('text'),
    withdrawnAt: timestamp('created_at'),
    article: one('Article', (to, from) => ({ on: sql`${to.col('id')} = ${from.col('article_id')}` })),
  },
};

/** An article's withdrawals: the one in force, and all. */
export const withdrawals: Readonly<Record<string, FieldReading>> = {
  withdrawal: one('Withdrawal', (to, from) => ({
    on: sql`${to.col('article_id')} = ${from.col('id')} and ${isInForce(to)}`,
  })),
  withdrawals: list('Withdrawal', (to, from) => ({
    on: sql`${to.col('article_id')} = ${from.col('id')}`,
    orderBy: sql`${to.col('created_at')} desc, ${to.col('id')} desc`,
  })),
};
