import { inTextOrder } from '../../textOrder';
import type { Work } from '../../../writing/command';
import { quoteSpanRows } from '../spanRows';
import type { Span } from '../../../text/spans';
import { lockQuotes } from '../storedQuotes';
import type { QuotedArticle } from './lockQuoted';

/** Stores the stretches of a quote in the article's current version, in place of those it had there. */
export async function writeSpans(
  tx: Work['tx'],
  quoteId: string,
  { id: articleId, version, body }: QuotedArticle,
  spans: readonly Span[],
): Promise<void> {
  await tx.quoteSpan.deleteMany({ where: { quoteId, version } });
  await tx.quoteSpan.createMany({ data: quoteSpanRows({ quoteId, articleId, version }, body, spans) });
}

/** A quote's text: the words of its stretches, joined by a space. */
export function textOf(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join(' ');
}

/** Counts the article's quotes anew, in the order of the text. Those whose words are gone stay behind what they stood behind. */
export async function renumberQuotes(tx: Work['tx'], { id, version }: QuotedArticle): Promise<void> {
  const quotes = await lockQuotes(tx, id);
  const placed = quotes.map(({ id: quoteId, position, version: own, spans }) => ({
    quoteId,
    position,
    start: own === version ? spans[0]!.start : null,
  }));
  const moved = inTextOrder(placed)
    .map(({ quoteId, position }, i) => ({ id: quoteId, position: i + 1, before: position }))
    .filter(({ position, before }) => position !== before);
  if (moved.length === 0) return;
  await tx.$executeRaw`
    /* renumber quotes */ update quote q set position = m.position
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as m(id uuid, position integer) where q.id = m.id`;
}

/** Notes a quote that stands at the same place already. */
export async function checkDuplicate(
  { tx, userErrors }: Pick<Work, 'tx' | 'userErrors'>,
  { id, version }: QuotedArticle,
  spans: readonly Span[],
  except?: string,
): Promise<void> {
  const same = (others: readonly Span[]): boolean =>
    others.length === spans.length &&
    others.every(({ start, end }, i) => spans[i]!.start === start && spans[i]!.end === end);
  const quotes = await lockQuotes(tx, id);
  const twin = quotes.find(
    (quote) =>
      quote.id !== except && quote.version === version && quote.reviewStatus !== 'REJECTED' && same(quote.spans),
  );
  if (!twin) return;
  userErrors.add('DUPLICATE', 'words', 'These words are recorded as a quote already: change that one.', {
    kind: 'quote',
    id: twin.id,
  });
}
