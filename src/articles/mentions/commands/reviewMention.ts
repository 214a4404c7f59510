import type { RejectMentionInput, VerifyMentionInput } from '../../../contract/schema.types';
import { lockQuotedArticle } from '../../quotes/commands/lockQuoted';
import type { Command, Done, Work } from '../../../writing/command';
import { idIn } from '../../../writing/inputIds';
import { checkRevision } from '../../../writing/revision';

type Input = VerifyMentionInput & RejectMentionInput;

/** Confirms that the words of a mention name its entity. */
export const verifyMention: Command<VerifyMentionInput> = (work, input) => review(work, input, 'VERIFIED');

/** Says that the article does not speak of the entity. Readers no longer see the mention, and it relates nothing any more. */
export const rejectMention: Command<RejectMentionInput> = (work, input) => review(work, input, 'REJECTED');

/** The article is locked first, as by everything that changes it. */
async function review(work: Work, input: Input, reviewStatus: 'VERIFIED' | 'REJECTED'): Promise<Done> {
  const { tx, userErrors, viewer } = work;
  const named = idIn(userErrors, 'id', input.id, ['mention']);
  userErrors.check();
  const found = await tx.mention.findUnique({ where: { id: named!.id }, select: { articleId: true } });
  if (!found) return userErrors.stop('NOT_FOUND', 'id', 'There is no mention with this id: look it up again.');
  const { version } = await lockQuotedArticle(work, 'id', found.articleId, input.expectedVersion);
  const [stored] = await tx.$queryRaw<{ revision: number }[]>`
    /* lock mention */ select revision from mention where id = ${named!.id}::uuid for update`;
  if (!stored)
    return userErrors.stop('NOT_FOUND', 'id', 'This mention went in the same moment: look at the article again.');
  checkRevision(userErrors, input.expectedRevision, stored.revision, { kind: 'mention', id: named!.id });
  await tx.$executeRaw`
    /* review mention */ update mention set revision = revision + 1, review_status = ${reviewStatus}::review_status, reviewed_at = now(), reviewed_by = ${viewer.name}
    where id = ${named!.id}::uuid`;
  return {
    records: { mention: named!.id },
    audit: [{ kind: 'mention', id: named!.id, fromVersion: version, toVersion: version }],
  };
}
