import type { RecordQuoteInput } from '../../../contract/schema.types';
import type { Command } from '../../../writing/command';
import { idIn, recordIn } from '../../../writing/inputIds';
import { findSpans, spanAt } from '../findSpans';
import { attributionOf, dayOf } from './attribution';
import { lockQuotedArticle } from './lockQuoted';
import { checkDuplicate, renumberQuotes, textOf, writeSpans } from './quoteRows';

/** Records a quote by the exact words of an article, or by their offsets. */
export const recordQuote: Command<RecordQuoteInput> = async (work, input) => {
  const { tx, userErrors } = work;
  const named = idIn(userErrors, 'article', input.article, ['article']);
  userErrors.check();
  const article = await lockQuotedArticle(work, 'article', named!.id, input.expectedVersion);
  const spans = findSpans(userErrors, [], article.body, input);
  if (spans) await checkDuplicate(work, article, spans);
  const cue = input.cue ? spanAt(userErrors, ['cue'], article.body, input.cue) : null;
  const saidIn = input.saidIn == null ? null : await recordIn(work, 'saidIn', input.saidIn, ['place']);
  const attribution = await attributionOf(work, input, article, dayOf(input.saidOn, article));
  userErrors.check();

  const quote = await tx.quote.create({
    data: {
      articleId: article.id,
      version: article.version,
      text: textOf(spans!),
      kind: input.kind,
      position: (await tx.quote.count({ where: { articleId: article.id } })) + 1,
      cueText: cue?.text ?? null,
      cueStart: cue?.start ?? null,
      cueEnd: cue?.end ?? null,
      saidOn: input.saidOn == null ? null : new Date(input.saidOn),
      saidInId: saidIn?.id ?? null,
      ...attribution,
    },
    select: { id: true },
  });
  await writeSpans(tx, quote.id, article, spans!);
  await renumberQuotes(tx, article);
  const { version } = article;
  return {
    records: { quote: quote.id },
    audit: [{ kind: 'quote', id: quote.id, fromVersion: version, toVersion: version }],
  };
};
