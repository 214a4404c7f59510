import type { Pool } from 'pg';

/**
 * Which articles and quotes have words in them, as PostgreSQL says of the words of each row alone,
 * in its own language. Asked once for each text.
 */
export class Words {
  private readonly known = new Map<string, Promise<ReadonlySet<string>>>();

  constructor(private readonly pool: Pool) {}

  inArticles(words: string): Promise<ReadonlySet<string>> {
    return this.ask(
      words,
      `SELECT a.id
        FROM article a JOIN article_version v ON v.article_id = a.id AND v.number = a.version, search_config(a.language) AS config
        WHERE to_tsvector(config, v.headline) || to_tsvector(config, coalesce(v.standfirst, '')) || to_tsvector(config, v.body)
          @@ websearch_to_tsquery(config, $1)`,
    );
  }

  inQuotes(words: string): Promise<ReadonlySet<string>> {
    return this.ask(
      words,
      `SELECT q.id FROM quote q JOIN article a ON a.id = q.article_id, search_config(a.language) AS config
        WHERE to_tsvector(config, q.text) @@ websearch_to_tsquery(config, $1)`,
    );
  }

  private ask(words: string, sql: string): Promise<ReadonlySet<string>> {
    const key = `${sql} ${words}`;
    const known =
      this.known.get(key) ??
      this.pool.query<{ id: string }>(sql, [words]).then(({ rows }) => new Set(rows.map((row) => row.id)));
    this.known.set(key, known);
    return known;
  }
}
