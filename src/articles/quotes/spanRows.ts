import type { Prisma } from '../../generated/prisma/client';
import { type Span, wordsAfter, wordsBefore } from '../../text/spans';

/** The columns that stretches of quotes and of mentions have in common, in the order of the text. */
export function spanColumns({ start, end, text }: Span, index: number) {
  return { index, startOffset: start, endOffset: end, text };
}

/** The rows of a quote's stretches in a version of its article, each with the words of the body around it. */
export function quoteSpanRows(
  quote: { readonly quoteId: string; readonly articleId: string; readonly version: number },
  body: string,
  spans: readonly Span[],
): Prisma.QuoteSpanCreateManyInput[] {
  return spans.map((span, index) => ({
    ...quote,
    ...spanColumns(span, index),
    prefix: wordsBefore(body, span.start),
    suffix: wordsAfter(body, span.end),
  }));
}
