import { normalizeBody } from '../../src/text/body';
import { openTestDatabase, type TestDatabase } from '../harness/database';
import {
  article,
  checkViolation,
  city,
  draft,
  generatedAlways,
  id,
  organization,
  otherPerson,
  person,
  place,
  quote,
  subject,
  uniqueViolation,
  unknownReference,
  world,
  attempt as attemptOn,
  type Outcome,
  type Refusal,
} from '../harness/refusals';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await database.pool.query(world);
});
afterAll(() => database.close());

const attempt = (sql: string): Promise<Outcome> => attemptOn(database.pool, sql);

function refuses(refusals: readonly Refusal[]): void {
  test.each(refusals.map((refusal) => [refusal[0], refusal] as const))('%s', async (_, [, sql, code, constraint]) => {
    expect(await attempt(sql)).toEqual({ code, constraint });
  });
}

describe('words are verbatim: the database refuses', () => {
  const span = (columns: string, table = 'quote_span', where = 'index = 0'): string =>
    `UPDATE ${table} SET ${columns} WHERE ${where}`;
  const second = `quote_id = ${quote} AND index = 1`;
  refuses([
    ['a quote’s words that differ', span(`text = 'two Words'`), checkViolation, 'quote_span_verbatim'],
    [
      'a quote’s offsets that are shifted',
      span('start_offset = 13, end_offset = 22'),
      checkViolation,
      'quote_span_verbatim',
    ],
    ['offsets counted in UTF-16', span('start_offset = 13, end_offset = 22'), checkViolation, 'quote_span_verbatim'],
    ['a span that ends before it starts', span('start_offset = 21, end_offset = 12'), '22011'],
    ['a span of no words', span(`end_offset = 12, text = ''`), checkViolation, 'quote_span_offsets_check'],
    [
      'an end beyond the text',
      `UPDATE mention_span SET start_offset = 37, end_offset = 99, text = 'Four'`,
      checkViolation,
      'mention_span_length_check',
    ],
    ['a span in a version that is not there', span('version = 9'), checkViolation, 'quote_span_verbatim'],
    [
      'a span in another article than its quote',
      span(`article_id = ${draft}`),
      unknownReference,
      'quote_span_quote_id_article_id_fkey',
    ],
    ['a mention’s words that differ', span(`text = 'one'`, 'mention_span'), checkViolation, 'mention_span_verbatim'],
    [
      'a mention’s offsets that are shifted',
      span('start_offset = 1, end_offset = 4', 'mention_span'),
      checkViolation,
      'mention_span_verbatim',
    ],
    [
      'a span in another article than its mention',
      span(`article_id = ${draft}`, 'mention_span'),
      unknownReference,
      'mention_span_mention_id_article_id_fkey',
    ],
    ['a cue that differs', `UPDATE quote SET cue_text = 'says'`, checkViolation, 'quote_cue_verbatim'],
    [
      'a cue without offsets',
      'UPDATE quote SET cue_start = NULL, cue_end = NULL',
      checkViolation,
      'quote_cue_verbatim',
    ],
    ['offsets without a cue', 'UPDATE quote SET cue_text = NULL', checkViolation, 'quote_cue_check'],
    [
      'a cue beyond the text',
      `UPDATE quote SET cue_text = 'Four', cue_start = 37, cue_end = 99`,
      checkViolation,
      'quote_cue_check',
    ],
    ['a quote of other words than its spans’', `UPDATE quote SET text = 'two words'`, checkViolation, 'quote_verbatim'],
    ['a quote without spans', `DELETE FROM quote_span`, checkViolation, 'quote_verbatim'],
    ['a quote that loses a span', `DELETE FROM quote_span WHERE ${second}`, checkViolation, 'quote_verbatim'],
    ['a quote in a version where it has no spans', 'UPDATE quote SET version = 2', checkViolation, 'quote_verbatim'],
    [
      'spans that run backwards',
      `UPDATE quote_span SET index = 2 WHERE index = 0; UPDATE quote SET text = 'three. two words'`,
      checkViolation,
      'quote_verbatim',
    ],
    [
      'spans that overlap',
      `UPDATE quote_span SET start_offset = 16, end_offset = 21, text = 'words' WHERE ${second};
       UPDATE quote SET text = 'two words words'`,
      checkViolation,
      'quote_verbatim',
    ],
    [
      'a new quote without spans',
      `INSERT INTO quote (article_id, version, text, kind, position) VALUES (${article}, 1, 'Four', 'DIRECT', 2)`,
      checkViolation,
      'quote_verbatim',
    ],
  ]);

  test('nothing that is verbatim, in the right order, in one transaction', async () => {
    const moved = await attempt(`
      UPDATE quote_span SET start_offset = 16, text = 'words' WHERE index = 0;
      UPDATE quote SET text = 'words three.', cue_text = NULL, cue_start = NULL, cue_end = NULL;
      SELECT text FROM quote`);
    expect(moved).toEqual({ rows: [{ text: 'words three.' }] });
  });

  test('at the commit itself, too', async () => {
    const commit = database.pool.query(`BEGIN; UPDATE quote SET text = 'two words'; COMMIT`);
    await expect(commit).rejects.toMatchObject({ code: checkViolation, constraint: 'quote_verbatim' });
    expect((await database.pool.query('SELECT text FROM quote')).rows).toEqual([{ text: 'two words three.' }]);
  });
});

