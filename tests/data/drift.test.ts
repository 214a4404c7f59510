import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { type PoolClient } from 'pg';
import { packageRoot } from '../../src/packageRoot';
import { openTestDatabase, type TestDatabase } from '../harness/database';

/**
 * Where the migrations say more than Prisma's schema can. A generated column, and one that a trigger fills, is optional to
 * Prisma so that nothing has to be given for it; a list is never null, though Prisma's migrations don't say so.
 */
const knownDifferences = [
  'article.keywords: not null',
  'article.listed_at: not null, generated',
  'article_subject.article_created_at: not null',
  'article_subject.article_listed_at: not null',
  'article_version.word_count: not null, generated',
  'mention.article_created_at: not null',
  'mention.article_listed_at: not null',
  'organization.aliases: not null',
  'organization.name_keys: not null, generated',
  'organization.sort_name: not null, generated',
  'person.aliases: not null',
  'person.name_keys: not null, generated',
  'person.sort_name: not null, generated',
  'place.aliases: not null',
  'place.name_keys: not null, generated',
  'place.sort_name: not null, generated',
  'quote.article_created_at: not null',
  'quote.article_listed_at: not null',
  'subject.sort_name: not null, generated',
  'article FOREIGN KEY (id, version) REFERENCES article_version(article_id, number) DEFERRABLE INITIALLY DEFERRED: only in the database',
  'article_version FOREIGN KEY (article_id) REFERENCES article(id) ON UPDATE CASCADE ON DELETE CASCADE DEFERRABLE: only in the database',
  'article_version FOREIGN KEY (article_id) REFERENCES article(id) ON UPDATE CASCADE ON DELETE CASCADE: only in schema.prisma',
  'mention UNIQUE NULLS NOT DISTINCT (article_id, rel, person_id, organization_id, place_id): only in the database',
  'role UNIQUE NULLS NOT DISTINCT (person_id, organization_id, title, from_date): only in the database',
].sort();

/** What stands in one schema of the database, a line each, and what is said of it. */
type Catalogue = ReadonlyMap<string, ReadonlySet<string>>;

const columns = `SELECT c.relname || '.' || a.attname AS name, array_remove(ARRAY[
    format_type(a.atttypid, a.atttypmod),
    CASE WHEN a.attnotnull THEN 'not null' END,
    CASE WHEN a.attgenerated <> '' THEN 'generated' ELSE 'default ' || pg_get_expr(d.adbin, d.adrelid) END], NULL) AS facts
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relnamespace = $1::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND c.relname <> '_prisma_migrations'`;
const enums = `SELECT 'enum ' || t.typname AS name, ARRAY[string_agg(e.enumlabel, ' ' ORDER BY e.enumsortorder)] AS facts
  FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid WHERE t.typnamespace = $1::regnamespace GROUP BY t.oid, t.typname`;
const keys = `SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) AS name, ARRAY[]::text[] AS facts
  FROM pg_constraint WHERE connamespace = $1::regnamespace AND contype IN ('p', 'f', 'u') AND conrelid::regclass::text <> '_prisma_migrations'`;
const uniques = `SELECT i.indrelid::regclass || ' unique' || substring(pg_get_indexdef(i.indexrelid) FROM ' \\(.*') AS name, ARRAY[]::text[] AS facts
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace = $1::regnamespace AND i.indisunique AND NOT i.indisprimary
    AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype = 'u')`;

async function catalogueOf(client: PoolClient, schema: string): Promise<Catalogue> {
  await client.query(`SET LOCAL search_path = ${schema}`); // so that names are given without it
  const catalogue = new Map<string, ReadonlySet<string>>();
  for (const sql of [columns, enums, keys, uniques]) {
    const { rows } = await client.query<{ name: string; facts: string[] }>(sql, [schema]);
    for (const { name, facts } of rows) catalogue.set(name, new Set(facts));
  }
  return catalogue;
}

function differences(database: Catalogue, model: Catalogue): string[] {
  const names = [...new Set([...database.keys(), ...model.keys()])].sort();
  return names.flatMap((name) => {
    const [there, said] = [database.get(name), model.get(name)];
    if (!said) return `${name}: only in the database`;
    if (!there) return `${name}: only in schema.prisma`;
    const more = [...there].filter((fact) => !said.has(fact));
    const less = [...said].filter((fact) => !there.has(fact)).map((fact) => `no ${fact}`);
    return more.length + less.length > 0 ? `${name}: ${[...more, ...less].join(', ')}` : [];
  });
}

describe('the database that migrations make', () => {
  let database: TestDatabase;
  let modelSql: string;
  beforeAll(async () => {
    database = await openTestDatabase();
    modelSql = execFileSync(process.execPath, [path.join(packageRoot, 'scripts/schema-sql.mjs')], {
      env: { ...process.env, DATABASE_URL: database.url },
      encoding: 'utf8',
    });
  });
  afterAll(() => database.close());

  /** Makes what schema.prisma says in a schema of its own beside the migrated one, and compares the two. */
  async function drift(change = ''): Promise<string[]> {
    const client = await database.pool.connect();
    try {
      await client.query(`BEGIN; CREATE SCHEMA model; SET LOCAL search_path = model; ${modelSql}`);
      await client.query(`SET LOCAL search_path = public; ${change}`);
      return differences(await catalogueOf(client, 'public'), await catalogueOf(client, 'model'));
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  }

  test('has the columns, types, enums and keys of schema.prisma', async () => {
    expect(modelSql).toContain('CREATE TABLE "article_version"');
    expect((await drift()).sort()).toEqual(knownDifferences);
  });

  test.each([
    ['a column more', 'ALTER TABLE place ADD COLUMN height integer', 'place.height: only in the database'],
    ['a column less', 'ALTER TABLE place DROP COLUMN latitude CASCADE', 'place.latitude: only in schema.prisma'],
    [
      'another type',
      'ALTER TABLE image ALTER COLUMN caption TYPE varchar(80)',
      'image.caption: character varying(80), no text',
    ],
    ['a value needed', 'ALTER TABLE image ALTER COLUMN caption SET NOT NULL', 'image.caption: not null'],
    ['a default less', 'ALTER TABLE person ALTER COLUMN listed DROP DEFAULT', 'person.listed: no default false'],
    [
      'a state more',
      `ALTER TYPE place_kind ADD VALUE 'SEA'`,
      'enum place_kind: AREA COUNTRY REGION CITY VENUE OTHER SEA, no AREA COUNTRY REGION CITY VENUE OTHER',
    ],
    [
      'another way to go',
      `ALTER TABLE role DROP CONSTRAINT role_person_id_fkey,
         ADD CONSTRAINT role_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE CASCADE`,
      'role FOREIGN KEY (person_id) REFERENCES person(id) ON UPDATE CASCADE ON DELETE RESTRICT: only in the database',
    ],
    ['a key less', 'DROP INDEX person_slug_key', 'person unique (slug): only in schema.prisma'],
    ['a table more', 'CREATE TABLE note (id uuid PRIMARY KEY)', 'note PRIMARY KEY (id): only in the database'],
  ])('is seen to differ by %s', async (_, change, difference) => {
    expect(await drift(change)).toContain(difference);
    expect(await drift()).not.toContain(difference);
  });
});
