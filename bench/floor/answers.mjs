import { readFileSync, readdirSync } from 'node:fs';
import pg from 'pg';
import { pool as config } from '../pool.mjs';

const folder = new URL('statements/', import.meta.url);
const statements = new Map(
  readdirSync(folder).map((file) => [file.replace(/\.sql$/, ''), readFileSync(new URL(file, folder), 'utf8')]),
);

/** The search without its bound: every match is ranked, which is how full-text search is written as a rule. */
function rankingAll(text) {
  const bound = /\n *ORDER BY [^\n]+\n *(LIMIT 500|OFFSET 0)(?=\n)/g;
  if (text.match(bound)?.length !== 4) throw new Error('Search.sql bounds its lists of matches in another way now.');
  return text.replace(bound, '');
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
