import type { ArticleFilter, EntityFilter, ListArguments, Paging, QuoteFilter } from '../arguments';
import { page } from '../connection';
import type { Context } from '../context';
import { globalId } from '../ids';
import { articles, entities, mentions, quotesInArticle, subjects } from '../lists';
import { latestCorrection } from '../orders';
import {
  type ArticleRow,
  type CorrectionRow,
  type ImageRow,
  isWithdrawal,
  type MentionRow,
  type SubjectRow,
  type VersionRow,
} from '../rows';
import { paragraphsOf } from '../text';
import type { Resolvers } from './resolvers';
import { dateTime, find, must } from './values';
import { isInForce, seesWithdrawal } from './withdrawal';

/** The version whose words an article shows. */
export function currentVersion(context: Context, row: ArticleRow): VersionRow {
  return must(
    context.tables.article_version.find((version) => version.article_id === row.id && version.number === row.version),
  );
}

function mentionsIn(context: Context, row: ArticleRow): MentionRow[] {
  return context.tables.mention.filter(
    (mention) => mention.article_id === row.id && mention.review_status !== 'REJECTED',
  );
}

export const article: Resolvers<ArticleRow> = {
  id: (row) => globalId('Article', row.id),
  slug: (row) => row.slug,
  uri: (row) => row.uri,
  headline: (row, _, context) => currentVersion(context, row).headline,
  standfirst: (row, _, context) => currentVersion(context, row).standfirst,
  byline: (row) => row.byline,
  dateline: (row) => row.dateline,
  located: (row, _, context) => find(context.tables.place, row.located_id, (place) => context.sight.place(place)),
  provider: (row, _, context) =>
    find(context.tables.organization, row.source_id, (source) => context.sight.organization(source)),
  creditLine: (row) => row.credit_line,
  language: (row) => row.language,
  genre: (row) => row.genre,
  urgency: (row) => row.urgency,
  keywords: (row) => row.keywords,
  body: (row, _, context) => currentVersion(context, row).body,
  wordCount: (row, _, context) => currentVersion(context, row).word_count,
  status: (row) => row.status,
  version: (row) => row.version,
  embargoedUntil: (row) => dateTime(row.embargoed_until),
  scheduledFor: (row, _, context) => (context.sight.everything ? dateTime(row.scheduled_for) : null),
  publishedAt: (row) => dateTime(row.published_at),
  revisedAt: (row) => dateTime(row.revised_at),
  createdAt: (row) => dateTime(row.created_at),
  paragraphs: (row, _, context) => paragraphsOf(currentVersion(context, row)),
  images: (row, _, context) =>
    context.tables.image
      .filter((image: ImageRow) => image.article_id === row.id && context.sight.withArticle(image))
      .sort((a, b) => a.index - b.index),
  corrections: (row, _, context) =>
    context.tables.correction
      .filter(
        (note: CorrectionRow) => note.article_id === row.id && !isWithdrawal(note) && context.sight.withArticle(note),
      )
      .sort(latestCorrection),
  withdrawal: (row, _, context) =>
    context.tables.correction.find(
      (note) => note.article_id === row.id && isInForce(context, note) && seesWithdrawal(context, note),
    ) ?? null,
  withdrawals: (row, _, context) =>
    context.tables.correction
      .filter((note) => note.article_id === row.id && isWithdrawal(note) && seesWithdrawal(context, note))
      .sort(latestCorrection),
  rewrittenFrom: (row, _, context) =>
    find(context.tables.article, row.rewritten_from_id, (origin) => context.sight.article(origin)),
  translatedFrom: (row, _, context) =>
    find(context.tables.article, row.translated_from_id, (origin) => context.sight.article(origin)),
  rewrites: (row, args: ListArguments<ArticleFilter>, context) =>
    articles(context, (other) => other.rewritten_from_id === row.id, args),
  translations: (row, args: ListArguments<ArticleFilter>, context) =>
    articles(context, (other) => other.translated_from_id === row.id, args),
  subjects: (row, args: Paging, context) =>
    subjects(
      context,
      (subject: SubjectRow) =>
        context.tables.article_subject.some(
          (filing) => filing.article_id === row.id && filing.subject_id === subject.id,
        ),
      args,
    ),
  people: (row, args: ListArguments<EntityFilter>, context) =>
    entities(
      context,
      'Person',
      (person) => mentionsIn(context, row).some((mention) => mention.person_id === person.id),
      args,
    ),
  organizations: (row, args: ListArguments<EntityFilter>, context) =>
    entities(
      context,
      'Organization',
      (body) => mentionsIn(context, row).some((mention) => mention.organization_id === body.id),
      args,
    ),
  places: (row, args: ListArguments<EntityFilter>, context) =>
    entities(
      context,
      'Place',
      (place) => mentionsIn(context, row).some((mention) => mention.place_id === place.id),
      args,
    ),
  quotes: (row, args: ListArguments<QuoteFilter>, context) => quotesInArticle(context, row, args),
  mentions: (row, args: Paging, context) =>
    mentions(context, (mention) => mention.article_id === row.id, context.orders.mentionsInArticle, args),
  versions: (row, args: Paging, context) => {
    const all = context.tables.article_version;
    const rows = all.filter((version) => version.article_id === row.id && context.sight.version(version));
    return page({ rows, all, order: context.orders.versions }, args, context.book);
  },
};
