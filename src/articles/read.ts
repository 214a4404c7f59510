import { mentionCounts } from './mentions/visibility';
import { connection } from '../reading/connection';
import { editorsOnly, enumeration, id, plain, text, texts, timestamp } from '../reading/fields';
import type { FieldReading, Filter, Order, Row, TypeReading } from '../reading/model';
import { isOneOf } from '../reading/refs';
import { list, one } from '../reading/relations';
import { sql, type Sql } from '../reading/sql';
import { bind, bindMany, bindText } from '../reading/values';
import { matchesFullText, fullTextRank } from '../reading/fullText';
import { bindLanguage } from './languageFilter';
import { newestArticle } from './order';
import { withdrawals } from './readWithdrawal';
import { articleIsPublic } from './visibility';

const orders: Readonly<Record<'NEWEST' | 'OLDEST' | 'RELEVANCE', Order>> = {
  NEWEST: { descending: true, keys: newestArticle },
  OLDEST: { descending: false, keys: newestArticle },
  RELEVANCE: {
    descending: true,
    needs: 'words',
    keys: (row) => [
      {
        value: fullTextRank(row.alias, row.col('language'), bindText(row.filter.words, 'filter.words')),
        type: 'real',
      },
      ...newestArticle(row),
    ],
  },
};

function mentions(kind: 'person' | 'organization' | 'place'): Filter {
  return (row, value, where) =>
    sql`exists (select 1 from mention fm where fm.article_id = ${row.col('id')} and ${isOneOf(sql`fm.${kind}_id`, kind, value, where)} and ${mentionCounts('fm')})`;
}

const filters: Readonly<Record<string, Filter>> = {
  status: (row, value) => sql`${row.col('status')} = any(${bindMany(value, 'article_status[]')})`,
  person: mentions('person'),
  organization: mentions('organization'),
  place: mentions('place'),
  provider: (row, value, where) => isOneOf(row.col('source_id'), 'organization', value, where),
  subject: (row, value, where) =>
    sql`exists (select 1 from article_subject f where f.article_id = ${row.col('id')} and ${isOneOf(sql`f.subject_id`, 'subject', value, where)})`,
  language: (row, value, where) => sql`${row.col('language')} = ${bindLanguage(value, where)}`,
  publishedFrom: (row, value) => sql`${row.col('listed_at')} >= ${bind(value, 'timestamptz')}`,
  publishedBefore: (row, value) =>
    sql`${row.col('listed_at')} < ${bind(value, 'timestamptz')} and ${row.col('listed_at')} > '-infinity'`,
  words: (row, value, where) => matchesFullText(row.alias, bindText(value, where)),
};

const current =
  (column: string) =>
  (row: Row): Sql =>
    row.joined('words').col(column);

const relations: Readonly<Record<string, FieldReading>> = {
  located: one('Place', (to, from) => ({
    on: sql`${to.col('id')} = ${from.col('located_id')}`,
    inherited: 'throughParent',
  })),
  provider: one('Organization', (to, from) => ({
    on: sql`${to.col('id')} = ${from.col('source_id')}`,
    inherited: 'throughParent',
  })),
  rewrittenFrom: one('Article', (to, from) => ({ on: sql`${to.col('id')} = ${from.col('rewritten_from_id')}` })),
  translatedFrom: one('Article', (to, from) => ({ on: sql`${to.col('id')} = ${from.col('translated_from_id')}` })),
  rewrites: connection('Article', 'NEWEST', (to, from) => ({
    on: sql`${to.col('rewritten_from_id')} = ${from.col('id')}`,
    within: 'links',
  })),
  translations: connection('Article', 'NEWEST', (to, from) => ({
    on: sql`${to.col('translated_from_id')} = ${from.col('id')}`,
    within: 'links',
  })),
  paragraphs: list('Paragraph', (to, from) => ({
    from: sql`(select p.*, ${from.col('id')} as article_id, ${from.col('version')} as version from paragraphs(${current('body')(from)}) p)`,
    on: sql`true`,
    orderBy: to.col('index'),
  })),
  images: list('Image', (to, from) => ({
    on: sql`${to.col('article_id')} = ${from.col('id')}`,
    orderBy: to.col('index'),
    inherited: 'all',
  })),
  corrections: list('Correction', (to, from) => ({
    on: sql`${to.col('article_id')} = ${from.col('id')}`,
    orderBy: sql`${to.col('created_at')} desc, ${to.col('id')} desc`,
    inherited: 'all',
  })),
  ...withdrawals,
  subjects: connection('Subject', 'NAME', (to, from) => ({
    on: sql`${to.col('id')} in (select f.subject_id from article_subject f where f.article_id = ${from.col('id')})`,
    inherited: 'throughParent',
    within: 'content',
  })),
  people: mentioned('Person', 'person_id'),
  organizations: mentioned('Organization', 'organization_id'),
  places: mentioned('Place', 'place_id'),
  quotes: connection('Quote', 'POSITION', (to, from) => ({
    on: sql`${to.col('article_id')} = ${from.col('id')}`,
    inherited: 'throughParent',
    within: 'content',
  })),
  mentions: connection('Mention', 'POSITION', (to, from) => ({
    on: sql`${to.col('article_id')} = ${from.col('id')}`,
    inherited: 'throughParent',
    within: 'content',
  })),
  versions: connection('ArticleVersion', 'LATEST', (to, from) => ({
    on: sql`${to.col('article_id')} = ${from.col('id')}`,
    within: 'content',
  })),
};

