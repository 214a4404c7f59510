import type { RejectQuoteInput, VerifyQuoteInput } from '../../../contract/schema.types';
import type { Command, Done, Work } from '../../../writing/command';
import { stands } from '../carryOver';
import { type LockedQuote, lockQuote } from './lockQuoted';

/** Confirms that a quote is right: its words stand in the text, and who is said to have said them did. */
export const verifyQuote: Command<VerifyQuoteInput> = async (work, input) => {
  const locked = await lockQuote(work, input);
  if (!stands(locked.quote.anchorState)) {
    const message = `The words of this quote are ${locked.quote.anchorState}: tie it to words that stand in the text first.`;
    work.userErrors.add('INVALID', 'id', message);
  }
  return review(work, locked, 'VERIFIED');
};

/** Says that a quote is wrong. Readers no longer see it. */
export const rejectQuote: Command<RejectQuoteInput> = async (work, input) =>
  review(work, await lockQuote(work, input), 'REJECTED');

async function review(
  { tx, userErrors, viewer }: Work,
  { quote, article }: LockedQuote,
  reviewStatus: 'VERIFIED' | 'REJECTED',
): Promise<Done> {
  userErrors.check();
  await tx.$executeRaw`
    /* review quote */ update quote set revision = revision + 1, review_status = ${reviewStatus}::review_status, reviewed_at = now(), reviewed_by = ${viewer.name}
    where id = ${quote.id}::uuid`;
  const { version } = article;
  return {
    records: { quote: quote.id },
    audit: [{ kind: 'quote', id: quote.id, fromVersion: version, toVersion: version }],
  };
}
