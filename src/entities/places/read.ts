import { somePublicArticle } from '../../articles/visibility';
import { nameOrders } from '../names';
import { entityFields, entityFilters } from '../read';
import { mentioningArticles } from '../../articles/mentions/visibility';
import { quotingArticles } from '../../articles/quotes/visibility';
import { connection } from '../../reading/connection';
import { enumeration, plain, text } from '../../reading/fields';
import type { Row, TypeReading } from '../../reading/model';
import { one } from '../../reading/relations';
import { sql, type Sql } from '../../reading/sql';
import { bindMany } from '../../reading/values';

function isProven(alias: string): Sql {
  const id = sql`${alias}.id`;
  const proofs = [
    mentioningArticles(sql`vm.place_id = ${id}`),
    sql`select vl.id as article_id from article vl where vl.located_id = ${id}`,
    quotingArticles(sql`vq.said_in_id = ${id}`),
    sql`select vi.article_id from image vi where vi.located_id = ${id}`,
  ];
  return sql`(${alias}.listed or ${somePublicArticle(proofs)})`;
}

/** A place is public when listed or proven by something public, or when a place in it is. */
function placeIsPublic(row: Row): Sql {
  return sql`(${isProven(row.alias)} or exists (
    with recursive part as (
      select p.id, p.listed from place p where p.parent_id = ${row.col('id')}
      union select p.id, p.listed from place p join part on p.parent_id = part.id
    ) select 1 from part where ${isProven('part')}))`;
}

/** How places are read. */
export const place: TypeReading = {
  table: 'place',
  idPrefix: 'place',
  recordTag: { kind: 'place', id: 'id' },
  listTag: 'places',
  visibilityTag: { tag: 'places/vanishing' },
  visible: { throughParent: placeIsPublic },
  orders: nameOrders,
  filters: {
    ...entityFilters('place_id'),
    placeKind: (row, value) => sql`${row.col('kind')} = any(${bindMany(value, 'place_kind[]')})`,
  },
  fields: {
    ...entityFields('place', 'place_id'),
    placeKind: enumeration('kind'),
    within: one('Place', (to, from) => ({
      on: sql`${to.col('id')} = ${from.col('parent_id')}`,
      inherited: 'throughParent',
    })),
    children: connection('Place', 'NAME', (to, from) => ({ on: sql`${to.col('parent_id')} = ${from.col('id')}` })),
    countryCode: text('country_code'),
    latitude: plain('latitude'),
    longitude: plain('longitude'),
    quotesSaidHere: connection('Quote', 'NEWEST', (to, from) => ({
      on: sql`${to.col('said_in_id')} = ${from.col('id')}`,
      within: 'links',
    })),
  },
};
