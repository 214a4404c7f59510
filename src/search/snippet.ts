import type { Row } from '../reading/model';
import { type Param, sql, type Sql } from '../reading/sql';

/** Text as HTML, with what stands between U+0002 and U+0003 (no stored text holds them) marked. */
function marked(text: Sql): Sql {
  const escaped = sql`replace(replace(replace(${text}, '&', '&amp;'), '<', '&lt;'), '>', '&gt;')`;
  return sql`replace(replace(${escaped}, chr(2), '<mark>'), chr(3), '</mark>')`;
}

function words(language: Sql, text: Sql, wanted: Param): Sql {
  const options = sql`'MaxFragments=2,MaxWords=24,MinWords=8,FragmentDelimiter=" … ",StartSel=' || chr(2) || ',StopSel=' || chr(3)`;
  const config = sql`search_config(${language})`;
  return marked(
    sql`regexp_replace(ts_headline(${config}, ${text}, websearch_to_tsquery(${config}, ${wanted}), ${options}), '\\s+', ' ', 'g')`,
  );
}

function name(table: string, id: Sql, wanted: Param): Sql {
  const best = sql`select n from unnest(array[e.name] || e.aliases) n
    order by word_similarity(name_key(${wanted}), name_key(n)) desc, n limit 1`;
  return sql`(select ${marked(sql`chr(2) || (${best}) || chr(3)`)} from ${table} e where e.id = ${id})`;
}

/** The words around what was found in a candidate, as HTML of type text. */
export function snippet(candidate: Row, wanted: Param): Sql {
  const id = candidate.col('id');
  const article = words(sql`a.language`, sql`concat_ws(E'\n', v.headline, v.standfirst, v.body)`, wanted);
  const quote = words(sql`a.language`, sql`q.text`, wanted);
  return sql`case ${candidate.col('kind')}
    when 'article' then (select ${article} from article a
      join article_version v on v.article_id = a.id and v.number = a.version where a.id = ${id})
    when 'quote' then (select ${quote} from quote q join article a on a.id = q.article_id where q.id = ${id})
    when 'person' then ${name('person', id, wanted)}
    when 'organization' then ${name('organization', id, wanted)}
    when 'place' then ${name('place', id, wanted)} end`;
}
