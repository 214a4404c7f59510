import { Prisma } from '../generated/prisma/client';
import { mergeRoles } from './people/mergeRoles';
import type { Command } from '../writing/command';
import type { EntityName, Writing } from './kind';
import { mergedColumns, mergedParent } from './mergeColumns';
import { mergeMentions } from './mergeMentions';
import { lockPair, type MergeInput, type Pair } from './mergePair';
import { chainOf } from './parents';
import { plainReferences } from './references';
import { reserveTree } from './reserve';

/**
 * Makes one of two entities: everything that names the one that goes names the survivor then, and its id and slug answer with
 * the survivor.
 */
export function merging(kind: EntityName): Command<MergeInput> {
  return async (work, given) => {
    if (kind !== 'person') await reserveTree(work, kind);
    const pair = await lockPair(work, kind, given);
    const parent = kind === 'person' ? undefined : await parentAfter(work, kind, pair);
    await writeSurvivor(work, kind, pair, parent); // first, or it could become its own part
    await mergeMentions(work, kind, pair);
    await moveRows(work, kind, pair);
    if (kind !== 'place') await mergeRoles(work.tx, `${kind}_id`, { from: pair.from.id, into: pair.into.id });
    await moveAddresses(work, kind, pair);
    const { from, into } = pair;
    await work.tx.$executeRaw`/* drop merged */ delete from ${Prisma.raw(kind)} where id = ${from.id}::uuid`;
    return {
      records: { [kind]: into.id },
      audit: [
        { kind, id: from.id },
        { kind, id: into.id },
      ],
    };
  };
}

async function parentAfter(
  work: Writing,
  kind: Exclude<EntityName, 'person'>,
  pair: Pair,
): Promise<string | null | undefined> {
  return mergedParent(pair, await chainOf(work, kind, pair.into.id), await chainOf(work, kind, pair.from.id));
}

async function moveRows({ tx }: Writing, kind: EntityName, { from, into }: Pair): Promise<void> {
  for (const { table, column } of plainReferences[kind]) {
    await tx.$executeRaw`
      /* move rows */ update ${Prisma.raw(table)} set ${Prisma.raw(column)} = ${into.id}::uuid
      where ${Prisma.raw(column)} = ${from.id}::uuid`;
  }
  if (kind !== 'person') return;
  await tx.$executeRaw`
    /* show in pictures */ insert into image_person (image_id, person_id)
    select image_id, ${into.id}::uuid from image_person where person_id = ${from.id}::uuid on conflict do nothing`;
  await tx.imagePerson.deleteMany({ where: { personId: from.id } });
}

/** The id and the slugs of the one that goes answer with the survivor, and so does all that answered with it until now. */
async function moveAddresses({ tx }: Writing, kind: EntityName, { from, into }: Pair): Promise<void> {
  await tx.mergedRecord.updateMany({ where: { survivorId: from.id }, data: { survivorId: into.id } });
  await tx.mergedRecord.createMany({ data: { id: from.id, kind, survivorId: into.id } });
  await tx.formerSlug.updateMany({ where: { recordId: from.id }, data: { recordId: into.id } });
  await tx.formerSlug.createMany({ data: { kind, slug: from.slug, recordId: into.id } });
}

async function writeSurvivor(
  { tx }: Writing,
  kind: EntityName,
  pair: Pair,
  parent: string | null | undefined,
): Promise<void> {
  const table = Prisma.raw(kind);
  const columns = {
    ...mergedColumns(pair),
    revision: pair.into.revision + 1,
    ...(parent !== undefined && { parent_id: parent }),
  };
  const names = Prisma.raw(Object.keys(columns).join(', '));
  await tx.$executeRaw`
    /* write survivor */ update ${table} set (${names}) = (
      select ${names} from jsonb_populate_record(null::${table}, ${JSON.stringify(columns)}::jsonb))
    where id = ${pair.into.id}::uuid`;
}
