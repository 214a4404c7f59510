import type { AttributeQuoteInput } from '../../../contract/schema.types';
import type { Command } from '../../../writing/command';
import { nextRevision } from '../../../writing/revision';
import { attributionOf, byHand, dayOf } from './attribution';
import { lockQuote } from './lockQuoted';

/** Says who said a quote, or that nobody knows. */
export const attributeQuote: Command<AttributeQuoteInput> = async (work, input) => {
  const { tx, userErrors } = work;
  const { quote, article } = await lockQuote(work, input);
  const { saidOn } = await tx.quote.findUniqueOrThrow({ where: { id: quote.id }, select: { saidOn: true } });
  const day = dayOf(saidOn?.toISOString().slice(0, 10), article);
  const columns = await attributionOf(work, input, article, day);
  if (Object.keys(columns).length === 0) {
    userErrors.add('INVALID', 'speaker', 'Say what to change: the speaker, the name, the title or the kind of source.');
  }
  userErrors.check();

  const data = { ...columns, ...byHand, ...nextRevision };
  await tx.quote.update({ where: { id: quote.id }, data, select: { id: true } });
  const { version } = article;
  return {
    records: { quote: quote.id },
    audit: [{ kind: 'quote', id: quote.id, fromVersion: version, toVersion: version }],
  };
};
