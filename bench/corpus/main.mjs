import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { databaseUrlOf } from '../databaseUrl.mjs';
import { writeArticle } from './article.mjs';
import { migrate, migrations } from './migrate.mjs';
import { randomFrom } from './random.mjs';
import { addArticle, addEntities } from './rows.mjs';
import { Rows } from './tables.mjs';
import { makeWorld, quoteCounts } from './world.mjs';

const { values: options } = parseArgs({
  options: {
    articles: { type: 'string', default: '50000' },
    seed: { type: 'string', default: '1' },
    force: { type: 'boolean' },
  },
});
const articles = Number(options.articles);
if (!Number.isInteger(articles) || articles < 500) throw new Error('--articles wants a whole number, 500 or more.');
const databaseUrl = databaseUrlOf(articles);
const sizes = Object.fromEntries(
  Object.entries({ articles: 50_000, people: 10_000, places: 2_000, organizations: 1_000, quotes: 200_000 }).map(
    ([name, size]) => [name, Math.round((size * articles) / 50_000)],
  ),
);

const here = (file) => readFileSync(new URL(file, import.meta.url), 'utf8');
const since = performance.now();
const say = (text) => console.log(`${((performance.now() - since) / 1000).toFixed(1).padStart(6)} s  ${text}`);

/** Changes with everything that the content depends on: options, migrations, this folder. */
function stampOf() {
  const hash = createHash('sha256').update(JSON.stringify([options.seed, sizes, migrations()]));
  for (const file of readdirSync(new URL('.', import.meta.url)).sort()) hash.update(here(file));
  return `verbatim bench ${hash.digest('hex').slice(0, 16)}`;
}

/** Makes an empty database, unless one with the same content is there. */
async function emptyDatabase(stamp) {
  const url = new URL(databaseUrl);
  const name = decodeURIComponent(url.pathname.slice(1));
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    const { rows } = await client.query(
      "SELECT shobj_description(oid, 'pg_database') AS stamp FROM pg_database WHERE datname = $1",
      [name],
    );
    if (rows[0]?.stamp === stamp && !options.force) return false;
    if (rows[0] && !rows[0].stamp?.startsWith('verbatim bench')) {
      throw new Error(
        `The database "${name}" was not made by this program. Drop it, or name another in BENCH_DATABASE_URL.`,
      );
    }
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} TEMPLATE template0 ENCODING 'UTF8'`);
    await client.query(`COMMENT ON DATABASE ${client.escapeIdentifier(name)} IS 'verbatim bench, unfinished'`);
    return true;
  } finally {
    await client.end();
  }
}

/** Takes the indexes away that no constraint needs. @returns the statements that bring them back. */
async function dropIndexes(client) {
  const { rows } =
    await client.query(`SELECT i.indexrelid::regclass AS name, pg_get_indexdef(i.indexrelid) AS definition
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    WHERE c.relnamespace = 'public'::regnamespace AND NOT i.indisunique`);
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map((row) => row.definition);
}

async function writeEverything(client) {
  const random = randomFrom(Number(options.seed));
  const world = makeWorld(random, sizes);
  const rows = Object.assign(new Rows(), { externalId: 0 });
  addEntities(rows, random, world);
  await rows.write(client);
  const counts = quoteCounts(random, sizes);
  let earlier = null;
  for (let number = 0; number < sizes.articles; number += 1) {
    const article = writeArticle(random, world, number, counts[number]);
    addArticle(rows, random, article, earlier && random.chance(0.01) ? earlier : null);
    earlier = article;
    if (number % 2_000 === 1_999) await rows.write(client);
  }
  await rows.write(client);
}

/** Asks for every foreign key and every rule of check.sql whether the rows keep it. @throws when one does not. */
async function check(client) {
  const { rows: rules } = await client.query(here('check.sql'));
  const { rows: keys } =
    await client.query(`SELECT conname AS name, conrelid::regclass AS child, confrelid::regclass AS parent,
      (SELECT array_agg(attname::text ORDER BY n) FROM unnest(conkey) WITH ORDINALITY k (num, n) JOIN pg_attribute ON attrelid = conrelid AND attnum = num) AS here,
      (SELECT array_agg(attname::text ORDER BY n) FROM unnest(confkey) WITH ORDINALITY k (num, n) JOIN pg_attribute ON attrelid = confrelid AND attnum = num) AS there
    FROM pg_constraint WHERE contype = 'f'`);
  for (const { name, child, parent, here: columns, there } of keys) {
    const on = columns.map((column, i) => `p."${there[i]}" = c."${column}"`).join(' AND ');
    const set = columns.map((column) => `c."${column}" IS NOT NULL`).join(' AND ');
    const { rows } = await client.query(
      `SELECT count(*) AS rows, count(*) FILTER (WHERE p IS NULL) AS broken FROM ${child} c LEFT JOIN ${parent} p ON ${on} WHERE ${set}`,
    );
    rules.push({ rule: name, ...rows[0] });
  }
  const width = Math.max(...rules.map(({ rule }) => rule.length));
  for (const { rule, rows, broken } of rules) {
    console.log(
      `          ${rule.padEnd(width)} ${rows.padStart(9)} rows ${broken === '0' ? 'all well' : `${broken} BROKEN`}`,
    );
  }
  if (rules.some(({ broken }) => broken !== '0')) throw new Error('The data breaks rules of its database.');
}

async function main() {
  const stamp = stampOf();
  if (!(await emptyDatabase(stamp))) return say('The database is filled already.');
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await migrate(client);
    await client.query("SET maintenance_work_mem = '512MB'; SET work_mem = '256MB'; SET synchronous_commit = off");
    await client.query('SET session_replication_role = replica'); // no triggers, no foreign keys
    const indexes = await dropIndexes(client);
    say('migrated');
    await client.query(here('before.sql'));
    await writeEverything(client);
    say('written');
    await client.query(here('derive.sql'));
    say('derived');
    for (const definition of indexes) await client.query(definition);
    say('indexed');
    await client.query('VACUUM (ANALYZE, FREEZE)');
    say('analyzed');
    await check(client);
    await client.query(`COMMENT ON DATABASE ${client.escapeIdentifier(client.database)} IS '${stamp}'`);
    const { rows } = await client.query('SELECT pg_size_pretty(pg_database_size(current_database())) AS size');
    say(`done, ${rows[0].size}`);
  } finally {
    await client.end();
  }
}

await main();
