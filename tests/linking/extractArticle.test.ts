import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../src/packageRoot';
import { openShelf, type Shelf } from './storing';
import { meanwhile } from '../harness/until';

let shelf: Shelf;
beforeAll(async () => (shelf = await openShelf({ seeded: true })));
afterAll(() => shelf.close());

const sample = readFileSync(path.join(packageRoot, 'prisma/seed/rubio-mexico-cartels.txt'), 'utf8');
const text = `Bridge reopens after nine years

By Ana Gómez

LISBON — “It holds,” Mayor Marco Rubio said on Friday. “And it will hold.”

Engineers said the 🦊 bridge was safe.`;

interface Extracted {
  readonly article: { readonly id: string; readonly version: number } | null;
  readonly extraction: {
    readonly headline: string;
    readonly body: string;
    readonly entities: readonly {
      readonly name: string;
      readonly outcome: string;
      readonly record: { readonly slug: string } | null;
    }[];
    readonly quotes: readonly {
      readonly text: string;
      readonly spans: readonly { readonly start: number; readonly end: number; readonly text: string }[];
      readonly speaker: { readonly name: string } | null;
    }[];
  } | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[]; readonly message: string }[];
}

const fields = `article { id slug version status headline byline body language people { edges { node { slug reviewStatus } } }
    quotes { edges { node { text method reviewStatus confidence speaker { ... on Person { slug } } spans { text } } } } }
  extraction { headline byline dateline language captions body
    entities { kind name otherNames titles confidence spans { start end text } outcome matchConfidence record { slug name } }
    quotes { text kind spans { start end text prefix suffix } cue { text start end } speaker { name } speakerName speakerTitle sourceType confidence } }
  userErrors { code message path record { id } }`;

async function extractArticle(input: object): Promise<Extracted> {
  const query = `mutation ($input: ExtractArticleInput!) { extractArticle(input: $input) { ${fields} } }`;
  return (await shelf.ask<{ extractArticle: Extracted }>('EDITOR', query, { input })).extractArticle;
}

/** Every row of every table, and which transaction wrote it. */
async function everything(): Promise<unknown> {
  const tables = await shelf.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  return Promise.all(tables.map(({ name }) => shelf.query(`select *, xmin::text from "${name}" order by 1, 2`)));
}

test('a dry run tells what it would find, with exact spans and the records that are there, and writes nothing', async () => {
  const before = await everything();
  const { article, extraction, userErrors } = await extractArticle({
    text: sample,
    dryRun: true,
    idempotencyKey: 'dry',
  });
  expect([article, userErrors]).toEqual([null, []]);
  expect(await everything()).toEqual(before);
  const { body, quotes, entities } = extraction!;
  expect(extraction!.headline).toBe('Rubio scraps plan to use US military against cartels in Mexico');
  const characters = [...body];
  const spans = quotes.flatMap((quote) => quote.spans);
  expect(spans.length).toBeGreaterThan(6);
  for (const { start, end, text: words } of spans) expect(characters.slice(start, end).join('')).toBe(words);
  const photographer = entities.find(({ name }) => name === 'Andrej Ivanov');
  expect(photographer).toMatchObject({ outcome: 'KNOWN', record: { slug: 'andrej-ivanov', name: 'Andrej Ivanov' } });
  expect(quotes.filter(({ speaker }) => /Rubio$/.test(speaker?.name ?? '')).length).toBeGreaterThan(4);
});

test('a long text is looked through beside the thread that serves everybody', async () => {
  await extractArticle({ text, dryRun: true });
  const sentence = 'The mayor said that the old bridge holds and that nobody has to fear for it. ';
  const extracting = extractArticle({ text: `A headline\n\n${sentence.repeat(2400)}`, dryRun: true });
  const { times } = await meanwhile(extracting, () => shelf.server.post('{ __typename }'));
  // On that thread, one or two would be answered before it is taken, and none until it is free again.
  expect(times).toBeGreaterThan(5);
});

test('a text becomes a draft with its records; a retry gives the same and writes nothing', async () => {
  const input = { text, idempotencyKey: 'bridge' };
  const made = await extractArticle(input);
  expect(made).toMatchObject({
    article: {
      slug: 'bridge-reopens-after-nine-years',
      status: 'DRAFT',
      version: 1,
      byline: 'By Ana Gómez',
      language: 'en',
    },
    extraction: null,
    userErrors: [],
  });
  const { quotes } = made.article as unknown as { quotes: { edges: { node: { text: string } }[] } };
  expect(quotes.edges.map(({ node }) => node)).toContainEqual(
    expect.objectContaining({ text: 'It holds, And it will hold.', method: 'RULE', reviewStatus: 'UNREVIEWED' }),
  );
  const before = await everything();
  expect(await extractArticle(input)).toEqual(made);
  expect(await everything()).toEqual(before);
  const audit = await shelf.query(
    `select action, record_kind, to_version from audit_entry where action = 'extractArticle' order by record_kind limit 1`,
  );
  expect(audit).toEqual([{ action: 'extractArticle', record_kind: 'article', to_version: 1 }]);
});

