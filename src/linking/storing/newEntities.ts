import { freeSlugs } from '../../entities/freeSlugs';
import type { EntityName } from '../../entities/kind';
import { wantedSlug } from '../../entities/reserve';
import type { Work } from '../../writing/command';
import { entityNames, oneLine } from '../extractedArticle';
import { type NewEntity, placeKindOf } from '../matching/matchBatch';
import { insertRows } from '../../records/insertRows';

/** How long a title may be, in code points; what is longer is no title. */
const longestTitle = 300;

/**
 * Stores the people, organizations and places that a batch brings: unreviewed, not listed, so that readers learn of them
 * through articles that they may see, and no others. A person's titles rest on the article that prints them.
 */
export async function insertEntities(tx: Work['tx'], added: readonly NewEntity[]): Promise<void> {
  for (const kind of Object.values(entityNames)) {
    const those = added.filter(({ found }) => entityNames[found.kind] === kind);
    if (those.length > 0) await insert(tx, kind, those);
  }
  const roles = added.flatMap(({ id, found, articleId }) =>
    titlesOf(found.titles).map((title) => ({ person_id: id, title, article_id: articleId })),
  );
  await insertRows(tx, 'role', roles);
}

async function insert(tx: Work['tx'], kind: EntityName, added: readonly NewEntity[]): Promise<void> {
  const wanted = added.map(({ name }) => wantedSlug(kind, name));
  const slugs = await freeSlugs(tx, kind, wanted);
  const rows = added.map(({ id, name, aliases, found }, i) => ({
    ...{ id, name, aliases, slug: slugs[i], review_status: 'UNREVIEWED' },
    ...(found.kind === 'PLACE' && { kind: placeKindOf(found), country_code: found.place?.countryCode ?? null }),
  }));
  await insertRows(tx, kind, rows);
}

function titlesOf(titles: readonly string[]): string[] {
  const all = titles.map(oneLine).filter((title) => title !== '' && [...title].length <= longestTitle);
  return [...new Set(all)];
}
