import { inPublicArticle } from '../../articles/visibility';
import { nameOrders } from '../names';
import { connection } from '../../reading/connection';
import { id, plain, text } from '../../reading/fields';
import type { TypeReading } from '../../reading/model';
import { sql } from '../../reading/sql';

/** How subjects are read. */
export const subject: TypeReading = {
  table: 'subject',
  idPrefix: 'subject',
  recordTag: { kind: 'subject', id: 'id' },
  listTag: 'subjects',
  visibilityTag: 'links',
  visible: {
    throughParent: (row) => sql`(${row.col('listed')} or exists (
      select 1 from article_subject vs where vs.subject_id = ${row.col('id')} and ${inPublicArticle(sql`vs.article_id`)}))`,
  },
  orders: { NAME: nameOrders.NAME },
  fields: {
    id: id('subject'),
    revision: plain('revision'),
    code: text('code'),
    name: text('name'),
    articles: connection('Article', 'NEWEST', (to, from) => ({
      from: sql`article_subject f join article ${to.alias} on ${to.col('id')} = f.article_id`,
      on: sql`f.subject_id = ${from.col('id')}`,
      within: 'links',
      sortColumns: {
        listed_at: sql`f.article_listed_at`,
        created_at: sql`f.article_created_at`,
        id: sql`f.article_id`,
      },
    })),
  },
};
