import { wordsAt } from '../../../src/text/spans';
import { type Article, type Input, type Newsroom, openNewsroom, revisionOf, type UserError } from '../newsroom';

interface Quote {
  readonly id: string;
  readonly text: string;
  readonly position: number;
  readonly spans: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  readonly cue: { readonly text: string } | null;
  readonly speaker: { readonly id: string } | null;
  readonly speakerName: string | null;
  readonly speakerTitle: string | null;
  readonly sourceType: string;
  readonly saidIn: { readonly id: string } | null;
  readonly reviewStatus: string;
  readonly reviewedBy: string | null;
  readonly anchorState: string;
  readonly version: number;
}

const fields = `id text position spans { start end text } cue { text } speaker { ... on Node { id } } speakerName speakerTitle sourceType
  saidIn { id } reviewStatus reviewedBy anchorState version`;

const body =
  'Ana 🦊 Rivas said: “We go.” “Yes,” she said. “No one stays.”\n\n“Yes,” said Ben. The harbour is closed, he added.';
let newsroom: Newsroom;
let ana: string;
let port: string;
let place: string;
beforeAll(async () => {
  newsroom = await openNewsroom();
  const { prisma } = newsroom.server.database;
  const company = await prisma.organization.create({ data: { slug: 'port', name: 'Port' } });
  const roles = [
    { title: 'Mayor', from: new Date('2020-01-01'), to: new Date('2022-12-31') },
    { title: 'Minister', from: new Date('2023-01-01') },
  ];
  const person = await prisma.person.create({
    data: { slug: 'ana', name: 'Ana Rivas', listed: true, roles: { create: roles } },
  });
  const town = await prisma.place.create({ data: { slug: 'town', name: 'Town', kind: 'CITY' } });
  [ana, port, place] = [`person_${person.id}`, `organization_${company.id}`, `place_${town.id}`];
});
afterAll(() => newsroom.close());

