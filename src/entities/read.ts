import { connection } from '../reading/connection';
import { mentionCounts } from '../articles/mentions/visibility';
import { enumeration, id, plain, text, texts } from '../reading/fields';
import type { FieldReading, Filter, Row } from '../reading/model';
import { list } from '../reading/relations';
import { sql } from '../reading/sql';
import { bindMany, bindText } from '../reading/values';
import { nameFilters } from './names';

/** The column that other tables name an entity of a kind by. */
export type EntityColumn = 'person_id' | 'organization_id' | 'place_id';

/** What people, organizations and places have in common: the fields of the interface Entity. */
export function entityFields(prefix: string, column: EntityColumn): Readonly<Record<string, FieldReading>> {
  return {
    id: id(prefix),
    revision: plain('revision'),
    slug: text('slug'),
    name: text('name'),
    aliases: texts('aliases'),
    reviewStatus: enumeration('review_status'),
    externalIds: list('ExternalId', (to, from) => ({
      on: sql`${to.col(column)} = ${from.col('id')}`,
      orderBy: sql`${to.col('scheme')} collate "C", ${to.col('value')} collate "C"`,
    })),
    // Through the mention, which carries the article's dates: the newest articles of a person are one index scan.
    articles: connection('Article', 'NEWEST', (to, from) => ({
      from: sql`mention m join article ${to.alias} on ${to.col('id')} = m.article_id`,
      on: sql`m.${column} = ${from.col('id')} and ${mentionCounts('m')}`,
      within: 'links',
      repeats: true,
      sortColumns: {
        listed_at: sql`m.article_listed_at`,
        created_at: sql`m.article_created_at`,
        id: sql`m.article_id`,
      },
    })),
    mentions: connection('Mention', 'NEWEST', (to, from) => ({
      on: sql`${to.col(column)} = ${from.col('id')}`,
      within: 'links',
    })),
  };
}

/** How people, organizations and places are filtered. */
export function entityFilters(column: EntityColumn): Readonly<Record<string, Filter>> {
  return {
    ...nameFilters,
    externalId: (row: Row, value, where) => {
      const { scheme, value: id } = value as { scheme: unknown; value: unknown };
      return sql`exists (select 1 from external_id x where x.${column} = ${row.col('id')}
        and x.scheme = ${bindText(scheme, `${where}.scheme`)} and x.value = ${bindText(id, `${where}.value`)})`;
    },
    reviewStatus: (row, value) => sql`${row.col('review_status')} = any(${bindMany(value, 'review_status[]')})`,
  };
}

/** How an id in another catalogue is read. */
export const externalIdFields: Readonly<Record<string, FieldReading>> = {
  scheme: text('scheme'),
  value: text('value'),
};