function mentioned(typeName: string, column: string): FieldReading {
  return connection(typeName, 'NAME', (to, from) => ({
    on: sql`${to.col('id')} in (select m.${column} from mention m where m.article_id = ${from.col('id')} and ${mentionCounts('m')})`,
    inherited: 'throughParent',
    within: 'content',
  }));
}

/** How articles are read. */
export const article: TypeReading = {
  table: 'article',
  idPrefix: 'article',
  joins: {
    words: (row) =>
      sql`select v.* from article_version v where v.article_id = ${row.col('id')} and v.number = ${row.col('version')}`,
  },
  visible: { own: (row) => articleIsPublic(row.alias) },
  recordTag: { kind: 'article', id: 'id' },
  listTag: 'articles',
  orders,
  filters,
  filterDependencies: {
    person: { links: ['person'] },
    organization: { links: ['organization'] },
    place: { links: ['place'] },
    provider: { links: ['organization'] },
    subject: { links: ['subject'] },
    words: { tags: ['articles/words'] },
  },
  fields: {
    id: id('article'),
    slug: text('slug'),
    uri: text('uri'),
    headline: text('headline'),
    standfirst: text('standfirst'),
    byline: text('byline'),
    dateline: text('dateline'),
    creditLine: text('credit_line'),
    language: text('language'),
    genre: text('genre'),
    urgency: plain('urgency'),
    keywords: texts('keywords'),
    body: text(current('body')),
    wordCount: plain(current('word_count')),
    status: enumeration('status'),
    version: plain('version'),
    embargoedUntil: timestamp('embargoed_until'),
    scheduledFor: editorsOnly(timestamp('scheduled_for')),
    publishedAt: timestamp('published_at'),
    revisedAt: timestamp('revised_at'),
    createdAt: timestamp('created_at'),
    ...relations,
  },
};

/** How versions are read. Readers are shown the current one, which is what the article shows them anyway. */
export const articleVersion: TypeReading = {
  table: 'article_version',
  idPrefix: 'version',
  recordTag: { kind: 'article', id: 'article_id', field: 'article' },
  visible: {
    throughParent: (row) => sql`exists (select 1 from article va
      where va.id = ${row.col('article_id')} and va.version = ${row.col('number')} and ${articleIsPublic('va')})`,
  },
  orders: {
    LATEST: {
      descending: true,
      keys: ({ col }) => [
        { value: col('number'), type: 'integer' },
        { value: col('id'), type: 'uuid' },
      ],
    },
  },
  fields: {
    id: id('version'),
    number: plain('number'),
    headline: text('headline'),
    standfirst: text('standfirst'),
    body: text('body'),
    wordCount: plain('word_count'),
    createdAt: timestamp('created_at'),
    createdBy: editorsOnly(text('created_by')),
    reason: editorsOnly(text('reason')),
    article: one('Article', (to, from) => ({ on: sql`${to.col('id')} = ${from.col('article_id')}`, inherited: 'all' })),
  },
};
