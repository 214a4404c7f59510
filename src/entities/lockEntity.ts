import { Prisma } from '../generated/prisma/client';
import { idIn } from '../writing/inputIds';
import type { EntityName, EntityRow, Writing } from './kind';

/** The record that answers for an id: the survivor of one that was merged, else itself. */
export async function survivorOf({ tx }: Pick<Writing, 'tx'>, kind: EntityName, id: string): Promise<string> {
  const merged = await tx.mergedRecord.findUnique({ where: { id, kind }, select: { survivorId: true } });
  return merged?.survivorId ?? id;
}

/** The stored entities of these ids, which nobody else can change before the transaction ends, in the order of their ids. */
export async function lockEntities(
  { tx }: Pick<Writing, 'tx'>,
  kind: EntityName,
  ids: readonly string[],
): Promise<EntityRow[]> {
  const rows = await tx.$queryRaw<{ row: EntityRow }[]>`
    /* lock entities */ select to_jsonb(e) as row from ${Prisma.raw(kind)} e where id = any(${ids}::uuid[]) order by id for update`;
  return rows.map(({ row }) => row);
}

/**
 * The entity that an input names, which nobody else can change before the transaction ends.
 * @throws UserErrorException where there is none
 */
export async function lockEntity(work: Writing, kind: EntityName, given: string): Promise<EntityRow> {
  const { userErrors } = work;
  const named = idIn(userErrors, 'id', given, [kind]);
  userErrors.check();
  for (let id = ''; ;) {
    const survivor = await survivorOf(work, kind, named!.id);
    // The same one again: it was not merged while we waited for it; it is not there.
    if (survivor === id)
      return userErrors.stop('NOT_FOUND', 'id', `There is no ${kind} with this id: look it up again.`);
    id = survivor;
    const [row] = await lockEntities(work, kind, [id]);
    if (row) return row;
  }
}
