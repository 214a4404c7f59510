import { openTestDatabase, type TestDatabase } from '../harness/database';
import {
  attempt,
  checkViolation,
  draft,
  id,
  person,
  otherPerson,
  place,
  type Refusal,
  uniqueViolation,
  world,
} from '../harness/refusals';

const hash = (byte: string): string => `'\\x${byte.repeat(32)}'::bytea`;

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await database.pool.query(world);
  await database.pool.query(`
    INSERT INTO api_key (name, role, prefix, hash) VALUES ('Desk', 'EDITOR', 'vbt_00000000', ${hash('00')});
    INSERT INTO answered_call (caller, key, action, input_hash, answer) VALUES ('one', 'call', 'a', ${hash('00')}, '{}');
    INSERT INTO audit_entry (actor, action, record_kind, record_id) VALUES ('Desk', 'a', 'article', ${draft});
    INSERT INTO merged_record (id, kind, survivor_id) VALUES (${id('f1')}, 'person', ${person});
    INSERT INTO former_slug (kind, slug, record_id) VALUES ('person', 'old', ${person})`);
});
afterAll(() => database.close());

function refuses(refusals: readonly Refusal[]): void {
  test.each(refusals.map((refusal) => [refusal[0], refusal] as const))('%s', async (_, [, sql, code, constraint]) => {
    expect(await attempt(database.pool, sql)).toEqual({ code, constraint });
  });
}

describe('the audit trail is only ever added to: the database refuses', () => {
  const refused = (what: string, sql: string): Refusal => [what, sql, checkViolation, 'audit_entry_immutable'];
  refuses([
    refused('another actor', `UPDATE audit_entry SET actor = 'Somebody else'`),
    refused('that an entry goes', 'DELETE FROM audit_entry'),
    refused('that all go at once', 'TRUNCATE audit_entry'),
  ]);

  test('not one entry more', async () => {
    const sql = `INSERT INTO audit_entry (actor, action, record_kind, record_id) VALUES ('Desk', 'b', 'article', ${draft});
      SELECT count(*)::int FROM audit_entry`;
    expect(await attempt(database.pool, sql)).toEqual({ rows: [{ count: 2 }] });
  });
});

describe('what writing keeps makes sense: the database refuses', () => {
  const senseless = (what: string, sql: string, constraint: string): Refusal => [what, sql, checkViolation, constraint];
  const twice = (what: string, sql: string, constraint: string): Refusal => [what, sql, uniqueViolation, constraint];
  const merged = (kind: string, survivor: string): string =>
    `INSERT INTO merged_record (id, kind, survivor_id) VALUES (${id('f2')}, '${kind}', ${survivor})`;
  refuses([
    senseless(
      'a scheduled article without its time',
      `UPDATE article SET status = 'SCHEDULED' WHERE id = ${draft}`,
      'article_scheduled_for_check',
    ),
    senseless(
      'a time without a scheduled article',
      `UPDATE article SET scheduled_for = now() WHERE id = ${draft}`,
      'article_scheduled_for_check',
    ),
    senseless('a key without a name', `UPDATE api_key SET name = ''`, 'api_key_name_check'),
    senseless('a key with a line break in its name', `UPDATE api_key SET name = E'a\\nb'`, 'api_key_name_check'),
    senseless('anything but a hash of a key', `UPDATE api_key SET hash = '\\x00'`, 'api_key_hash_check'),
    ...(['person', 'organization', 'place', 'article'] as const).flatMap((table) => {
      const list = table === 'article' ? 'keywords' : 'aliases';
      const rule = `${table}_${list}_check`;
      return [
        senseless(`nothing among the ${list} of a ${table}`, `UPDATE ${table} SET ${list} = ARRAY['a', NULL]`, rule),
        senseless(`an empty one among the ${list} of a ${table}`, `UPDATE ${table} SET ${list} = ARRAY['']`, rule),
        senseless(`a line end in the ${list} of a ${table}`, `UPDATE ${table} SET ${list} = ARRAY[E'a\\nb']`, rule),
      ];
    }),
    twice(
      'one key twice',
      `INSERT INTO api_key (name, role, prefix, hash) VALUES ('Other', 'ADMIN', 'vbt_1', ${hash('00')})`,
      'api_key_hash_key',
    ),
    twice(
      'two answers to one call',
      `INSERT INTO answered_call (caller, key, action, input_hash, answer) VALUES ('one', 'call', 'b', ${hash('01')}, '{}')`,
      'answered_call_pkey',
    ),
    senseless('a merged article', merged('article', draft), 'merged_record_kind_check'),
    senseless('a record merged into itself', merged('person', id('f2')), 'merged_record_survivor_check'),
    senseless(
      'a former slug of an article',
      `INSERT INTO former_slug (kind, slug, record_id) VALUES ('article', 'old', ${draft})`,
      'former_slug_kind_check',
    ),
    twice(
      'a former slug of two people',
      `INSERT INTO former_slug (kind, slug, record_id) VALUES ('person', 'old', ${otherPerson})`,
      'former_slug_pkey',
    ),
  ]);

  test('not the same former slug of a person and of a place', async () => {
    const sql = `INSERT INTO former_slug (kind, slug, record_id) VALUES ('place', 'old', ${place});
      SELECT kind::text FROM former_slug WHERE slug = 'old' ORDER BY kind`;
    expect(await attempt(database.pool, sql)).toEqual({ rows: [{ kind: 'person' }, { kind: 'place' }] });
  });
});
