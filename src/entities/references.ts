import type { EntityName } from './kind';

/** A column that names an entity: in the rows of which table, and which. */
export interface Reference {
  readonly table: string;
  readonly column: string;
}

/** The columns that simply go along when an entity is merged. */
export const plainReferences: Readonly<Record<EntityName, readonly Reference[]>> = {
  person: [
    { table: 'quote', column: 'speaker_person_id' },
    { table: 'image', column: 'photographer_id' },
    { table: 'external_id', column: 'person_id' },
  ],
  organization: [
    { table: 'quote', column: 'speaker_organization_id' },
    { table: 'article', column: 'source_id' },
    { table: 'external_id', column: 'organization_id' },
    { table: 'organization', column: 'parent_id' },
  ],
  place: [
    { table: 'quote', column: 'said_in_id' },
    { table: 'article', column: 'located_id' },
    { table: 'image', column: 'located_id' },
    { table: 'external_id', column: 'place_id' },
    { table: 'place', column: 'parent_id' },
  ],
};

/** The columns that may name the survivor beside the one that goes, in rows that only one of the two can have. */
export const sharedReferences: Readonly<Record<EntityName, readonly Reference[]>> = {
  person: [
    { table: 'mention', column: 'person_id' },
    { table: 'image_person', column: 'person_id' },
    { table: 'role', column: 'person_id' },
  ],
  organization: [
    { table: 'mention', column: 'organization_id' },
    { table: 'role', column: 'organization_id' },
  ],
  place: [{ table: 'mention', column: 'place_id' }],
};

/** The query for the ids of the articles whose rows name an entity `$1`. Names of tables and columns only: no caller's words. */
export function articlesNaming(kind: EntityName): string {
  const named = [...plainReferences[kind], ...sharedReferences[kind]].flatMap(({ table, column }) => {
    if (table === 'article') return `select id from article where ${column} = $1::uuid`;
    if (['mention', 'quote', 'image'].includes(table))
      return `select article_id from ${table} where ${column} = $1::uuid`;
    if (table === 'image_person')
      return 'select i.article_id from image_person p join image i on i.id = p.image_id where p.person_id = $1::uuid';
    return [];
  });
  return named.join(' union ');
}
