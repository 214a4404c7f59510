import { Prisma } from '../generated/prisma/client';
import { parseId } from '../reading/ids';
import type { Work } from './command';
import type { UserErrors } from './userErrors';

/** The kinds of records that inputs name by id: the prefixes of their global ids, which are their tables' names too. */
export type RecordKind = 'article' | 'quote' | 'mention' | 'subject' | 'person' | 'organization' | 'place';

/** A record that an input names: the prefix of its global id, and its uuid. */
export interface NamedRecord {
  readonly kind: RecordKind;
  readonly id: string;
}

type Path = string | readonly string[];

/** What a global id names; null, and a mistake noted, where it is no id of one of the wanted kinds. */
export function idIn(
  userErrors: UserErrors,
  path: Path,
  id: string,
  wanted: readonly RecordKind[],
): NamedRecord | null {
  const parsed = parseId(id);
  const kind = wanted.find((one) => one === parsed?.prefix);
  if (parsed && kind) return { kind, id: parsed.uuid };
  const kinds = wanted.map((one) => `${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}`).join(' or ');
  userErrors.add('INVALID', path, `This is not the id of ${kinds}: give it as the API gave it.`);
  return null;
}

/**
 * The record that a global id names. It can't be removed before the transaction ends; one that was merged into another is
 * answered with that one. Null, and a mistake noted, where there is none.
 */
export async function recordIn(
  { tx, userErrors }: Pick<Work, 'tx' | 'userErrors'>,
  path: Path,
  id: string,
  wanted: readonly RecordKind[],
): Promise<NamedRecord | null> {
  const named = idIn(userErrors, path, id, wanted);
  if (!named) return null;
  // Twice: one that is being merged is waited for, is gone then, and has a survivor on the second look.
  const found = (await hold(tx, named)) ?? (await hold(tx, named));
  if (found) return { kind: named.kind, id: found.id };
  userErrors.add('NOT_FOUND', path, `There is no ${named.kind} with this id: look it up again.`);
  return null;
}

async function hold(tx: Work['tx'], { kind, id }: NamedRecord): Promise<{ readonly id: string } | undefined> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    /* find record */ select id::text from ${Prisma.raw(kind)}
    where id = coalesce((select survivor_id from merged_record where id = ${id}::uuid and kind = ${kind}), ${id}::uuid)
    for key share`;
  return found;
}
