import { Prisma } from '../generated/prisma/client';
import { recordIn } from '../writing/inputIds';
import type { EntityName, EntityRow, Writing } from './kind';

type ParentKind = Exclude<EntityName, 'person'>;

/** The ids of what an entity is a part of, from itself upwards. */
export async function chainOf({ tx }: Pick<Writing, 'tx'>, kind: ParentKind, id: string): Promise<string[]> {
  const table = Prisma.raw(kind);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    /* chain of parents */ with recursive chain as (
      select id, parent_id, 0 as height from ${table} where id = ${id}::uuid
      union all select e.id, e.parent_id, c.height + 1 from ${table} e join chain c on e.id = c.parent_id
    ) cycle id set again using path
    select id::text from chain where not again order by height`;
  return rows.map((row) => row.id);
}

/** The column for the parent that an input names: null for none, undefined where it stays. Notes what is wrong with it. */
export async function parentIn(
  work: Writing,
  kind: ParentKind,
  given: string | null | undefined,
  before: EntityRow | null,
): Promise<string | null | undefined> {
  if (given == null) return given;
  const member = kind === 'place' ? 'within' : 'parent';
  const parent = await recordIn(work, member, given, [kind]);
  if (parent && before && (await chainOf(work, kind, parent.id)).includes(before.id)) {
    const message =
      parent.id === before.id
        ? 'Nothing is a part of itself: name another one, or none.'
        : 'This one is a part of the one that you revise: give that one another parent first, or name another one here.';
    work.userErrors.add('INVALID', member, message, { kind, id: parent.id });
  }
  return parent?.id;
}
