import { date, enumeration, id, plain, text, timestamp } from '../reading/fields';
import { parentRecord } from '../reading/parentRow';
import type { TypeReading } from '../reading/model';
import { list, one } from '../reading/relations';
import { sql } from '../reading/sql';
import { itsArticle } from './visibility';

/** How paragraphs are read: rows of the function paragraphs(), with the article and the version that they were cut from. */
export const paragraph: TypeReading = {
  recordTag: { kind: 'article', id: 'article_id' },
  fields: {
    index: plain('index'),
    start: plain('start_offset'),
    end: plain('end_offset'),
    text: text('text'),
    quotes: list('Quote', (to, from) => ({
      on: sql`${to.col('article_id')} = ${from.col('article_id')} and ${to.col('version')} = ${from.col('version')}
        and exists (select 1 from quote_span s where s.quote_id = ${to.col('id')} and s.version = ${to.col('version')}
          and s.start_offset < ${from.col('end_offset')} and s.end_offset > ${from.col('start_offset')})`,
      inherited: 'throughParent',
      orderBy: sql`${to.col('position')}, ${to.col('id')} desc`,
    })),
  },
};

/** How pictures are read. */
export const image: TypeReading = {
  table: 'image',
  idPrefix: 'image',
  recordTag: { kind: 'article', id: 'article_id', field: 'article' },
  visible: { parent: itsArticle },
  fields: {
    id: id('image'),
    caption: text('caption'),
    creditLine: text('credit_line'),
    photographer: one('Person', (to, from) => ({
      on: sql`${to.col('id')} = ${from.col('photographer_id')}`,
      inherited: 'throughParent',
    })),
    takenOn: date('taken_on'),
    located: one('Place', (to, from) => ({
      on: sql`${to.col('id')} = ${from.col('located_id')}`,
      inherited: 'throughParent',
    })),
    people: list('Person', (to, from) => ({
      on: sql`${to.col('id')} in (select s.person_id from image_person s where s.image_id = ${from.col('id')})`,
      inherited: 'throughParent',
      orderBy: sql`${to.col('sort_name')}, ${to.col('id')}`,
    })),
    article: parentRecord(itsArticle),
  },
};

/** How corrections are read: the notes to readers that leave the article where it is. */
export const correction: TypeReading = {
  table: `(select * from correction where kind not in ('RETRACTION', 'KILL'))`,
  idPrefix: 'correction',
  recordTag: { kind: 'article', id: 'article_id', field: 'article' },
  visible: { parent: itsArticle },
  fields: {
    id: id('correction'),
    kind: enumeration('kind'),
    text: text('text'),
    createdAt: timestamp('created_at'),
    version: plain('version'),
    article: parentRecord(itsArticle),
  },
};
