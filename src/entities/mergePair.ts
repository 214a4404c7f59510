import { idIn } from '../writing/inputIds';
import type { EntityName, EntityRow, Writing } from './kind';
import { checkRevision } from '../writing/revision';
import { lockEntities, survivorOf } from './lockEntity';
import { articlesNaming } from './references';

/** Which two are to be one, and the revision of the one that stays that the editor looked at. */
export interface MergeInput {
  readonly from: string;
  readonly into: string;
  readonly expectedRevision: number;
}

/** The one that goes and the one that stays, as they were. */
export interface Pair {
  readonly from: EntityRow;
  readonly into: EntityRow;
}

/**
 * The two that are to be merged. Nobody else can change them, or the articles that name the one that goes, before the
 * transaction ends. Articles are locked first, as everywhere; once the two are locked too, no other article can come to name
 * them, so the second look takes what came in between.
 * @throws UserErrorException where there are no two
 */
export async function lockPair(work: Writing, kind: EntityName, given: MergeInput): Promise<Pair> {
  const { userErrors } = work;
  const goes = idIn(userErrors, 'from', given.from, [kind]);
  const stays = idIn(userErrors, 'into', given.into, [kind]);
  userErrors.check();
  const from = goes!.id;
  for (let tried = ''; ;) {
    const into = await survivorOf(work, kind, stays!.id);
    if (into === from) {
      const message = `These are one ${kind} already: name two different ones.`;
      return userErrors.stop('INVALID', 'into', message, { kind, id: into });
    }
    if (into === tried)
      return userErrors.stop('NOT_FOUND', 'into', `There is no ${kind} with this id: look it up again.`);
    tried = into;
    await lockArticlesNaming(work, kind, from);
    const rows = await lockEntities(work, kind, [from, into]);
    const pair = { from: rows.find(({ id }) => id === from), into: rows.find(({ id }) => id === into) };
    if (!pair.from) return refuseGone(work, kind, from);
    if (!pair.into) continue; // it was merged while we waited for it: its survivor stands for it
    checkRevision(userErrors, given.expectedRevision, pair.into.revision, { kind, id: into });
    await lockArticlesNaming(work, kind, from);
    return { from: pair.from, into: pair.into };
  }
}

async function lockArticlesNaming({ tx }: Writing, kind: EntityName, id: string): Promise<void> {
  const naming = articlesNaming(kind);
  await tx.$executeRawUnsafe(
    `/* lock articles naming */ select id from article where id in (${naming}) order by id for update`,
    id,
  );
}

async function refuseGone(work: Writing, kind: EntityName, from: string): Promise<never> {
  const survivor = await survivorOf(work, kind, from);
  if (survivor === from)
    return work.userErrors.stop('NOT_FOUND', 'from', `There is no ${kind} with this id: look it up again.`);
  const message = `This ${kind} was merged into another one already: there is nothing left of it to merge.`;
  return work.userErrors.stop('INVALID', 'from', message, { kind, id: survivor });
}
