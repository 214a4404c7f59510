import { readFileSync } from 'node:fs';
import { searchStatement } from '../search.mjs';

const views = readFileSync(new URL('views.sql', import.meta.url), 'utf8');
const kinds = ['article', 'quote', 'person', 'organization', 'place'];

/** Makes the schema that PostGraphile is shown, anew. */
export async function prepare(client) {
  await client.query(views);
  const ids = kinds.map((kind) => `CASE kind WHEN '${kind}' THEN id END`).join(', ');
  await client.query(`CREATE FUNCTION postgraphile.search(text text) RETURNS SETOF postgraphile.found LANGUAGE sql STABLE AS $search$
    SELECT rank, snippet, ${ids} FROM (${searchStatement}) ten ORDER BY rank DESC, kind DESC, id DESC
  $search$`);
}
