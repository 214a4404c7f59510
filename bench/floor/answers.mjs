import { readFileSync, readdirSync } from 'node:fs';
import pg from 'pg';
import { pool as config } from '../pool.mjs';

const folder = new URL('statements/', import.meta.url);
const statements = new Map(
  readdirSync(folder).map((file) => [file.replace(/\.sql$/, ''), readFileSync(new URL(file, folder), 'utf8')]),
);
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
