import { inPublicArticle, somePublicArticle } from '../../articles/visibility';
import { entityFields, entityFilters } from '../read';
import { nameOrders } from '../names';
import { mentioningArticles } from '../../articles/mentions/visibility';
import { quotingArticles } from '../../articles/quotes/visibility';
import { connection } from '../../reading/connection';
import { date, text } from '../../reading/fields';
import type { Row, TypeReading } from '../../reading/model';
import { list, one } from '../../reading/relations';
import { sql, type Sql } from '../../reading/sql';

/** A person is public when listed, or when something public proves that the person exists. */
function personIsPublic(row: Row): Sql {
  const id = row.col('id');
  const proofs = [
    mentioningArticles(sql`vm.person_id = ${id}`),
    quotingArticles(sql`vq.speaker_person_id = ${id}`),
    sql`select vi.article_id from image vi where vi.photographer_id = ${id}`,
    sql`select vi.article_id from image_person vs join image vi on vi.id = vs.image_id where vs.person_id = ${id}`,
  ];
  return sql`(${row.col('listed')} or ${somePublicArticle(proofs)})`;
}

/** Whether readers may see a role: it rests on no article, or on one that they may see. */
export function roleIsPublic(alias: string): Sql {
  return sql`(${alias}.article_id is null or ${inPublicArticle(sql`${alias}.article_id`)})`;
}

/** How people are read. */
export const person: TypeReading = {
  table: 'person',
  idPrefix: 'person',
  recordTag: { kind: 'person', id: 'id' },
  listTag: 'people',
  visibilityTag: 'links',
  visible: { throughParent: personIsPublic },
  orders: nameOrders,
  filters: entityFilters('person_id'),
  fields: {
    ...entityFields('person', 'person_id'),
    description: text('description'),
    roles: list('Role', (to, from) => ({
      on: sql`${to.col('person_id')} = ${from.col('id')}`,
      orderBy: sql`${to.col('from_date')} desc nulls last, ${to.col('to_date')} desc nulls first, ${to.col('title')} collate "C", ${to.col('id')}`,
    })),
    quotes: connection('Quote', 'NEWEST', (to, from) => ({
      on: sql`${to.col('speaker_person_id')} = ${from.col('id')}`,
      within: 'links',
    })),
  },
};

/** How a person's roles are read. */
export const role: TypeReading = {
  table: 'role',
  visible: { own: (row) => roleIsPublic(row.alias) },
  fields: {
    title: text('title'),
    organization: one('Organization', (to, from) => ({ on: sql`${to.col('id')} = ${from.col('organization_id')}` })),
    from: date('from_date'),
    to: date('to_date'),
  },
};
