import { nameOrders } from '../names';
import { entityFields, entityFilters } from '../read';
import { publicByTree } from '../treeVisibility';
import { mentioningArticles } from '../../articles/mentions/visibility';
import { quotingArticles } from '../../articles/quotes/visibility';
import { connection } from '../../reading/connection';
import { enumeration, plain, text } from '../../reading/fields';
import type { TypeReading } from '../../reading/model';
import { one } from '../../reading/relations';
import { sql } from '../../reading/sql';
import { bindMany } from '../../reading/values';

/** A place is public when listed or proven by something public, or when a place in it is. */
const placeIsPublic = publicByTree('place', (id) => [
  mentioningArticles(sql`vm.place_id = ${id}`),
  sql`select vl.id as article_id from article vl where vl.located_id = ${id}`,
  quotingArticles(sql`vq.said_in_id = ${id}`),
  sql`select vi.article_id from image vi where vi.located_id = ${id}`,
]);

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
