import type { QuoteDecisionInput } from '../../contract/schema.types';
import { idIn } from '../../writing/inputIds';
import type { Span } from '../../text/spans';
import type { UserErrors } from '../../writing/userErrors';
import { type CarryOver, type CarryOverResult, stands } from './carryOver';
import { findSpans } from './findSpans';
import type { StoredQuote } from './storedQuotes';

/** What editors decide in one call, by the quotes' ids; a decision that can't be followed is there too. */
export type Decided = ReadonlyMap<string, CarryOverResult | null>;

/** Follows the decisions of one call. Notes every one that can't be followed. */
export function decide(
  userErrors: UserErrors,
  carryOver: CarryOver,
  quotes: readonly StoredQuote[],
  decisions: readonly QuoteDecisionInput[],
): Decided {
  const decided = new Map<string, CarryOverResult | null>();
  for (const [i, decision] of decisions.entries()) {
    const path = ['quotes', String(i)];
    const named = idIn(userErrors, [...path, 'quote'], decision.quote, ['quote']);
    if (!named) continue;
    const quote = quotes.find(({ id }) => id === named.id);
    if (!quote) {
      userErrors.add('NOT_FOUND', [...path, 'quote'], 'The article has no quote with this id: look it up again.');
    } else if (decided.has(quote.id)) {
      userErrors.add('INVALID', [...path, 'quote'], 'This quote is decided about twice: decide once.', recordOf(quote));
    } else {
      decided.set(quote.id, follow(userErrors, path, carryOver, quote, decision));
    }
  }
  return decided;
}

function follow(
  userErrors: UserErrors,
  path: readonly string[],
  carryOver: CarryOver,
  quote: StoredQuote,
  { decision, words, spans }: QuoteDecisionInput,
): CarryOverResult | null {
  if (decision === 'REVISE') {
    const found = findSpans(userErrors, path, carryOver.target.body, { words, spans });
    return found && carryOver.reviseTo(quote, found);
  }
  if (words != null || spans != null) {
    userErrors.add('INVALID', path, `${decision} takes neither words nor offsets: leave them out, or choose REVISE.`);
    return null;
  }
  if (decision === 'REJECT') return { ...carryOver.fateOf(quote), review: 'REJECTED' };
  const { state } = carryOver.fateOf(quote);
  const proposal = state === 'ALTERED' && quote.reviewStatus !== 'REJECTED' ? carryOver.proposalFor(quote) : null;
  if (proposal) return carryOver.reviseTo(quote, proposal);
  userErrors.add('INVALID', [...path, 'decision'], whyNotConfirmed(state), recordOf(quote));
  return null;
}

function whyNotConfirmed(state: CarryOverResult['state']): string {
  if (stands(state)) return 'The words of this quote stand as they did: there is nothing to confirm.';
  return 'It is not certain which words stand where this quote stood: choose REVISE and give them, or REJECT.';
}

/**
 * Notes every direct quote whose words readers would no longer find, and about which nobody decided. The message tells what
 * stands in its place, where that is certain.
 */
export function checkUndecided(
  userErrors: UserErrors,
  carryOver: CarryOver,
  fates: readonly CarryOverResult[],
  decided: Decided,
): void {
  for (const { quote, state } of fates) {
    const counts = quote.kind !== 'INDIRECT' && quote.reviewStatus !== 'REJECTED';
    if (!counts || stands(state) || decided.has(quote.id)) continue;
    const proposal = state === 'ALTERED' ? carryOver.proposalFor(quote) : null;
    const details = { candidates: proposal ?? [] };
    userErrors.add('QUOTES_UNDECIDED', 'quotes', whatToDecide(quote, proposal), recordOf(quote), details);
  }
}

function whatToDecide(quote: StoredQuote, proposal: readonly Span[] | null): string {
  const told = `The quote “${quote.text}” no longer stands in the text`;
  if (!proposal) return `${told}: decide in "quotes" to REVISE it, giving its words, or to REJECT it.`;
  const words = proposal.map(({ text }) => text).join(' ');
  return `${told}; in its place stands “${words}”: decide in "quotes" to CONFIRM that, to REVISE it, or to REJECT it.`;
}

function recordOf({ id }: StoredQuote) {
  return { kind: 'quote', id };
}
