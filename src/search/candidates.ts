import { hasSought, newestMatches } from './newest';
import { articleIsPublic } from '../articles/visibility';
import { resemblance, resembles } from '../entities/names';
import { quoteStands } from '../articles/quotes/visibility';
import { Row, type TypeReading } from '../reading/model';
import { and, type Param, sql, type Sql } from '../reading/sql';

/**
 * How many matches are ranked, the newest first: ranking reads every match whole, and its cost must end somewhere. Words in the
 * headline weigh most, so of articles the newest with all words there are ranked, and the newest with them anywhere. Of names, the most
 * alike of each kind.
 */
const MAX_RANKED = { inHeadline: 200, article: 200, quote: 300, name: 50 };

/** What is looked for, and for whom. */
export interface Wanted {
  readonly text: Param;
  readonly forReaders: boolean;
}

/** From 0 to 1 (the flag 32 divides the rank by itself plus one), by the words in the row's own language. */
function ranked(kind: string, matches: Sql, alias: string, language: Sql): Sql {
  return sql`select '${kind}' as kind, ${alias}.id, ts_rank(${alias}.search_vector, s.query, 32) as rank from ${matches} ${alias}
    join sought_in s on s.config = search_config(${language}) and ${alias}.search_vector @@ s.query`;
}

/** Articles with the words in headline, standfirst or body: rows of kind, id and rank. */
export function articleCandidates({ forReaders }: Wanted): Sql {
  const newest = (where: 'anywhere' | 'in headline', most: number): Sql =>
    newestMatches({
      table: 'article',
      alias: 'a',
      columns: sql`a.id, a.search_vector, a.language`,
      listedAt: sql`a.listed_at`,
      order: sql`a.listed_at desc, a.created_at desc, a.id desc`,
      conditions: [hasSought('a', where), ...(forReaders ? [articleIsPublic('a')] : [])],
      most,
    });
  const inHeadline = newest('in headline', MAX_RANKED.inHeadline);
  const anywhere = newest('anywhere', MAX_RANKED.article);
  const matches = sql`(select distinct on (a.id) a.* from (${inHeadline} union all ${anywhere}) a)`;
  return ranked('article', matches, 'a', sql`a.language`);
}

/** Quotes with the words. */
export function quoteCandidates({ forReaders }: Wanted): Sql {
  const ofArticle = and([sql`va.id = q.article_id`, ...(forReaders ? [articleIsPublic('va')] : [])]);
  const matches = newestMatches({
    table: 'quote',
    alias: 'q',
    columns: sql`q.id, q.search_vector, q.article_id`,
    listedAt: sql`q.article_listed_at`,
    order: sql`q.article_listed_at desc, q.article_created_at desc, q.article_id desc, (-q.position) desc, q.id desc`,
    conditions: [hasSought('q', 'anywhere'), ...(forReaders ? [quoteStands('q')] : [])],
    article: sql`select va.language from article va where ${ofArticle}`,
    most: MAX_RANKED.quote,
  });
  return ranked('quote', matches, 'q', sql`q.language`);
}

/**
 * People, organizations or places with a name that resembles the text, the most alike first. Who may be seen is asked for as many as are
 * taken: hundreds may share a first name, and to prove each of them visible costs more than to find them all.
 */
export function nameCandidates({ text, forReaders }: Wanted, { table, idPrefix, visible }: TypeReading): Sql {
  const alike = sql`select n.*, ${resemblance('n', text)} as rank from ${table!} n where ${resembles('n', text)}
    order by rank desc, n.id desc offset 0`;
  const seen = forReaders ? visible!.throughParent!(new Row('n')) : sql`true`;
  return sql`(select '${idPrefix!}' as kind, n.id, n.rank from (${alike}) n where ${seen} limit ${String(MAX_RANKED.name)})`;
}
