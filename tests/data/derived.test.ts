import { readFileSync } from 'node:fs';
import { openTestDatabase, type TestDatabase } from '../harness/database';
import { article, attempt as attemptOn, body, draft, type Outcome, world } from '../harness/refusals';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await database.pool.query(world);
});
afterAll(() => database.close());

const attempt = (sql: string): Promise<Outcome> => attemptOn(database.pool, sql);

describe('the database keeps by itself', () => {
  test('an article’s dates on its quotes, mentions and filings', async () => {
    const dates = ['quote', 'mention', 'article_subject'].map(
      (table) => `(SELECT bool_and(article_listed_at = '2025-01-02Z') FROM ${table}) AS ${table}`,
    );
    expect(
      await attempt(
        `UPDATE article SET published_at = '2025-01-02Z' WHERE id = ${article}; SELECT ${dates.join(', ')}`,
      ),
    ).toEqual({ rows: [{ quote: true, mention: true, article_subject: true }] });
  });

  test('the words to search, of the current version and in the article’s language', async () => {
    const found = `SELECT search_vector @@ websearch_to_tsquery('english', 'happy') AS english,
      search_vector @@ websearch_to_tsquery('german', 'Gerüchte') AS german FROM article WHERE id = ${draft}`;
    const words = `INSERT INTO article_version (article_id, number, headline, body) VALUES (${draft}, 2, 'Happiness', 'Ein Gerücht.')`;
    expect(await attempt(`${words}; ${found}`)).toEqual({ rows: [{ english: false, german: false }] });
    const current = `${words}; UPDATE article SET version = 2 WHERE id = ${draft}`;
    expect(await attempt(`${current}; ${found}`)).toEqual({ rows: [{ english: true, german: false }] });
    const german = `${current}; UPDATE article SET language = 'de-AT' WHERE id = ${draft}`;
    expect(await attempt(`${german}; ${found}`)).toEqual({ rows: [{ english: false, german: true }] });
  });

  test('the headline and standfirst that lists show: the current version’s, and nobody else’s', async () => {
    const shown = `SELECT headline, standfirst FROM article WHERE id = ${draft}`;
    const first = await attempt(shown.replace('article WHERE id', 'article_version WHERE number = 1 AND article_id'));
    expect(await attempt(shown)).toEqual(first);
    const next = `INSERT INTO article_version (article_id, number, headline, standfirst, body) VALUES (${draft}, 2, 'Next', 'Below it.', 'B')`;
    expect(await attempt(`${next}; ${shown}`)).toEqual(first);
    const current = `${next}; UPDATE article SET version = 2 WHERE id = ${draft}`;
    const second = { rows: [{ headline: 'Next', standfirst: 'Below it.' }] };
    expect(await attempt(`${current}; ${shown}`)).toEqual(second);
    const other = `${current}; UPDATE article SET headline = 'Other', standfirst = NULL WHERE id = ${draft}`;
    expect(await attempt(`${other}; ${shown}`)).toEqual(second);
  });

  test('the same for articles that were there before', async () => {
    const copied = readFileSync('prisma/migrations/20261123000210_copied_headlines/migration.sql', 'utf8');
    const missing = `SELECT count(*)::int AS missing FROM article a JOIN article_version v ON v.article_id = a.id AND v.number = a.version
      WHERE (a.headline, a.standfirst) IS DISTINCT FROM (v.headline, v.standfirst)`;
    const before = `ALTER TABLE article DISABLE TRIGGER USER; UPDATE article SET headline = NULL;
      ALTER TABLE article ENABLE TRIGGER USER; SET CONSTRAINTS ALL IMMEDIATE`;
    const { rows } = (await attempt(`${before}; ${missing}`)) as { rows: { missing: number }[] };
    expect(rows[0]!.missing).toBeGreaterThan(0);
    expect(await attempt(`${before}; ${copied}; ${missing}`)).toEqual({ rows: [{ missing: 0 }] });
  });

  test('paragraphs with offsets that give them back', async () => {
    const paragraphs =
      await attempt(`SELECT p.index, p.text, substring(v.body FROM p.start_offset + 1 FOR p.end_offset - p.start_offset) = p.text AS verbatim
      FROM article_version v, paragraphs(v.body) p WHERE v.article_id = ${draft} ORDER BY p.index`);
    expect(paragraphs).toEqual({
      rows: [
        { index: 0, text: body.split('\n\n')[0], verbatim: true },
        { index: 1, text: 'Four', verbatim: true },
      ],
    });
  });
});
