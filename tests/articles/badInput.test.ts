import { type Article, type Input, type Newsroom, openNewsroom } from './newsroom';

let newsroom: Newsroom;
let article: Article;
let place: string;
beforeAll(async () => {
  newsroom = await openNewsroom();
  article = await newsroom.draft('Words.', { slug: 'taken-already', uri: 'urn:taken' });
  const { id } = await newsroom.server.database.prisma.place.create({
    data: { slug: 'la-malbaie', name: 'La Malbaie', kind: 'CITY' },
    select: { id: true },
  });
  place = `place_${id}`;
});
afterAll(() => newsroom.close());

const draft = { headline: 'A headline', body: 'A body.' };
const nowhere = '00000000-0000-4000-8000-000000000000';

async function rows(): Promise<readonly number[]> {
  const { prisma } = newsroom.server.database;
  return Promise.all([prisma.article.count(), prisma.articleVersion.count(), prisma.auditEntry.count()]);
}

const told = (errors: readonly { code: string; path: readonly string[] }[]) =>
  errors.map(({ code, path }) => `${code} ${path.join('.')}`);

/** Inputs that must be refused, and what is told of each. */
const refusedTexts: [string, Input, string][] = [
  ['an empty headline', { headline: '' }, 'INVALID headline'],
  ['a blank headline', { headline: ' \t\u00a0 ' }, 'INVALID headline'],
  ['a headline of two lines', { headline: 'One\ntwo' }, 'INVALID headline'],
  ['a headline of two lines by a separator', { headline: 'One\u2028two' }, 'INVALID headline'],
  ['an overlong headline', { headline: 'x'.repeat(1001) }, 'INVALID headline'],
  ['an empty body', { body: '' }, 'INVALID body'],
  ['a body of blank lines', { body: '\n \n\t\n' }, 'INVALID body'],
  ['an overlong body', { body: 'x'.repeat(200_001) }, 'INVALID body'],
  ['a bell', { body: 'Ring\u0007.' }, 'INVALID body'],
  ['an escape', { headline: '\u001b[31mRed' }, 'INVALID headline'],
  ['a C1 control character', { body: 'Wrong\u0093 decoding' }, 'INVALID body'],
  ['a bidi override', { headline: 'Paid \u202e000,1' }, 'INVALID headline'],
  ['a bidi isolate', { body: 'So \u2066it\u2069 is.' }, 'INVALID body'],
  ['a blank standfirst', { standfirst: '  ' }, 'INVALID standfirst'],
  ['a delete character in a byline', { byline: 'By \u007f' }, 'INVALID byline'],
  ['a language that is none', { language: 'English, mostly' }, 'INVALID language'],
  ['an urgency of 0', { urgency: 0 }, 'INVALID urgency'],
  ['an urgency of 10', { urgency: 10 }, 'INVALID urgency'],
  ['a blank keyword', { keywords: ['harbour', ' '] }, 'INVALID keywords.1'],
  ['an overlong keyword', { keywords: ['x'.repeat(201)] }, 'INVALID keywords.0'],
  ['a slug with capitals', { slug: 'Harbour' }, 'INVALID slug'],
  ['a slug with a blank', { slug: 'the harbour' }, 'INVALID slug'],
  ['an empty slug', { slug: '' }, 'INVALID slug'],
  ['an overlong slug', { slug: 'x'.repeat(201) }, 'INVALID slug'],
  ['a slug that is taken', { slug: 'taken-already' }, 'TAKEN slug'],
  ['a blank uri', { uri: ' ' }, 'INVALID uri'],
  ['a uri that is taken', { uri: 'urn:taken' }, 'TAKEN uri'],
  ['a place that is nonsense', { located: 'San Diego' }, 'INVALID located'],
  ['a place that is nowhere', { located: `place_${nowhere}` }, 'NOT_FOUND located'],
  ['an organization that is a place', { source: `place_${nowhere}` }, 'INVALID source'],
  ['an article that is not there', { rewrittenFrom: `article_${nowhere}` }, 'NOT_FOUND rewrittenFrom'],
  ['a subject that is not there', { subjects: [`subject_${nowhere}`] }, 'NOT_FOUND subjects.0'],
];