async function write(
  mutation: string,
  input: Input,
): Promise<{ quote: Quote | null; userErrors: readonly UserError[] }> {
  const revision = 'id' in input ? { expectedRevision: await revisionOf(newsroom.ask, input.id) } : {};
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { quote { ${fields} } userErrors { code message path record { id } } } }`;
  return (
    await newsroom.ask<Record<string, { quote: Quote | null; userErrors: readonly UserError[] }>>('EDITOR', query, {
      input: { ...revision, ...input },
    })
  )[mutation]!;
}

async function done(mutation: string, input: Input): Promise<Quote> {
  const { quote, userErrors } = await write(mutation, input);
  expect(userErrors).toEqual([]);
  return quote!;
}

async function refused(mutation: string, input: Input): Promise<string[]> {
  const counts = async () => [
    await newsroom.server.database.prisma.quote.count(),
    await newsroom.server.database.prisma.auditEntry.count(),
  ];
  const before = await counts();
  const { quote, userErrors } = await write(mutation, input);
  expect(quote).toBeNull();
  expect(await counts()).toEqual(before);
  return userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);
}

const draft = (): Promise<Article> => newsroom.draft(body);
const direct = (article: Article, more: Input): Input => ({
  article: article.id,
  expectedVersion: article.version,
  kind: 'DIRECT',
  ...more,
});

describe('recordQuote', () => {
  test('ties a quote of two stretches to their exact words, counted in code points', async () => {
    const article = await draft();
    const quote = await done(
      'recordQuote',
      direct(article, {
        words: ['We go.', 'No one stays.'],
        speaker: ana,
        speakerName: 'Ana 🦊 Rivas',
        cue: { start: 12, end: 16 },
        saidOn: '2021-05-05',
        saidIn: place,
      }),
    );
    expect(quote).toMatchObject({
      text: 'We go. No one stays.',
      position: 1,
      speaker: { id: ana },
      sourceType: 'NAMED_PERSON',
      saidIn: { id: place },
      cue: { text: 'said' },
      anchorState: 'ANCHORED',
      reviewStatus: 'UNREVIEWED',
    });
    for (const { start, end, text } of quote.spans) expect(wordsAt(body, start, end)).toBe(text);
  });

  test('takes the title that the person held at that time, where none is given', async () => {
    const article = await draft();
    const titleOn = async (saidOn: string, words: string) =>
      (await done('recordQuote', direct(article, { words: [words], speaker: ana, saidOn }))).speakerTitle;
    expect(await titleOn('2021-05-05', 'We go.')).toBe('Mayor');
    expect(await titleOn('2024-05-05', 'No one stays.')).toBe('Minister');
    const { speakerTitle } = await done(
      'recordQuote',
      direct(article, { words: ['The harbour is closed'], speaker: ana, speakerTitle: null }),
    );
    expect(speakerTitle).toBeNull();
  });

  test('finds words at two places and lists them; offsets then say which', async () => {
    const article = await draft();
    const { userErrors } = await write('recordQuote', direct(article, { words: ['Yes,'] }));
    expect(userErrors).toEqual([expect.objectContaining({ code: 'WORDS_AMBIGUOUS', path: ['words', '0'] })]);
    const [first, second] = [...userErrors[0]!.message.matchAll(/(\d+) to (\d+)/g)].map(([, start, end]) => ({
      start: Number(start),
      end: Number(end),
    }));
    const later = await done('recordQuote', direct(article, { spans: [second] }));
    const earlier = await done('recordQuote', direct(article, { spans: [first] }));
    expect([later.text, earlier.text]).toEqual(['Yes,', 'Yes,']);
    const order = await newsroom.ask<{ article: { quotes: { edges: { node: { id: string; position: number } }[] } } }>(
      'EDITOR',
      'query ($id: ID!) { article(by: { id: $id }) { quotes { edges { node { id position } } } } }',
      { id: article.id },
    );
    expect(order.article.quotes.edges.map(({ node }) => node)).toEqual([
      { id: earlier.id, position: 1 },
      { id: later.id, position: 2 },
    ]);
  });

  test.each<[string, Input, string[]]>([
    ['words that are not there', { words: ['We stay.'] }, ['WORDS_NOT_FOUND words.0']],
    ['neither words nor offsets', {}, ['INVALID ']],
    ['both', { words: ['We go.'], spans: [{ start: 0, end: 3 }] }, ['INVALID ']],
    ['no words', { words: [] }, ['INVALID words']],
    ['blank words', { words: [' '] }, ['INVALID words.0']],
    ['offsets beyond the text', { spans: [{ start: 0, end: 100_000 }] }, ['INVALID spans.0']],
    ['offsets before the text', { spans: [{ start: -1, end: 3 }] }, ['INVALID spans.0']],
    ['an empty stretch', { spans: [{ start: 3, end: 3 }] }, ['INVALID spans.0']],
    [
      'stretches that overlap',
      {
        spans: [
          { start: 0, end: 5 },
          { start: 4, end: 9 },
        ],
      },
      ['INVALID spans.1'],
    ],
    ['stretches that cross', { words: ['No one stays.', 'We go.'] }, ['INVALID words.1']],
    ['a cue beyond the text', { words: ['We go.'], cue: { start: 5, end: 9999 } }, ['INVALID cue']],
    ['a speaker that is a place', { words: ['We go.'], speaker: 'PLACE' }, ['INVALID speaker']],
    [
      'a speaker that is nobody',
      { words: ['We go.'], speaker: 'person_00000000-0000-4000-8000-000000000000' },
      ['NOT_FOUND speaker'],
    ],
    [
      'a source type against the speaker',
      { words: ['We go.'], speaker: 'PORT', sourceType: 'NAMED_PERSON' },
      ['INVALID sourceType'],
    ],
    [
      'several mistakes at once',
      { words: ['Nope'], speakerName: ' ', saidIn: 'ANA' },
      ['WORDS_NOT_FOUND words.0', 'INVALID saidIn', 'INVALID speakerName'],
    ],
  ])('refuses %s', async (_, more, told) => {
    const named: Record<string, string> = { PLACE: place, PORT: port, ANA: ana };
    const input = Object.fromEntries(
      Object.entries(more).map(([key, value]) => [key, typeof value === 'string' ? (named[value] ?? value) : value]),
    );
    expect(await refused('recordQuote', direct(await draft(), input))).toEqual(told);
  });

  test('refuses the same words twice, naming the quote, and a stale version', async () => {
    const article = await draft();
    const { id } = await done('recordQuote', direct(article, { words: ['We go.'] }));
    const { userErrors } = await write('recordQuote', direct(article, { words: ['We go.'] }));
    expect(userErrors).toEqual([expect.objectContaining({ code: 'DUPLICATE', record: { id } })]);
    await newsroom.done('reviseArticle', { id: article.id, expectedVersion: 1, body: `${body}\n\nMore.` });
    expect(await refused('recordQuote', direct(article, { words: ['No one stays.'] }))).toEqual([
      'CONFLICT expectedVersion',
    ]);
  });
});

test('a quote is attributed, verified, tied to other words and rejected', async () => {
  const article = await draft();
  const { id } = await done('recordQuote', direct(article, { words: ['We go.'], cue: { start: 12, end: 16 } }));
  expect(await done('attributeQuote', { id, speaker: port })).toMatchObject({
    speaker: { id: port },
    sourceType: 'NAMED_ORGANIZATION',
  });
  expect(await done('attributeQuote', { id, speaker: null, sourceType: 'UNNAMED_PERSON' })).toMatchObject({
    speaker: null,
    sourceType: 'UNNAMED_PERSON',
  });
  expect(await done('verifyQuote', { id, expectedVersion: 1 })).toMatchObject({
    reviewStatus: 'VERIFIED',
    reviewedBy: 'editor',
  });
  const revised = await done('reviseQuote', {
    id,
    expectedVersion: 1,
    words: ['No one stays.'],
    kind: 'MIXED',
    saidOn: null,
  });
  expect(revised).toMatchObject({
    text: 'No one stays.',
    reviewStatus: 'UNREVIEWED',
    reviewedBy: null,
    cue: { text: 'said' },
  });
  expect(await done('rejectQuote', { id })).toMatchObject({ reviewStatus: 'REJECTED' });
  expect(await refused('attributeQuote', { id })).toEqual(['INVALID speaker']);
  expect(await refused('verifyQuote', { id, expectedVersion: 7 })).toEqual(['CONFLICT expectedVersion']);
  expect(await refused('verifyQuote', { id, expectedRevision: 1 })).toEqual(['CONFLICT expectedRevision']);
  expect(await refused('verifyQuote', { id: article.id })).toEqual(['INVALID id']);
});

test('a quote whose words changed can be tied to the new ones, and to nothing else be confirmed', async () => {
  const article = await draft();
  const { id } = await done('recordQuote', direct(article, { words: ['No one stays.'] }));
  await newsroom.done('reviseArticle', {
    id: article.id,
    expectedVersion: 1,
    body: body.replace('No one stays', 'Nobody at all stays'),
  });
  expect(await refused('verifyQuote', { id })).toEqual(['INVALID id']);
  expect(await refused('reviseQuote', { id, expectedVersion: 2, cue: { start: 0, end: 3 } })).toEqual(['INVALID cue']);
  expect(await done('reviseQuote', { id, expectedVersion: 2, words: ['Nobody at all stays.'] })).toMatchObject({
    version: 2,
    anchorState: 'ANCHORED',
  });
});

test('the quotes of a withdrawn article stay as they are; readers never see rejected ones', async () => {
  const article = await draft();
  const { id } = await done('recordQuote', direct(article, { words: ['We go.'] }));
  await newsroom.done('publishArticle', { id: article.id, expectedVersion: 1 });
  const seen = async () =>
    (await newsroom.ask<{ quote: unknown }>('READER', 'query ($id: ID!) { quote(id: $id) { text } }', { id })).quote;
  expect(await seen()).toEqual({ text: 'We go.' });
  await done('rejectQuote', { id });
  expect(await seen()).toBeNull();
  await newsroom.done('withdrawArticle', {
    id: article.id,
    expectedVersion: 1,
    kind: 'RETRACTION',
    notice: 'We were wrong.',
  });
  expect(await refused('verifyQuote', { id })).toEqual(['WRONG_STATUS id']);
});