describe('a version never changes: the database refuses', () => {
  const refused = (what: string, sql: string): Refusal => [what, sql, checkViolation, 'article_version_immutable'];
  refuses([
    refused('other words', `UPDATE article_version SET body = 'Other.' WHERE number = 1`),
    refused('another headline', `UPDATE article_version SET headline = 'Other'`),
    refused('another standfirst', `UPDATE article_version SET standfirst = 'Other'`),
    refused('another author', `UPDATE article_version SET created_by = 'Other'`),
    refused('another number', `UPDATE article_version SET number = 7 WHERE number = 2`),
    refused('that it goes without its article', `DELETE FROM article_version WHERE number = 2`),
    [
      'a current version that is not there',
      `UPDATE article SET version = 3 WHERE id = ${article}`,
      unknownReference,
      'article_version_fkey',
    ],
    [
      'an article without words',
      `INSERT INTO article (slug) VALUES ('empty')`,
      unknownReference,
      'article_version_fkey',
    ],
  ]);
});

describe('states follow each other', () => {
  const states = ['DRAFT', 'SCHEDULED', 'PUBLISHED', 'WITHDRAWN'];
  const allowed = [
    'DRAFT SCHEDULED',
    'DRAFT PUBLISHED',
    'SCHEDULED DRAFT',
    'DRAFT WITHDRAWN',
    'SCHEDULED PUBLISHED',
    'SCHEDULED WITHDRAWN',
    'PUBLISHED DRAFT',
    'PUBLISHED WITHDRAWN',
    'WITHDRAWN PUBLISHED',
  ];
  const pairs = states.flatMap((from) => states.map((to) => [from, to] as const));
  test.each(pairs)('%s → %s', async (from, to) => {
    const time = (status: string) => (status === 'SCHEDULED' ? 'now()' : 'NULL');
    const change = await attempt(`
      INSERT INTO article (id, slug, status, scheduled_for) VALUES (${id('a9')}, 'third', '${from}', ${time(from)});
      INSERT INTO article_version (article_id, number, headline, body) VALUES (${id('a9')}, 1, 'Third', 'Words.');
      UPDATE article SET status = '${to}', scheduled_for = ${time(to)} WHERE id = ${id('a9')};
      SELECT status FROM article WHERE id = ${id('a9')}`);
    expect(change).toEqual(
      from === to || allowed.includes(`${from} ${to}`)
        ? { rows: [{ status: to }] }
        : { code: checkViolation, constraint: 'article_status_order' },
    );
  });
});

