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

/** Articles with the words in headline, standfirst or body: rows of kind, id and rank. */
export function articleCandidates({ text, forReaders }: Wanted): Sql {
  const conditions = [hasWords('a', text), ...(forReaders ? [articleIsPublic('a')] : [])];
  return sql`select 'article' as kind, a.id, ${rank('a', sql`a.language`, text)} as rank from (
    select a.id, a.search_vector, a.language from article a where ${and(conditions)}
    order by a.listed_at desc, a.created_at desc, a.id desc limit ${String(MAX_RANKED)}) a`;
}

/** Quotes with the words. */
export function quoteCandidates({ text, forReaders }: Wanted): Sql {
  const language = sql`(select l.language from article l where l.id = q.article_id)`;
  const hidden = forReaders ? [quoteStands('q'), inPublicArticle(sql`q.article_id`)] : [];
  return sql`select 'quote' as kind, q.id, ${rank('q', language, text)} as rank from (
    select q.id, q.search_vector, q.article_id from quote q where ${and([hasWords('q', text), ...hidden])}
    order by q.article_listed_at desc, q.article_created_at desc, q.article_id desc, (-q.position) desc, q.id desc
    limit ${String(MAX_RANKED)}) q`;
}

/** People, organizations or places with a name that resembles the text. */
export function nameCandidates({ text, forReaders }: Wanted, { table, idPrefix, visible }: TypeReading): Sql {
  const conditions = [resembles('n', text), ...(forReaders ? [visible!.through!(new Row('n'))] : [])];
  return sql`select '${idPrefix!}' as kind, n.id, ${resemblance('n', text)} as rank from ${table!} n where ${and(conditions)}`;
}
