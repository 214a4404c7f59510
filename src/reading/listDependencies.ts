import type { FieldRequest, TypeReading } from './model';
import type { Page } from './paging';
import { sql, type Sql } from './sql';
import { refDependencies } from './refs';
import { knownMark, type Tag, tagMark, type DependencyTracker } from './dependencyTracker';

/** `content`: its own rows; `links`: what leads to it. */
export type Within = 'content' | 'links';

/** What decides about a list. */
interface Deciding {
  readonly within: Within | undefined;
  readonly filter: Readonly<Record<string, unknown>>;
  /** The order's name. */
  readonly orderName: string;
}

/**
 * Notes what a list depends on, beyond the records that it shows: which rows there are, and which come first.
 * @returns for the listing: tags that only the database can tell, and the tag of rows beyond the page
 */
export function listDependencies(
  request: FieldRequest,
  reading: TypeReading,
  { within, filter, orderName }: Deciding,
): { marks?: readonly Sql[]; beyondPage?: Tag } {
  const { tracker } = request.compiler;
  if (!tracker) return {};
  const given = Object.entries(filter).filter(([, value]) => value !== null && value !== undefined);
  const marks = given.flatMap(([name, value]) => filterMarks(tracker, reading, name, value));
  if (within === 'links') request.row.dependsOnLinks = true;
  if (!within && marks.length === 0) tracker.tags.add(reading.listTag!);
  const hasNames = reading.orders?.NAME !== undefined;
  // The record that a list hangs on knows only which others there are, not their names.
  if (within && hasNames && given.length > 0) tracker.tags.add(reading.listTag!);
  return { marks, ...(within === 'content' && orderName === 'NAME' && { beyondPage: `${reading.listTag}/names` }) };
}

/** Notes what a filter makes a list depend on. @returns what only the database can tell: the records that the list was narrowed to */
function filterMarks(tracker: DependencyTracker, reading: TypeReading, name: string, value: unknown): Sql[] {
  const { tags = [], links = [] } = reading.filterDependencies?.[name] ?? {};
  for (const tag of tags) tracker.tags.add(tag);
  return links.flatMap((kind) =>
    refDependencies(kind, value, name).map(({ uuid, means, listed }) => {
      tracker.argumentTags.push(means);
      if (listed !== undefined) tracker.tags.add(listed);
      return tagMark(sql`'${kind}_' || ${uuid}::text || '/links'`);
    }),
  );
}

/** The tag of rows beyond the page, where there may be such: rows that are not shown decide which are, unless all of them are. */
export function pageMark({ beyondPage, page }: { readonly beyondPage?: Tag; readonly page: Page }): Sql[] {
  if (beyondPage === undefined) return [];
  const isCut = page.after === null && page.before === null ? `count(*) >= ${page.size}` : 'true';
  return [sql`case when ${isCut} then ${knownMark([beyondPage])} else '' end`];
}