describe('what is unique stays so: the database refuses', () => {
  const twice = (what: string, sql: string, constraint: string): Refusal => [what, sql, uniqueViolation, constraint];
  refuses([
    twice('an article’s slug twice', `UPDATE article SET slug = 'first' WHERE id = ${draft}`, 'article_slug_key'),
    twice('a uri twice', `UPDATE article SET uri = 'urn:1' WHERE id = ${draft}`, 'article_uri_key'),
    twice('a person’s slug twice', `INSERT INTO person (slug, name) VALUES ('one', 'Other')`, 'person_slug_key'),
    twice(
      'an organization’s slug twice',
      `INSERT INTO organization (slug, name) VALUES ('paper', 'O')`,
      'organization_slug_key',
    ),
    twice(
      'a place’s slug twice',
      `INSERT INTO place (slug, name, kind) VALUES ('land', 'O', 'CITY')`,
      'place_slug_key',
    ),
    twice('a subject’s code twice', `INSERT INTO subject (code, name) VALUES ('medtop:1', 'O')`, 'subject_code_key'),
    twice(
      'an external id twice',
      `INSERT INTO external_id (scheme, value, place_id) VALUES ('wikidata', 'Q1', ${place})`,
      'external_id_pkey',
    ),
    twice(
      'a role twice',
      `INSERT INTO role (person_id, title, organization_id, from_date) VALUES (${person}, 'Chief', ${organization}, '2020-01-01')`,
      'role_person_id_organization_id_from_date_key',
    ),
    twice(
      'a role without organization and dates twice',
      `INSERT INTO role (person_id, title) VALUES (${person}, 'Speaker')`,
      'role_title_key',
    ),
    twice(
      'a version’s number twice',
      `INSERT INTO article_version (article_id, number, headline, body) VALUES (${article}, 2, 'O', 'O')`,
      'article_version_article_id_number_key',
    ),
    twice(
      'a picture’s place twice',
      `INSERT INTO image (article_id, index) VALUES (${article}, 0)`,
      'image_article_id_index_key',
    ),
    twice(
      'a mention of the same person in the same way twice',
      `INSERT INTO mention (article_id, version, rel, person_id, position) VALUES (${article}, 1, 'ABOUT', ${person}, 2)`,
      'mention_entity_key',
    ),
    twice(
      'a filing twice',
      `INSERT INTO article_subject (article_id, subject_id) VALUES (${article}, ${subject})`,
      'article_subject_pkey',
    ),
  ]);
});

