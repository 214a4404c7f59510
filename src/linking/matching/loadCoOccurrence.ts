import { Prisma } from '../../generated/prisma/client';
import type { Work } from '../../writing/command';
import { entityNames } from '../extractedArticle';
import type { KnownEntity } from './known';

/** How many of the newest articles of an entity show its company. */
const companyArticles = 20;

/**
 * By entity, whom its newest articles speak of too.
 * @param among the ids that are asked about; of others nothing is told
 */
export async function loadCoOccurrence(
  tx: Work['tx'],
  entities: readonly KnownEntity[],
  among: ReadonlySet<string>,
): Promise<Map<string, Set<string>>> {
  const coOccurrence = new Map(entities.map(({ id }) => [id, new Set<string>()]));
  for (const kind of Object.values(entityNames)) {
    const ids = entities.filter((one) => one.kind === kind).map(({ id }) => id);
    if (ids.length === 0) continue;
    const column = Prisma.raw(`${kind}_id`);
    const rows = await tx.$queryRaw<{ id: string; others: string[] }[]>`
      /* company of ${Prisma.raw(kind)} */ select e.id::text, array_agg(distinct o.other::text) as others
      from unnest(${ids}::uuid[]) as e (id) cross join lateral (
        select article_id from mention where ${column} = e.id and review_status <> 'REJECTED'
        order by article_listed_at desc, article_created_at desc, article_id desc limit ${companyArticles}) a
      join lateral (
        select coalesce(person_id, organization_id, place_id) as other from mention
        where article_id = a.article_id and review_status <> 'REJECTED') o
      on o.other <> e.id and o.other = any(${[...among]}::uuid[]) group by e.id`;
    for (const { id, others } of rows) coOccurrence.set(id, new Set(others));
  }
  return coOccurrence;
}
