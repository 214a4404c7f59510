import { future } from './articles';
import type { Row } from './columns';
import { makeOrganizations, makePeople, makePlaces, makeSubjects } from './entities';
import type { Random } from './random';

/** Rows that may be changed until they are written. */
export type Rows = Record<string, Row[]>;

/** Where an entity can be named so that readers may see it for that alone: table and column. */
const evidence = {
  person: [
    ['mention', 'person_id'],
    ['quote', 'speaker_person_id'],
    ['image', 'photographer_id'],
    ['image_person', 'person_id'],
    ['role', 'person_id'],
  ],
  organization: [
    ['mention', 'organization_id'],
    ['quote', 'speaker_organization_id'],
    ['article', 'source_id'],
    // A role proves nothing: readers see the title, and no organization.
    ['role', 'organization_id'],
    ['role', 'organization_id'],
    ['role', 'organization_id'],
  ],
  place: [
    ['mention', 'place_id'],
    ['quote', 'said_in_id'],
    ['article', 'located_id'],
    ['image', 'located_id'],
  ],
  subject: [['article_subject', 'subject_id']],
} as const;

const makers = { person: makePeople, organization: makeOrganizations, place: makePlaces, subject: makeSubjects };
type Kind = keyof typeof evidence;

/** How many rows are taken for each kind of evidence: one that readers may see, one that they may not, and any. */
const eachWay = 3;

/**
 * Adds entities that a single row each speaks of, and some that only the ones below them make visible. Among entities that
 * are spoken of everywhere, a forgotten rule of visibility would not show.
 */
export function addLoneEntities(random: Random, rows: Rows): void {
  for (const kind of Object.keys(evidence) as Kind[]) {
    const ways = evidence[kind].flatMap((way) => Array.from({ length: eachWay }, () => way));
    const lone = makers[kind](random, ways.length).map((entity, index) => rename(kind, entity, index));
    ways.forEach(([table, column], index) => {
      const entity = lone[index];
      const open = index % eachWay === 0 ? true : index % eachWay === 1 ? false : null;
      if (entity) pointAt(random, rows, { table, column, open }, entity);
    });
    const above =
      kind === 'organization' || kind === 'place'
        ? lone.flatMap((entity, index) => ancestors(random, kind, entity, index))
        : [];
    rows[kind] = [...above, ...lone, ...(rows[kind] ?? [])];
  }
}

function rename(kind: Kind, entity: Row, index: number): Row {
  const named: Row = kind === 'subject' ? { code: `lone-${index}` } : { slug: `lone-${kind}-${index}` };
  const alone: Row = kind === 'organization' || kind === 'place' ? { parent_id: null } : {};
  return { ...entity, ...named, ...alone, listed: false };
}

interface Way {
  readonly table: string;
  readonly column: string;
  /** Whether readers may see the row; null for any. */
  readonly open: boolean | null;
}

/** Makes one row, and only that, name the entity. */
function pointAt(random: Random, rows: Rows, { table, column, open }: Way, entity: Row): void {
  const all = rows[table] ?? [];
  // What named somebody before goes on naming exactly one.
  const free = all.filter((row) => typeof row[column] === 'string' && !lonely.has(row));
  const fitting = free.filter((row) => open === null || isOpen(rows, table, row) === open);
  if (free.length === 0) throw new Error(`This world has no row of ${table} left with ${column}.`);
  // Few worlds lack one kind; any other will do there.
  const row = random.pick(fitting.length > 0 ? fitting : free);
  const changed = { ...row, [column]: entity.id ?? null };
  lonely.add(changed);
  rows[table] = all.map((other) => (other === row ? changed : other));
}

/** Whether readers may see a row, but for what it names. */
function isOpen(rows: Rows, table: string, row: Row): boolean {
  const image = table === 'image_person' ? rows.image?.find((one) => one.id === row.image_id) : undefined;
  const articleId = table === 'article' ? row.id : (image ?? row).article_id;
  const article = rows.article?.find((one) => one.id === articleId);
  const shown = article ? article.status === 'PUBLISHED' && article.embargoed_until !== future : table === 'role';
  if (table !== 'quote') return shown;
  return shown && row.review_status !== 'REJECTED' && (row.anchor_state === 'ANCHORED' || row.anchor_state === 'MOVED');
}

/** Rows that name an entity of which nothing else speaks. */
const lonely = new WeakSet<Row>();

/** Two places above a place, of which nothing speaks at all. */
function ancestors(random: Random, kind: 'organization' | 'place', entity: Row, index: number): Row[] {
  const [parent, top] = makers[kind](random, 2).map((one, level) => rename(kind, one, 1000 + index * 2 + level));
  if (!parent || !top) return [];
  Object.assign(entity, { parent_id: parent.id });
  return [top, { ...parent, parent_id: top.id ?? null }];
}