test.each(refusedTexts)('a draft with %s is refused, and nothing written', async (_, input, expected) => {
  const before = await rows();
  const errors = await newsroom.refused('draftArticle', { ...draft, ...input });
  expect(told(errors)).toEqual([expected]);
  if (expected.startsWith('TAKEN')) expect(errors[0]!.record).toEqual({ id: article.id });
  expect(await rows()).toEqual(before);
});

test.each(refusedTexts.filter(([, input]) => !('slug' in input && input.slug === '')))(
  'a revision with %s is refused, and nothing written',
  async (_, input, expected) => {
    const other = await newsroom.draft();
    const before = await rows();
    expect(told(await newsroom.refused('reviseArticle', { id: other.id, expectedVersion: 1, ...input }))).toEqual([
      expected,
    ]);
    expect(await rows()).toEqual(before);
  },
);

test('all mistakes of a call are told at once', async () => {
  const mistakes = {
    headline: ' ',
    body: '\u0007',
    language: '?',
    urgency: 99,
    located: 'nowhere',
    slug: 'taken-already',
  };
  expect(told(await newsroom.refused('draftArticle', mistakes))).toEqual([
    'INVALID headline',
    'INVALID body',
    'INVALID urgency',
    'INVALID language',
    'INVALID located',
    'TAKEN slug',
  ]);
});

test('U+0000 and half characters are refused however they are spelt', async () => {
  const before = await rows();
  for (const spelt of ['\\u0000', '\\ud800', '\\u{d800}']) {
    const query = `mutation { draftArticle(input: { headline: "A", body: "${spelt}" }) { article { id } userErrors { code path } } }`;
    const { body } = await newsroom.server.post(query, {}, { 'x-test-role': 'EDITOR' });
    const { userErrors } = (body.data?.draftArticle ?? { userErrors: [] }) as { userErrors: [] };
    expect([body.errors?.[0]?.extensions.code, ...told(userErrors)].filter(Boolean)).toEqual([
      expect.stringMatching(/^(INVALID body|GRAPHQL_PARSE_FAILED|BAD_USER_INPUT)$/),
    ]);
  }
  expect(await rows()).toEqual(before);
});

test('what may not be empty is refused when it is emptied', async () => {
  for (const field of ['headline', 'body', 'slug', 'language']) {
    const errors = await newsroom.refused('reviseArticle', { id: article.id, expectedVersion: 1, [field]: null });
    expect(told(errors)).toEqual([`INVALID ${field}`]);
  }
});

test('a revision of nothing, an article of itself, and articles that are not there are refused', async () => {
  const revise = (input: Input) => newsroom.refused('reviseArticle', { id: article.id, expectedVersion: 1, ...input });
  expect(told(await revise({ reason: 'None.' }))).toEqual(['INVALID ']);
  expect(told(await revise({ translatedFrom: article.id }))).toEqual(['INVALID translatedFrom']);
  expect(told(await revise({ id: `article_${nowhere}`, body: 'Other.' }))).toEqual(['NOT_FOUND id']);
  expect(told(await revise({ id: 'nonsense', body: 'Other.' }))).toEqual(['INVALID id']);
  expect(told(await revise({ id: place, body: 'Other.' }))).toEqual(['INVALID id']);
  expect(told(await revise({ expectedVersion: 7, body: 'Other.' }))).toEqual(['CONFLICT expectedVersion']);
});

test('texts are stored in NFC, with their line ends and blanks in order', async () => {
  const made = await newsroom.draft('Cafe\u0301.\r\n\r\n\r\n  Next\tone. \u2029Last.', {
    headline: ' Me\u0301lanie\tJoly ',
  });
  expect(made).toMatchObject({ headline: 'Mélanie Joly', slug: 'melanie-joly', body: 'Café.\n\nNext one.\n\nLast.' });
});

test('a body may have 200,000 characters; a request of 5 MB is refused before it is read', async () => {
  const long = `${'word '.repeat(39_999)}end.`;
  expect((await newsroom.draft(long)).body).toHaveLength(199_999);
  const query = 'mutation ($input: DraftArticleInput!) { draftArticle(input: $input) { article { id } } }';
  const variables = { input: { headline: 'Long', body: 'word '.repeat(1_000_000) } };
  const { status, body } = await newsroom.server.post(query, variables, { 'x-test-role': 'EDITOR' });
  expect(status).toBe(413);
  expect(body.errors![0]!.extensions.code).toBe('BODY_TOO_LARGE');
});

