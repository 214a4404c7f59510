import { type Pool } from 'pg';

/** What PostgreSQL calls the ways in which it refuses. */
export const checkViolation = '23514';
export const uniqueViolation = '23505';
export const unknownReference = '23503';
/** What PostgreSQL 18 calls an unknown reference where ON DELETE RESTRICT finds it. */
const restrictViolation = '23001';
export const generatedAlways = '428C9';

/** A readable id: id('a1') is 000000a1-…. */
export const id = (name: string): string => `'${name.padStart(8, '0')}-0000-4000-8000-000000000000'`;

export const article = id('a1');
export const draft = id('a2');
export const quote = id('b1');
export const mention = id('c1');
export const person = id('d1');
export const otherPerson = id('d2');
export const organization = id('e1');
export const place = id('f1');
export const city = id('f2');
export const subject = id('51');

// 0: One 🎉 said “two words” and “three.”        35: Four
export const body = 'One 🎉 said “two words” and “three.”\n\nFour';

/** A little of every record, in SQL. */
export const world = `
  INSERT INTO person (id, slug, name) VALUES (${person}, 'one', 'One'), (${otherPerson}, 'two', 'Two');
  INSERT INTO organization (id, slug, name) VALUES (${organization}, 'paper', 'Paper'), (${id('e2')}, 'body', 'Body');
  INSERT INTO place (id, slug, name, kind, parent_id) VALUES
    (${place}, 'land', 'Land', 'COUNTRY', NULL), (${city}, 'city', 'City', 'CITY', ${place});
  INSERT INTO subject (id, code, name) VALUES (${subject}, 'medtop:1', 'Things');
  INSERT INTO article (id, slug, uri, status, located_id, source_id) VALUES
    (${article}, 'first', 'urn:1', 'PUBLISHED', ${city}, ${organization}), (${draft}, 'second', 'urn:2', 'DRAFT', NULL, NULL);
  INSERT INTO article_version (article_id, number, headline, body) VALUES
    (${article}, 1, 'First', '${body}'), (${article}, 2, 'First again', '${body}'), (${draft}, 1, 'Second', '${body}');
  INSERT INTO article_subject (article_id, subject_id) VALUES (${article}, ${subject});
  INSERT INTO correction (article_id, kind, text, version) VALUES (${article}, 'UPDATE', 'New words.', 2);
  INSERT INTO image (id, article_id, index, photographer_id, located_id) VALUES (${id('1a')}, ${article}, 0, ${otherPerson}, ${city});
  INSERT INTO image_person (image_id, person_id) VALUES (${id('1a')}, ${person});
  INSERT INTO role (person_id, title, organization_id, from_date, article_id) VALUES
    (${person}, 'Editor', ${organization}, '2020-01-01', NULL), (${person}, 'Speaker', NULL, NULL, ${article});
  INSERT INTO external_id (scheme, value, person_id) VALUES ('wikidata', 'Q1', ${person});
  INSERT INTO mention (id, article_id, version, rel, person_id, position) VALUES (${mention}, ${article}, 1, 'ABOUT', ${person}, 1);
  INSERT INTO mention_span (mention_id, version, index, article_id, start_offset, end_offset, text) VALUES
    (${mention}, 1, 0, ${article}, 0, 3, 'One');
  INSERT INTO quote (id, article_id, version, text, kind, position, cue_text, cue_start, cue_end, speaker_person_id, said_in_id) VALUES
    (${quote}, ${article}, 1, 'two words three.', 'DIRECT', 1, 'said', 6, 10, ${person}, ${city});
  INSERT INTO quote_span (quote_id, version, index, article_id, start_offset, end_offset, text, prefix, suffix) VALUES
    (${quote}, 1, 0, ${article}, 12, 21, 'two words', 'said “', '” and'), (${quote}, 1, 1, ${article}, 28, 34, 'three.', 'and “', '”');
`;

/** The rows that statements gave last, or how they were refused. */
export type Outcome = { rows: unknown[] } | { code: string; constraint: string | undefined };

/** Runs statements as one transaction up to the commit, then takes them back. */
export async function attempt(pool: Pool, sql: string): Promise<Outcome> {
  const client = await pool.connect();
  try {
    const results = [await client.query(`BEGIN; ${sql}; SET CONSTRAINTS ALL IMMEDIATE`)].flat();
    return { rows: results.at(-2)!.rows as unknown[] };
  } catch (error) {
    const { code, constraint } = error as { code: string; constraint?: string };
    return { code: code === restrictViolation ? unknownReference : code, constraint };
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

/** A statement that must be refused, with the code and the constraint that say so. */
export type Refusal = readonly [what: string, sql: string, code: string, constraint?: string];