describe('nothing refers to what is not there: the database refuses', () => {
  const kept = (what: string, sql: string, constraint: string): Refusal => [what, sql, unknownReference, constraint];
  refuses([
    kept(
      'a mention of nobody',
      `INSERT INTO mention (article_id, version, rel, person_id, position) VALUES (${article}, 1, 'ABOUT', ${id('99')}, 2)`,
      'mention_person_id_fkey',
    ),
    kept(
      'a speaker who is not there',
      `UPDATE quote SET speaker_person_id = ${id('99')}`,
      'quote_speaker_person_id_fkey',
    ),
    kept(
      'that a place goes in which an article is located',
      `DELETE FROM place WHERE id = ${city}`,
      'article_located_id_fkey',
    ),
    kept('that a place goes in which another lies', `DELETE FROM place WHERE id = ${place}`, 'place_parent_id_fkey'),
    kept('that a source goes', `DELETE FROM organization WHERE id = ${organization}`, 'article_source_id_fkey'),
    kept('that a photographer goes', `DELETE FROM person WHERE id = ${otherPerson}`, 'image_photographer_id_fkey'),
    kept('that a subject goes', `DELETE FROM subject WHERE id = ${subject}`, 'article_subject_subject_id_fkey'),
    kept(
      'that a person in a picture goes',
      `DELETE FROM quote; DELETE FROM mention; DELETE FROM person WHERE id = ${person}`,
      'image_person_person_id_fkey',
    ),
    kept(
      'that a person mentioned goes',
      `DELETE FROM quote; DELETE FROM image; DELETE FROM person WHERE id = ${person}`,
      'mention_person_id_fkey',
    ),
    kept(
      'that a speaker goes',
      `DELETE FROM image; DELETE FROM mention; DELETE FROM person WHERE id = ${person}`,
      'quote_speaker_person_id_fkey',
    ),
  ]);

  const counts = (tables: string[]): string =>
    `SELECT ${tables.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`).join(', ')}`;

  test('not that an article goes, which takes what is its own along and nothing else', async () => {
    const gone = [
      'article_version',
      'quote',
      'quote_span',
      'mention',
      'mention_span',
      'image',
      'image_person',
      'correction',
      'article_subject',
    ];
    const all = [...gone, 'article', 'role', 'person', 'organization', 'place', 'subject', 'external_id'];
    const before = (await database.pool.query<Record<string, number>>(counts(all))).rows[0]!;
    for (const table of all) expect(before[table]).toBeGreaterThan(0);
    const after = await attempt(`UPDATE article SET rewritten_from_id = ${article} WHERE id = ${draft};
      DELETE FROM article WHERE id = ${article}; ${counts(all)}`);
    const none = Object.fromEntries(gone.map((table) => [table, 0]));
    // The draft stays with its version, and the role that rests on no article.
    expect(after).toEqual({ rows: [{ ...before, ...none, article_version: 1, article: 1, role: 1 }] });
  });

  test('not that a person goes of whom nothing speaks, with roles and external ids', async () => {
    const after = await attempt(`DELETE FROM article WHERE id = ${article}; DELETE FROM person WHERE id = ${person};
      ${counts(['person', 'role', 'external_id', 'organization'])}`);
    expect(after).toEqual({ rows: [{ person: 1, role: 0, external_id: 0, organization: 2 }] });
  });
});

describe('every record makes sense: the database refuses', () => {
  const senseless = (what: string, sql: string, constraint: string): Refusal => [what, sql, checkViolation, constraint];
  const version = (words: string): string =>
    `INSERT INTO article_version (article_id, number, headline, body) VALUES (${draft}, 2, 'Second', ${words})`;
  refuses([
    senseless('a mention of nothing', 'UPDATE mention SET person_id = NULL', 'mention_entity_check'),
    senseless('a mention of two things', `UPDATE mention SET place_id = ${place}`, 'mention_entity_check'),
    senseless('an external id of nothing', 'UPDATE external_id SET person_id = NULL', 'external_id_owner_check'),
    senseless('an external id of two', `UPDATE external_id SET place_id = ${place}`, 'external_id_owner_check'),
    senseless('a catalogue in capitals', `UPDATE external_id SET scheme = 'Wikidata'`, 'external_id_scheme_check'),
    senseless('two speakers', `UPDATE quote SET speaker_organization_id = ${organization}`, 'quote_speaker_check'),
    senseless('more than certainty', 'UPDATE quote SET confidence = 1.1', 'quote_confidence_check'),
    senseless('a decision without its time', `UPDATE quote SET review_status = 'VERIFIED'`, 'quote_review_check'),
    senseless('a time without a decision', `UPDATE quote SET reviewed_at = now()`, 'quote_review_check'),
    senseless('a quote at place 0', 'UPDATE quote SET position = 0', 'quote_position_check'),
    senseless('a slug with blanks', `UPDATE article SET slug = 'a b'`, 'article_slug_check'),
    senseless('a language that is none', `UPDATE article SET language = 'english!'`, 'article_language_check'),
    senseless('an urgency of 10', 'UPDATE article SET urgency = 10', 'article_urgency_check'),
    senseless(
      'an article rewritten from itself',
      'UPDATE article SET rewritten_from_id = id',
      'article_rewritten_from_check',
    ),
    senseless(
      'an article translated from itself',
      'UPDATE article SET translated_from_id = id',
      'article_translated_from_check',
    ),
    senseless('a blank name', `UPDATE person SET name = ' '`, 'person_name_check'),
    senseless('a place in itself', 'UPDATE place SET parent_id = id', 'place_parent_check'),
    senseless('an organization in itself', 'UPDATE organization SET parent_id = id', 'organization_parent_check'),
    senseless('a country code in small letters', `UPDATE place SET country_code = 'ca'`, 'place_country_code_check'),
    senseless('a place beyond the pole', 'UPDATE place SET latitude = 91', 'place_latitude_check'),
    senseless('a longitude of 181', 'UPDATE place SET longitude = 181', 'place_longitude_check'),
    senseless(
      'a role that ends before it begins',
      `UPDATE role SET to_date = '2019-12-31' WHERE title = 'Editor'`,
      'role_dates_check',
    ),
    senseless('a picture at place -1', 'UPDATE image SET index = -1', 'image_index_check'),
    senseless('an empty body', version(`''`), 'article_version_body_check'),
    senseless('letters that are not composed', version(`U&'e\\0301'`), 'article_version_body_check'),
    senseless('blanks at the end of a line', version(`E'One \\nTwo'`), 'article_version_body_check'),
    senseless('two blank lines', version(`E'One\\n\\n\\nTwo'`), 'article_version_body_check'),
    senseless('a blank line at the end', version(`E'One\\n'`), 'article_version_body_check'),
    senseless('another line end', version(`E'One\\r\\nTwo'`), 'article_version_body_check'),
    senseless('a blank headline', version(`'Words.'`).replace(`'Second'`, `' '`), 'article_version_headline_check'),
    ['a sort name of one’s own', `UPDATE person SET sort_name = 'x'`, generatedAlways],
    ['a place in the list of one’s own', `UPDATE article SET listed_at = now()`, generatedAlways],
  ]);

  test('no body that normalizeBody gives', async () => {
    const blanks = ' \t\v\f\r\n\u0085\u00a0\u1680\u2003\u2028\u2029\u202f\u205f\u3000\ufeff';
    const odd = Array.from(
      blanks,
      (blank) => `${blank}Me\u0301lanie${blank}\n${blank}\n\n\n${blank}Two${blank}\r\nlines${blank}`,
    );
    for (const text of odd) {
      const words = normalizeBody(text).replaceAll("'", "''");
      expect({ text, outcome: await attempt(version(`'${words}'`)) }).toEqual({ text, outcome: { rows: [] } });
    }
  });
});
