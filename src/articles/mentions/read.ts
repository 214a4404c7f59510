import { byPosition, newestInArticles } from '../order';
import { itsArticle } from '../visibility';
import { editorsOnly, enumeration, id, plain, text, timestamp } from '../../reading/fields';
import { parentRecord } from '../../reading/parentRow';
import type { TypeReading } from '../../reading/model';
import { list, oneOf } from '../../reading/relations';
import { sql } from '../../reading/sql';
import { mentionCounts } from './visibility';

/** How mentions are read. */
export const mention: TypeReading = {
  table: 'mention',
  idPrefix: 'mention',
  recordTag: { kind: 'article', id: 'article_id', field: 'article' },
  visible: {
    own: (row) => mentionCounts(row.alias),
    parent: itsArticle,
  },
  orders: {
    NEWEST: { descending: true, keys: newestInArticles },
    POSITION: { descending: true, keys: byPosition },
  },
  fields: {
    id: id('mention'),
    revision: plain('revision'),
    rel: enumeration('rel'),
    method: enumeration('method'),
    confidence: plain('confidence'),
    reviewStatus: enumeration('review_status'),
    reviewedAt: timestamp('reviewed_at'),
    reviewedBy: editorsOnly(text('reviewed_by')),
    entity: oneOf({
      Person: (to, from) => ({ on: sql`${to.col('id')} = ${from.col('person_id')}`, inherited: 'throughParent' }),
      Organization: (to, from) => ({
        on: sql`${to.col('id')} = ${from.col('organization_id')}`,
        inherited: 'throughParent',
      }),
      Place: (to, from) => ({ on: sql`${to.col('id')} = ${from.col('place_id')}`, inherited: 'throughParent' }),
    }),
    spans: list('TextSpan', (to, from) => ({
      from: sql`mention_span`,
      on: sql`${to.col('mention_id')} = ${from.col('id')} and ${to.col('version')} = ${from.col('version')}`,
      orderBy: to.col('index'),
    })),
    article: parentRecord(itsArticle),
  },
};
