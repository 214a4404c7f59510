import type { Context } from '../context';
import { globalId } from '../ids';
import type { ArticleRow, CorrectionRow, ImageRow, PersonRow, QuoteRow, VersionRow } from '../rows';
import type { Paragraph } from '../text';
import type { Resolvers } from './resolvers';
import { dateTime, find, must } from './values';

/** The article that a row belongs to: who may see the row may see it. */
export function articleOf(row: { readonly article_id: string }, context: Context): ArticleRow {
  return must(find(context.tables.article, row.article_id, (article) => context.sight.article(article)));
}

export const articleVersion: Resolvers<VersionRow> = {
  id: (row) => globalId('ArticleVersion', row.id),
  number: (row) => row.number,
  headline: (row) => row.headline,
  standfirst: (row) => row.standfirst,
  body: (row) => row.body,
  wordCount: (row) => row.word_count,
  createdAt: (row) => dateTime(row.created_at),
  createdBy: (row, _, context) => (context.sight.everything ? row.created_by : null),
  reason: (row, _, context) => (context.sight.everything ? row.reason : null),
  article: (row, _, context) => articleOf(row, context),
};

export const paragraph: Resolvers<Paragraph> = {
  index: (row) => row.index,
  start: (row) => row.start,
  end: (row) => row.end,
  text: (row) => row.text,
  quotes: (row, _, context) => {
    const { article_id: articleId, number } = row.version;
    const overlaps = (quote: QuoteRow): boolean =>
      context.tables.quote_span.some(
        (span) =>
          span.quote_id === quote.id &&
          span.version === number &&
          span.start_offset < row.end &&
          span.end_offset > row.start,
      );
    return context.tables.quote
      .filter(
        (quote) =>
          quote.article_id === articleId && quote.version === number && context.sight.quote(quote) && overlaps(quote),
      )
      .sort(context.orders.quotesInArticle.compare);
  },
};

export const image: Resolvers<ImageRow> = {
  id: (row) => globalId('Image', row.id),
  caption: (row) => row.caption,
  creditLine: (row) => row.credit_line,
  photographer: (row, _, context) =>
    find(context.tables.person, row.photographer_id, (person) => context.sight.person(person)),
  takenOn: (row) => row.taken_on,
  located: (row, _, context) => find(context.tables.place, row.located_id, (place) => context.sight.place(place)),
  people: (row, _, context) =>
    context.tables.person
      .filter((person) =>
        context.tables.image_person.some((shown) => shown.image_id === row.id && shown.person_id === person.id),
      )
      .filter((person) => context.sight.person(person))
      .sort(context.orders.named<PersonRow>('Person').compare),
  article: (row, _, context) => articleOf(row, context),
};

export const correction: Resolvers<CorrectionRow> = {
  id: (row) => globalId('Correction', row.id),
  kind: (row) => row.kind,
  text: (row) => row.text,
  createdAt: (row) => dateTime(row.created_at),
  version: (row) => row.version,
  article: (row, _, context) => articleOf(row, context),
};
