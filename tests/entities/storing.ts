import type pg from 'pg';
import { type Kind, uuid } from './desk';

/** Writes what names people, organizations and places, in SQL: it may have come from anywhere. */
export function storing(pool: pg.Pool) {
  const query = async <Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
    (await pool.query(sql, [...values])).rows as Row[];

  /** An article; gives its uuid. */
  async function article(slug: string, body: string, status = 'PUBLISHED'): Promise<string> {
    const [row] = await query<{ id: string }>(
      `with a as (insert into article (slug, status) values ($1, $2::article_status) returning id)
     insert into article_version (article_id, number, headline, body) select id, 1, 'Headline', $3 from a returning article_id as id`,
      [slug, status, body],
    );
    return row!.id;
  }

  /** A mention with its spans, given as words that stand in the body once. */
  async function mention(
    articleId: string,
    [kind, id]: readonly [Kind, string],
    rel: string,
    words: readonly string[],
    position = 1,
  ): Promise<void> {
    await query(
      `with m as (insert into mention (article_id, version, rel, ${kind.field}_id, position)
       values ($1, 1, $2::mention_rel, $3, $4) returning id)
     insert into mention_span (mention_id, version, index, article_id, start_offset, end_offset, text)
     select m.id, 1, w.n - 1, $1, position(w.words in v.body) - 1, position(w.words in v.body) - 1 + char_length(w.words), w.words
     from m, article_version v, unnest($5::text[]) with ordinality as w (words, n) where v.article_id = $1`,
      [articleId, rel, uuid(id), position, words],
    );
  }

  async function quote(articleId: string, words: string, columns: Readonly<Record<string, string>>): Promise<void> {
    const names = Object.keys(columns);
    await query(
      `with q as (insert into quote (article_id, version, text, kind, position, ${names.join(', ')})
       values ($1, 1, $2, 'INDIRECT', 1, ${names.map((_, i) => `$${i + 3}`).join(', ')}) returning id)
     insert into quote_span (quote_id, version, index, article_id, start_offset, end_offset, text, prefix, suffix)
     select q.id, 1, 0, $1, position($2 in v.body) - 1, position($2 in v.body) - 1 + char_length($2), $2, '', ''
     from q, article_version v where v.article_id = $1`,
      [articleId, words, ...Object.values(columns)],
    );
  }

  return { query, article, mention, quote };
}
