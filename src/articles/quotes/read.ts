import { byPosition, newestInArticles } from '../order';
import { itsArticle } from '../visibility';
import { date, editorsOnly, enumeration, id, plain, text, timestamp } from '../../reading/fields';
import { parentRecord } from '../../reading/parentRow';
import type { Filter, FieldReading, Order, Row, TypeReading } from '../../reading/model';
import { isOneOf } from '../../reading/refs';
import { alsoShowing, list, one, oneOf, part } from '../../reading/relations';
import { sql, type Sql } from '../../reading/sql';
import { recordMark, tagMark } from '../../reading/dependencyTracker';
import { bind, bindMany, bindText } from '../../reading/values';
import { matchesFullText, fullTextRank } from '../../reading/fullText';
import { quoteStands } from './visibility';

/** The language of the article that a quote stands in. */
function languageOf(alias: string): Sql {
  return sql`(select l.language from article l where l.id = ${alias}.article_id)`;
}

const orders: Readonly<Record<'NEWEST' | 'OLDEST' | 'RELEVANCE' | 'POSITION', Order>> = {
  NEWEST: { descending: true, keys: newestInArticles },
  OLDEST: { descending: false, keys: newestInArticles },
  RELEVANCE: {
    descending: true,
    needs: 'words',
    keys: (row) => [
      {
        value: fullTextRank(row.alias, languageOf(row.alias), bindText(row.filter.words, 'filter.words')),
        type: 'real',
      },
      ...newestInArticles(row),
    ],
  },
  POSITION: { descending: true, keys: byPosition },
};

const filters: Readonly<Record<string, Filter>> = {
  speaker: (row, value, where) => {
    const people = isOneOf(row.col('speaker_person_id'), 'person', value, where);
    const organizations = isOneOf(row.col('speaker_organization_id'), 'organization', value, where);
    return sql`(${people} or ${organizations})`;
  },
  article: (row, value, where) => isOneOf(row.col('article_id'), 'article', value, where),
  place: (row, value, where) => isOneOf(row.col('said_in_id'), 'place', value, where),
  kind: (row, value) => sql`${row.col('kind')} = any(${bindMany(value, 'quote_kind[]')})`,
  reviewStatus: (row, value) => sql`${row.col('review_status')} = any(${bindMany(value, 'review_status[]')})`,
  saidFrom: (row, value) => sql`${row.col('said_on')} >= ${bind(value, 'date')}`,
  saidBefore: (row, value) => sql`${row.col('said_on')} < ${bind(value, 'date')}`,
  publishedFrom: (row, value) => {
    const moment = bind(value, 'timestamptz');
    return sql`${row.col('article_listed_at')} >= ${moment}`;
  },
  publishedBefore: (row, value) => {
    const moment = bind(value, 'timestamptz');
    return sql`${row.col('article_listed_at')} < ${moment} and ${row.col('article_listed_at')} > '-infinity'`;
  },
  words: (row, value, where) => matchesFullText(row.alias, bindText(value, where)),
};

/** The words, the speaker, the title, the article and its date. */
function citation(row: Row): Sql {
  const speaker = sql`coalesce(
    (select p.name from person p where p.id = ${row.col('speaker_person_id')}),
    (select o.name from organization o where o.id = ${row.col('speaker_organization_id')}),
    ${row.col('speaker_name')}, 'unnamed')`;
  return sql`case ${row.col('kind')} when 'INDIRECT' then ${row.col('text')} else '“' || ${row.col('text')} || '”' end
    || ' — ' || ${speaker} || coalesce(', ' || ${row.col('speaker_title')}, '') || '. '
    || (select a.headline || coalesce(', ' || (select s.name from organization s where s.id = a.source_id), '')
        || coalesce(', ' || to_char(a.published_at at time zone 'UTC', 'FMDD FMMonth YYYY'), '') || '.'
      from article a where a.id = ${row.col('article_id')})`;
}

/** The records that a citation names, for those who keep it. */
function citedRecords(row: Row): Sql[] {
  return [
    recordMark('article', row.col('article_id')),
    tagMark(sql`'person_' || ${row.col('speaker_person_id')}`),
    tagMark(sql`'organization_' || ${row.col('speaker_organization_id')}`),
    tagMark(sql`'organization_' || (select a.source_id from article a where a.id = ${row.col('article_id')})`),
  ];
}

/** Where the first of the quote's spans starts. */
function firstOffset(row: Row): Sql {
  return sql`(select s.start_offset from quote_span s
    where s.quote_id = ${row.col('id')} and s.version = ${row.col('version')} order by s.index limit 1)`;
}

const relations: Readonly<Record<string, FieldReading>> = {
  spans: list('QuoteSpan', (to, from) => ({
    on: sql`${to.col('quote_id')} = ${from.col('id')} and ${to.col('version')} = ${from.col('version')}`,
    orderBy: to.col('index'),
  })),
  cue: part('TextSpan', { text: 'cue_text', start_offset: 'cue_start', end_offset: 'cue_end' }),
  speaker: oneOf({
    Person: (to, from) => ({ on: sql`${to.col('id')} = ${from.col('speaker_person_id')}`, inherited: 'throughParent' }),
    Organization: (to, from) => ({
      on: sql`${to.col('id')} = ${from.col('speaker_organization_id')}`,
      inherited: 'throughParent',
    }),
  }),
  saidIn: one('Place', (to, from) => ({
    on: sql`${to.col('id')} = ${from.col('said_in_id')}`,
    inherited: 'throughParent',
  })),
  article: parentRecord(itsArticle),
  paragraph: one('Paragraph', (to, from) => ({
    from: sql`(select p.*, v.article_id, v.number as version from article_version v, paragraphs(v.body) p
      where v.article_id = ${from.col('article_id')} and v.number = ${from.col('version')})`,
    on: sql`${firstOffset(from)} >= ${to.col('start_offset')} and ${firstOffset(from)} < ${to.col('end_offset')}`,
  })),
};

/** How quotes are read. */
export const quote: TypeReading = {
  table: 'quote',
  idPrefix: 'quote',
  visible: {
    own: (row) => quoteStands(row.alias),
    parent: itsArticle,
  },
  recordTag: { kind: 'article', id: 'article_id', field: 'article' },
  listTag: 'quotes',
  orders,
  filters,
  filterDependencies: {
    speaker: { links: ['person', 'organization'] },
    place: { links: ['place'] },
    words: { tags: ['quotes/words'] },
  },
  fields: {
    id: id('quote'),
    revision: plain('revision'),
    text: text('text'),
    kind: enumeration('kind'),
    position: plain('position'),
    speakerName: text('speaker_name'),
    speakerTitle: text('speaker_title'),
    sourceType: enumeration('source_type'),
    saidOn: date('said_on'),
    method: enumeration('method'),
    confidence: plain('confidence'),
    reviewStatus: enumeration('review_status'),
    reviewedAt: timestamp('reviewed_at'),
    reviewedBy: editorsOnly(text('reviewed_by')),
    anchorState: enumeration('anchor_state'),
    version: plain('version'),
    citation: alsoShowing(text(citation), citedRecords),
    ...relations,
  },
};

/** How the stretches of a quote are read. */
export const quoteSpan: TypeReading = {
  table: 'quote_span',
  fields: {
    start: plain('start_offset'),
    end: plain('end_offset'),
    text: text('text'),
    prefix: text('prefix'),
    suffix: text('suffix'),
  },
};

/** How words of a body are read, and where they stand: of rows with `start_offset`, `end_offset` and `text`. */
export const textSpan: TypeReading = {
  fields: { start: plain('start_offset'), end: plain('end_offset'), text: text('text') },
};
