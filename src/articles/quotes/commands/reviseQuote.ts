import type { ReviseQuoteInput } from '../../../contract/schema.types';
import type { Command, Work } from '../../../writing/command';
import { recordIn } from '../../../writing/inputIds';
import { nextRevision } from '../../../writing/revision';
import { findSpans, spanAt } from '../findSpans';
import type { Span } from '../../../text/spans';
import { type LockedQuote, lockQuote } from './lockQuoted';
import { byHand } from './attribution';
import { checkDuplicate, renumberQuotes, textOf, writeSpans } from './quoteRows';

/** Ties a quote to other words of its article, or corrects what is known of it. */
export const reviseQuote: Command<ReviseQuoteInput> = async (work, input) => {
  const { tx, userErrors } = work;
  const locked = await lockQuote(work, input);
  const { quote, article } = locked;
  const named = input.words != null || input.spans != null;
  const spans = named ? findSpans(userErrors, [], article.body, input) : null;
  if (spans) await checkDuplicate(work, article, spans, quote.id);
  const cue = cueOf(work, input, locked, named);
  const saidIn = input.saidIn == null ? null : await recordIn(work, 'saidIn', input.saidIn, ['place']);
  userErrors.check();

  if (spans) await writeSpans(tx, quote.id, article, spans);
  await tx.quote.update({
    where: { id: quote.id },
    data: {
      ...factsOf(input, saidIn?.id ?? null),
      ...cueColumns(cue),
      ...(spans && tiedTo(spans, article.version)),
      ...byHand,
      ...nextRevision,
    },
    select: { id: true },
  });
  if (spans) await renumberQuotes(tx, article);
  const { version } = article;
  return {
    records: { quote: quote.id },
    audit: [{ kind: 'quote', id: quote.id, fromVersion: version, toVersion: version }],
  };
};

/** What is known of a quote beside its words; what is left out stays. */
function factsOf({ kind, saidOn, saidIn }: ReviseQuoteInput, saidInId: string | null) {
  return {
    ...(kind != null && { kind }),
    ...(saidOn !== undefined && { saidOn: saidOn === null ? null : new Date(saidOn) }),
    ...(saidIn !== undefined && { saidInId }),
  };
}

function cueColumns(cue: Span | null | undefined) {
  if (cue === undefined) return {};
  return { cueText: cue?.text ?? null, cueStart: cue?.start ?? null, cueEnd: cue?.end ?? null };
}

/** Other words are another finding, and nobody has looked at it yet. */
function tiedTo(spans: readonly Span[], version: number) {
  return {
    text: textOf(spans),
    version,
    anchorState: 'ANCHORED',
    reviewStatus: 'UNREVIEWED',
    reviewedAt: null,
    reviewedBy: null,
  } as const;
}

/** The cue after the change; undefined where it stays. It belongs to the same version as the words. */
function cueOf(
  { userErrors }: Pick<Work, 'userErrors'>,
  input: ReviseQuoteInput,
  { quote, article }: LockedQuote,
  tiesAnew: boolean,
): Span | null | undefined {
  const isCurrent = quote.version === article.version;
  if (input.cue === null) return null;
  if (input.cue === undefined) return isCurrent || !tiesAnew ? undefined : null;
  if (isCurrent || tiesAnew) return spanAt(userErrors, ['cue'], article.body, input.cue);
  userErrors.add('INVALID', 'cue', 'The words of this quote no longer stand in the text: give them too.');
  return undefined;
}
