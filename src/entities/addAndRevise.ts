import { newId } from '../data/newId';
import type { Command, Done } from '../writing/command';
import { checkSlug, freeSlug, keepFormerSlug, slugIn } from './addresses';
import { areCataloguedApart, checkNamesakes } from './duplicates';
import { checkExternalIds, externalIdsIn, externalIdsOf, writeExternalIds } from './externalIds';
import { type GivenNames, namesIn, withoutDoubles } from './givenNames';
import type { EntityKind, EntityName, EntityRow, ExternalId, GivenEntity, Own, SharedColumns, Writing } from './kind';
import { checkRevision } from '../writing/revision';
import { lockEntity } from './lockEntity';
import { reserve, wantedSlug } from './reserve';

/** What an input says of what all kinds have, by its form alone. Undefined for what it leaves as it is. */
interface Form {
  readonly names: GivenNames;
  readonly slug: string | undefined;
  readonly externalIds: readonly ExternalId[] | undefined;
}

/** Adds one of the kind. What an editor knows is public: it is listed, whatever articles speak of it. */
export function adding<Given extends GivenEntity, Columns extends object>(
  kind: EntityKind<Given, Columns>,
): Command<Given> {
  return async (work, given) => {
    const form = await takeHold(work, kind, given, true);
    const own = await kind.ownIn(work, given, null);
    await checkAgainstOthers(work, kind, form, own.columns, null);
    work.userErrors.check();
    const id = newId();
    const slug = form.slug ?? (await freeSlug(work, kind.name, wantedSlug(kind.name, form.names.name!)));
    await kind.insert(work.tx, { id, listed: true, slug, ...columnsAfter(form.names, null), ...own.columns });
    await writeRows(work, kind.name, id, form, own);
    return doneWith(kind.name, id);
  };
}

/** Changes what is known of one of the kind, and so confirms it. What the input leaves out stays. */
export function revising<
  Given extends GivenEntity & { readonly id: string; readonly expectedRevision: number },
  Columns extends object,
>(kind: EntityKind<Given, Columns>): Command<Given> {
  return async (work, given) => {
    const form = await takeHold(work, kind, given, false);
    const before = await lockEntity(work, kind.name, given.id);
    checkRevision(work.userErrors, given.expectedRevision, before.revision, { kind: kind.name, id: before.id });
    const own = await kind.ownIn(work, given, before);
    await checkAgainstOthers(work, kind, form, own.columns, before);
    work.userErrors.check();
    const { id } = before;
    const slug = form.slug ?? before.slug;
    await keepFormerSlug(work, kind.name, { id, from: before.slug, to: slug });
    await kind.update(work.tx, id, {
      revision: before.revision + 1,
      slug,
      ...columnsAfter(form.names, before),
      ...own.columns,
    });
    await writeRows(work, kind.name, id, form, own);
    return doneWith(kind.name, id);
  };
}

/** Looks through what all kinds have, and makes others who want the same wait. */
async function takeHold(
  work: Writing,
  kind: { readonly name: EntityName; readonly hasParents: boolean },
  given: GivenEntity,
  isNew: boolean,
): Promise<Form> {
  const names = namesIn(work.userErrors, given);
  const slug = slugIn(work.userErrors, given.slug, isNew);
  const externalIds = externalIdsIn(work.userErrors, given.externalIds);
  const wanted = slug ?? (isNew ? wantedSlug(kind.name, names.name ?? '') : undefined);
  await reserve(work, kind.name, {
    slugs: wanted === undefined ? [] : [wanted],
    names: names.all.map(({ text }) => text),
    externalIds: externalIds ?? [],
    tree: kind.hasParents && ('parent' in given || 'within' in given),
  });
  return { names, slug, externalIds };
}

/** Notes each other record that has what this one is to have alone. */
async function checkAgainstOthers<Given extends GivenEntity, Columns extends object>(
  work: Writing,
  kind: EntityKind<Given, Columns>,
  { names, slug, externalIds }: Form,
  columns: Columns,
  before: EntityRow | null,
): Promise<void> {
  const self = before?.id ?? null;
  if (slug !== undefined) await checkSlug(work, kind.name, slug, self);
  if (externalIds) await checkExternalIds(work, externalIds, self);
  const had = new Set(before ? [before.name, ...before.aliases] : []);
  const fresh = names.all.filter(({ text }) => !had.has(text));
  if (fresh.length === 0) return;
  const known = externalIds ?? (before ? await externalIdsOf(work, kind.name, before.id) : []);
  const isAnother = slug !== undefined ? () => true : kind.differs;
  await checkNamesakes(
    work,
    kind.name,
    fresh,
    self,
    (other) => isAnother(columns, before, other.row) || areCataloguedApart(known, other.externalIds),
  );
}

function columnsAfter(given: GivenNames, before: EntityRow | null): Omit<SharedColumns, 'slug'> {
  const name = given.name ?? before!.name;
  const aliases = withoutDoubles(given.aliases ?? before?.aliases ?? [], name);
  return { name, aliases, reviewStatus: 'VERIFIED' };
}

async function writeRows(
  work: Writing,
  kind: EntityName,
  id: string,
  { externalIds }: Form,
  own: Own<object>,
): Promise<void> {
  if (externalIds) await writeExternalIds(work, kind, id, externalIds);
  await own.writeRows?.(id);
}

function doneWith(kind: EntityName, id: string): Done {
  return { records: { [kind]: id }, audit: [{ kind, id }] };
}