test('an article that is there is extracted again: the second time nothing changes, not even the audit trail', async () => {
  const { article } = await extractArticle({
    text: `${text}\n\n“Twice,” Marco Rubio said.`,
    headline: 'Bridge reopens again',
  });
  const { id, version } = article!;
  const before = await everything();
  expect((await extractArticle({ id, expectedVersion: version })).article).toEqual(article);
  const dry = await extractArticle({ id, expectedVersion: version, dryRun: true });
  expect(dry.article).toEqual(article);
  expect(dry.extraction!.headline).toBe('Bridge reopens again');
  expect(await everything()).toEqual(before);
});

test('what people found in the sample article stays as it is when it is extracted', async () => {
  const { article } = await shelf.ask<{ article: { id: string } }>(
    'EDITOR',
    '{ article(by: { slug: "rubio-scraps-plan-to-use-us-military-against-cartels-in-mexico" }) { id } }',
  );
  const human = () =>
    shelf.query(`select q.id, q.text, q.speaker_person_id, q.method from quote q where q.method = 'HUMAN' order by 1`);
  const before = await human();
  const { userErrors } = await extractArticle({ id: article.id, expectedVersion: 1 });
  expect(userErrors).toEqual([]);
  expect(await human()).toEqual(before);
  const direct = await shelf.query(`select 1 from quote where article_id = $1 and kind = 'DIRECT'`, [
    article.id.slice(8),
  ]);
  expect(direct).toHaveLength(5);
});

test.each([
  ['nothing', {}, 'INVALID '],
  ['both', { text, id: 'article_00000000-0000-4000-8000-000000000000' }, 'INVALID '],
  ['a blank text', { text: ' \n ' }, 'INVALID text'],
  ['a control character', { text: 'One.\u0007 Two.' }, 'INVALID text'],
  ['a version of a text', { text, expectedVersion: 1 }, 'INVALID expectedVersion'],
  ['an id without a version', { id: 'article_00000000-0000-4000-8000-000000000000' }, 'INVALID expectedVersion'],
  ['an id of nothing', { id: 'article_00000000-0000-4000-8000-000000000000', expectedVersion: 1 }, 'NOT_FOUND id'],
  ['an id of something else', { id: 'person_00000000-0000-4000-8000-000000000000', expectedVersion: 1 }, 'INVALID id'],
  [
    'a slug for what has one',
    { id: 'article_00000000-0000-4000-8000-000000000000', expectedVersion: 1, slug: 'x' },
    'INVALID slug',
  ],
  [
    'a slug that is taken',
    { text, slug: 'rubio-scraps-plan-to-use-us-military-against-cartels-in-mexico' },
    'TAKEN slug',
  ],
  ['a language that is none', { text, language: '!' }, 'INVALID language'],
])('%s is refused, and nothing is written', async (_, input, told) => {
  const before = await everything();
  for (const dryRun of told.startsWith('TAKEN') || told.endsWith('language') ? [false] : [false, true]) {
    const { article, extraction, userErrors } = await extractArticle({ ...input, dryRun });
    expect([article, extraction]).toEqual([null, null]);
    expect(userErrors.map(({ code, path: where }) => `${code} ${where.join('.')}`)).toContain(told);
  }
  expect(await everything()).toEqual(before);
});

test('a stale version is a conflict, and a withdrawn article stays as it is', async () => {
  const { article } = await extractArticle({ text });
  expect((await extractArticle({ id: article!.id, expectedVersion: 2 })).userErrors).toMatchObject([
    { code: 'CONFLICT' },
  ]);
  await shelf.done('publishArticle', { id: article!.id, expectedVersion: 1 });
  await shelf.done('withdrawArticle', { id: article!.id, expectedVersion: 1, kind: 'KILL', notice: 'Gone.' });
  expect((await extractArticle({ id: article!.id, expectedVersion: 1 })).userErrors).toMatchObject([
    { code: 'WRONG_STATUS' },
  ]);
});

test.each([
  ['a text of nothing but quotation marks', '“"‘«'.repeat(2000)],
  ['nested marks', `${'“'.repeat(5000)}yes${'”'.repeat(5000)}`],
  ['one long line', 'word '.repeat(20000)],
  ['another script', '田中さんは「行きます」と言った。'.repeat(50)],
  ['characters beyond the first plane', '“🦊🦊 𝔘𝔫𝔡,” said 𝔄𝔫𝔫𝔞 🦊 Prado. '.repeat(200)],
])('%s makes a draft, with whatever is found', async (_, words) => {
  const { article, userErrors } = await extractArticle({ text: words, headline: 'Odd' });
  expect(userErrors).toEqual([]);
  expect(article).not.toBeNull();
});
