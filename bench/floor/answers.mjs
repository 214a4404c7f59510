import { readFileSync, readdirSync } from 'node:fs';
import pg from 'pg';
import { pool as config } from '../pool.mjs';

const folder = new URL('statements/', import.meta.url);
const statements = new Map(
  readdirSync(folder).map((file) => [file.replace(/\.sql$/, ''), readFileSync(new URL(file, folder), 'utf8')]),
);

/** The search without its choice of candidates: every match is ranked, which is how full-text search is written as a rule. */
function rankingAll(text) {
  const [from, to] = [text.indexOf('chosen_articles AS ('), text.indexOf("  UNION ALL\n  (SELECT 'person'")];
  if (from < 0 || to < from) throw new Error('Search.sql names what it chose in another way now.');
  return `${text.slice(0, from)}chosen_articles AS (
  SELECT a.id, a.search_vector, a.language FROM article a WHERE a.search_vector @@ search_query($1)
    AND a.status = 'PUBLISHED' AND (a.embargoed_until IS NULL OR a.embargoed_until <= now())
), chosen_quotes AS (
  SELECT q.id, q.search_vector, a.language FROM quote q JOIN article a ON a.id = q.article_id
  WHERE q.search_vector @@ search_query($1) AND q.review_status <> 'REJECTED' AND q.anchor_state IN ('ANCHORED', 'MOVED')
    AND a.status = 'PUBLISHED' AND (a.embargoed_until IS NULL OR a.embargoed_until <= now())
), matches AS (
  SELECT 'article' AS kind, a.id, ts_rank(a.search_vector, w.query, 32) AS rank
  FROM chosen_articles a JOIN words w ON w.language = a.language
  UNION ALL
  SELECT 'quote', q.id, ts_rank(q.search_vector, w.query, 32)
  FROM chosen_quotes q JOIN words w ON w.language = q.language
${text.slice(to)}`;
}
if (process.env.FLOOR_RANKS_ALL) statements.set('Search', rankingAll(statements.get('Search')));

const pool = new pg.Pool({ ...config, application_name: 'verbatim-bench-floor' });

/** Answers an operation by its one prepared, hand-written statement, which builds the whole answer. @returns its bytes. */
export async function answerOf(operationName, variables) {
  const { rows } = await pool.query({
    name: operationName,
    text: statements.get(operationName),
    values: Object.values(variables ?? {}),
    rowMode: 'array',
  });
  return Buffer.from(rows[0][0]);
}