test('times without a zone are refused before anything is done', async () => {
  const query = 'mutation ($input: PublishArticleInput!) { publishArticle(input: $input) { article { id } } }';
  const input = { id: article.id, expectedVersion: 1, embargoedUntil: '2999-01-01T09:00:00' };
  const { body } = await newsroom.server.post(query, { input }, { 'x-test-role': 'EDITOR' });
  expect(body.errors![0]!.message).toContain('with a zone');
  expect(body.data ?? null).toBeNull();
});

test('times in the wrong order are refused', async () => {
  const [early, late, past] = ['2998-01-01T00:00:00Z', '2999-01-01T00:00:00Z', '2001-01-01T00:00:00Z'];
  const scheduled = await newsroom.draft();
  await newsroom.done('scheduleArticle', { id: scheduled.id, expectedVersion: 1, publishAt: late });
  const out = await newsroom.draft();
  await newsroom.done('publishArticle', { id: out.id, expectedVersion: 1 });
  const refusals: [string, Article, Input, string][] = [
    ['scheduleArticle', article, { publishAt: past }, 'INVALID publishAt'],
    ['scheduleArticle', article, { publishAt: late, embargoedUntil: early }, 'INVALID embargoedUntil'],
    ['unscheduleArticle', article, {}, 'WRONG_STATUS id'],
    ['publishArticle', article, { publishedAt: past, publishedAtUnknown: true }, 'INVALID publishedAtUnknown'],
    ['publishArticle', article, { publishedAt: late }, 'INVALID publishedAt'],
    ['publishArticle', article, { embargoedUntil: past }, 'INVALID embargoedUntil'],
    [
      'publishArticle',
      article,
      { publishedAt: '2002-01-01T00:00:00Z', embargoedUntil: past },
      'INVALID embargoedUntil',
    ],
    ['reviseArticle', scheduled, { embargoedUntil: early }, 'INVALID embargoedUntil'],
    ['reviseArticle', out, { embargoedUntil: past }, 'INVALID embargoedUntil'],
  ];
  for (const [mutation, { id }, input, expected] of refusals) {
    const errors = await newsroom.refused(mutation, { id, expectedVersion: 1, ...input });
    expect([mutation, told(errors)[0]]).toEqual([mutation, expected]);
  }
});

test('a correction must be one, and a withdrawal too', async () => {
  const { id } = await newsroom.draft();
  await newsroom.done('publishArticle', { id, expectedVersion: 1 });
  const call = (mutation: string, input: Input) => newsroom.refused(mutation, { id, expectedVersion: 1, ...input });
  expect(told(await call('correctArticle', { kind: 'REINSTATEMENT', text: 'Gone.' }))).toEqual(['INVALID kind']);
  expect(told(await call('correctArticle', { kind: 'UPDATE', text: ' ', body: '' }))).toEqual([
    'INVALID text',
    'INVALID body',
  ]);
  expect(told(await call('withdrawArticle', { kind: 'KILL', notice: '\u202e' }))).toEqual(['INVALID notice']);
});

test('of drafts with one slug in the same moment one gets it, and of drafts with one headline each gets its own', async () => {
  const given = await Promise.all(
    Array.from({ length: 10 }, () => newsroom.write('draftArticle', { ...draft, slug: 'at-once' })),
  );
  const won = given.filter(({ userErrors }) => userErrors.length === 0);
  expect(won).toHaveLength(1);
  for (const { userErrors } of given.filter((answer) => answer !== won[0])) {
    expect(userErrors).toMatchObject([{ code: 'TAKEN', path: ['slug'], record: { id: won[0]!.record.id } }]);
  }
  const made = await Promise.all(
    Array.from({ length: 10 }, () => newsroom.draft('Words.', { headline: 'All at once' })),
  );
  expect(new Set(made.map(({ slug }) => slug)).size).toBe(10);
  expect((await newsroom.draft('Words.', { headline: '…!' })).slug).toBe('article');
});
