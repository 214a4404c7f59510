import { enumeration, text, timestamp } from '../reading/fields';
import type { TypeReading } from '../reading/model';
import { sql } from '../reading/sql';

/**
 * The articles that were withdrawn, each with the notice that stands in its place: what readers are still told of them. Of one
 * that was still under embargo, or never published here, they never knew, and are told nothing.
 */
export const withdrawal: TypeReading = {
  table: `(select a.id, a.slug, a.uri, a.embargoed_until, a.public_since, c.kind, c.text, c.created_at from article a
    cross join lateral (select n.* from correction n where n.article_id = a.id and n.kind in ('RETRACTION', 'KILL')
      order by n.created_at desc, n.id desc limit 1) c
    where a.status = 'WITHDRAWN')`,
  shows: { kind: 'article', id: 'id' },
  listed: 'withdrawals',
  visible: {
    own: (row) =>
      sql`(${row.col('public_since')} is not null
        and (${row.col('embargoed_until')} is null or ${row.col('embargoed_until')} <= ${row.col('created_at')}))`,
  },
  fields: {
    slug: text('slug'),
    kind: enumeration('kind'),
    notice: text('text'),
    withdrawnAt: timestamp('created_at'),
  },
};
