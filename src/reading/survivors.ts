import { type Param, sql, type Sql } from './sql';

/** The kinds of records that can be merged: the prefixes of their global ids, which are their tables' names too. */
const mergeable = ['person', 'organization', 'place'];

/**
 * The uuid of the record that answers for an id: for one that was merged, its survivor's. For records that are looked up: it
 * serves a unique index as the id would, and costs one look into an index.
 */
export function survivorOf(prefix: string, id: Sql | Param): Sql {
  if (!mergeable.includes(prefix)) return sql`${id}`;
  return sql`coalesce((select m.survivor_id from merged_record m where m.id = ${id}), ${id})`;
}

/** The same for the filters of lists, where the planner has to know who it is: much is said of some, and little of most. */
export function knownSurvivorOf(id: Param): Sql {
  return sql`survivor(${id})`;
}

/** The slug that a record has now, of one that it or a record merged into it has or had. */
export function currentSlug(prefix: string, slug: Param): Sql {
  return sql`coalesce((select s.slug from former_slug f join ${prefix} s on s.id = f.record_id
    where f.kind = '${prefix}' and f.slug = ${slug}), ${slug})`;
}
