import { nameOrders } from '../names';
import { entityFields, entityFilters } from '../read';
import { publicByTree } from '../treeVisibility';
import { roleIsPublic } from '../people/read';
import { mentioningArticles } from '../../articles/mentions/visibility';
import { quotingArticles } from '../../articles/quotes/visibility';
import { connection } from '../../reading/connection';
import { text } from '../../reading/fields';
import type { TypeReading } from '../../reading/model';
import { one } from '../../reading/relations';
import { sql } from '../../reading/sql';

/** An organization is public when listed or proven by something public, or when a part of it is. */
const organizationIsPublic = publicByTree('organization', (id) => [
  mentioningArticles(sql`vm.organization_id = ${id}`),
  quotingArticles(sql`vq.speaker_organization_id = ${id}`),
  sql`select vs.id as article_id from article vs where vs.source_id = ${id}`,
]);

/** How organizations are read. */
export const organization: TypeReading = {
  table: 'organization',
  idPrefix: 'organization',
  recordTag: { kind: 'organization', id: 'id' },
  listTag: 'organizations',
  visibilityTag: { tag: 'organizations/vanishing' },
  visible: { throughParent: organizationIsPublic },
  orders: nameOrders,
  filters: entityFilters('organization_id'),
  fields: {
    ...entityFields('organization', 'organization_id'),
    organizationKind: text('kind'),
    parts: connection('Organization', 'NAME', (to, from) => ({ on: sql`${to.col('parent_id')} = ${from.col('id')}` })),
    parent: one('Organization', (to, from) => ({
      on: sql`${to.col('id')} = ${from.col('parent_id')}`,
      inherited: 'throughParent',
    })),
    people: connection('Person', 'NAME', (to, from, { compiler }) => ({
      on: sql`exists (select 1 from role r where r.organization_id = ${from.col('id')} and r.person_id = ${to.col('id')}
        and ${compiler.audience === 'EDITOR' ? 'true' : roleIsPublic('r')})`,
    })),
    quotes: connection('Quote', 'NEWEST', (to, from) => ({
      on: sql`${to.col('speaker_organization_id')} = ${from.col('id')}`,
      within: 'links',
    })),
    providedArticles: connection('Article', 'NEWEST', (to, from) => ({
      on: sql`${to.col('source_id')} = ${from.col('id')}`,
      within: 'links',
    })),
  },
};
