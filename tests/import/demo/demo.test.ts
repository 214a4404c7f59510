import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadDemo } from '../../../src/import/demo/loadDemo';
import { packageRoot } from '../../../src/packageRoot';
import { type Program, startProgram } from '../../harness/program';
import { startTestServer, type TestServer } from '../../harness/server';
import { verbatim } from '../../harness/verbatim';

jest.setTimeout(120_000);

const stories = JSON.parse(
  readFileSync(path.join(packageRoot, 'prisma/seed/wikinews/stories.json'), 'utf8'),
) as readonly { readonly uri: string; readonly headline: string; readonly body: readonly string[] }[];

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ seeded: true });
  expect(await loadDemo(server.database)).toBe(stories.length);
});
afterAll(() => server.close());

const count = async (table: string): Promise<number> =>
  (await server.database.pool.query(`select from ${table}`)).rowCount ?? 0;

test('readers find its articles, word by word, with their credit and what was found in them', async () => {
  for (const { uri, headline, body } of stories) {
    const { body: answer } = await server.post(
      `query ($uri: String!) { article(by: { uri: $uri }) { headline body creditLine publishedAt status
        people { totalCount } quotes(first: 1) { edges { node { method reviewStatus } } } } }`,
      { uri },
    );
    expect(answer.data).toMatchObject({
      article: { headline, body: body.join('\n\n'), creditLine: 'Wikinews, CC BY 2.5', status: 'PUBLISHED' },
    });
  }
  const { body } = await server.post(
    '{ quotes(filter: { reviewStatus: [UNREVIEWED], kind: [DIRECT, MIXED] }) { totalCount } people { totalCount } }',
  );
  const { quotes, people } = body.data as { quotes: { totalCount: number }; people: { totalCount: number } };
  expect(quotes.totalCount).toBeGreaterThan(40);
  expect(people.totalCount).toBeGreaterThan(30);
});

test('brought in again, by the command line too, it changes nothing', async () => {
  const before = [await count('article'), await count('quote'), await count('person'), await count('audit_entry')];
  expect(await loadDemo(server.database)).toBe(0);
  const { code, stderr } = await verbatim(['demo'], { DATABASE_URL: server.database.url });
  expect([code, stderr]).toEqual([0, expect.stringMatching(/^All articles of the demo are here already/)]);
  expect([await count('article'), await count('quote'), await count('person'), await count('audit_entry')]).toEqual(
    before,
  );
});

test('one that is missing comes back alone; one that an editor changed stays changed', async () => {
  const { pool } = server.database;
  const [gone, changed] = stories;
  await pool.query('delete from article where uri = $1', [gone!.uri]);
  await pool.query(`update article set genre = 'edited' where uri = $1`, [changed!.uri]);
  expect(await loadDemo(server.database)).toBe(1);
  const { rows } = await pool.query(`select genre from article where uri = any($1) order by genre nulls last`, [
    [gone!.uri, changed!.uri],
  ]);
  expect(rows).toEqual([{ genre: 'edited' }, { genre: null }]);
});

describe('the server', () => {
  let program: Program | undefined;
  afterEach(async () => {
    program?.process.kill('SIGTERM');
    await program?.ended;
  });

  test('started with --demo, it says that the articles are here', async () => {
    program = startProgram({ DATABASE_URL: server.database.url }, undefined, ['--demo']);
    await program.says('the articles of the demo are here');
    await program.url();
  });
});
