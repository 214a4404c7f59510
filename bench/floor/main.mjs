import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import pg from 'pg';
import { databaseUrl } from '../databaseUrl.mjs';

/**
 * The floor: as little as can stand between a request and the database. One prepared, hand-written statement a request
 * builds the whole answer; nothing parses it on its way. Takes the same requests as the program: POST of
 * `{"operationName", "variables"}`, whose query it does not read.
 */
const folder = new URL('statements/', import.meta.url);
const statements = new Map(
  readdirSync(folder).map((file) => [file.replace(/\.sql$/, ''), readFileSync(new URL(file, folder), 'utf8')]),
);
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL || databaseUrl,
  application_name: 'verbatim-bench-floor',
  max: Number(process.env.DATABASE_POOL_SIZE || 10),
  options:
    '-c jit=off -c random_page_cost=1.1 -c TimeZone=UTC -c pg_trgm.word_similarity_threshold=0.5 -c pg_trgm.similarity_threshold=0.3',
});

async function answer(request, response) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { operationName, variables } = JSON.parse(Buffer.concat(chunks).toString());
  const text = statements.get(operationName);
  const { rows } = await pool.query({
    name: operationName,
    text,
    values: Object.values(variables ?? {}),
    rowMode: 'array',
  });
  const body = Buffer.from(rows[0][0]);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
}

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error(error);
    response.writeHead(500).end();
  });
});
server.listen(Number(process.env.PORT || 0), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/graphql`);
});
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  void pool.end();
});
