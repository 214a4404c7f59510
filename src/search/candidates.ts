import { hasWords } from './words';
import { articleIsPublic, inPublicArticle } from '../articles/visibility';
import { resemblance, resembles } from '../entities/names';
import { quoteStands } from '../quotes/visibility';
import { Row, type TypeReading } from '../reading/model';
import { and, type Param, sql, type Sql } from '../reading/sql';

/** How many matches of a kind are ranked, the newest first: ranking reads every match whole, and its cost must end somewhere. */
const MAX_RANKED = 500;

/** What is looked for, and for whom. */
export interface Wanted {
  readonly text: Param;
  readonly forReaders: boolean;
}

/** From 0 to 1 (the flag 32 divides the rank by itself plus one). */
function rank(alias: string, language: Sql, text: Param): Sql {
  return sql`ts_rank(${alias}.search_vector, websearch_to_tsquery(search_config(${language}), ${text}), 32)`;
}

/**
 * Matches, the newest first, found by the index of words: `offset 0` keeps the limit outside from the choice of a plan. The
 * planner does not know the words, takes them for common, and would look through all rows in the order of their age instead,
 * which with rare words is every row there is.
 */
function newestMatches(table: string, alias: string, text: Param, order: Sql): Sql {
  return sql`(select * from ${table} ${alias} where ${hasWords(alias, text)} order by ${order} offset 0) ${alias}`;
}

/** Articles with the words in headline, standfirst or body: rows of kind, id and rank. */
export function articleCandidates({ text, forReaders }: Wanted): Sql {
  const order = sql`a.listed_at desc, a.created_at desc, a.id desc`;
  return sql`select 'article' as kind, a.id, ${rank('a', sql`a.language`, text)} as rank from (
    select a.id, a.search_vector, a.language from ${newestMatches('article', 'a', text, order)}
    where ${and(forReaders ? [articleIsPublic('a')] : [])} order by ${order} limit ${String(MAX_RANKED)}) a`;
}

/** Quotes with the words. */
export function quoteCandidates({ text, forReaders }: Wanted): Sql {
  const language = sql`(select l.language from article l where l.id = q.article_id)`;
  const order = sql`q.article_listed_at desc, q.article_created_at desc, q.article_id desc, (-q.position) desc, q.id desc`;
  return sql`select 'quote' as kind, q.id, ${rank('q', language, text)} as rank from (
    select q.id, q.search_vector, q.article_id from ${newestMatches('quote', 'q', text, order)}
    where ${and(forReaders ? [quoteStands('q'), inPublicArticle(sql`q.article_id`)] : [])}
    order by ${order} limit ${String(MAX_RANKED)}) q`;
}

/** People, organizations or places with a name that resembles the text. */
export function nameCandidates({ text, forReaders }: Wanted, { table, idPrefix, visible }: TypeReading): Sql {
  const conditions = [resembles('n', text), ...(forReaders ? [visible!.through!(new Row('n'))] : [])];
  return sql`select '${idPrefix!}' as kind, n.id, ${resemblance('n', text)} as rank from ${table!} n where ${and(conditions)}`;
}
