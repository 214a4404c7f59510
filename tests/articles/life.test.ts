import { type Article, type Newsroom, openNewsroom } from './newsroom';
import { until } from '../harness/until';

let newsroom: Newsroom;
beforeAll(async () => (newsroom = await openNewsroom()));
afterAll(() => newsroom.close());

const aString = expect.any(String) as string;
const hour = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
const codes = (errors: readonly { code: string }[]) => errors.map(({ code }) => code);

async function published(body?: string, more = {}): Promise<Article> {
  const { id } = await newsroom.draft(body, more);
  return newsroom.done('publishArticle', { id, expectedVersion: 1 });
}

async function asReader(id: string, fields = 'id headline body'): Promise<unknown> {
  return (
    await newsroom.ask<{ node: unknown }>(
      'READER',
      `query ($id: ID!) { node(id: $id) { ... on Article { ${fields} } } }`,
      { id },
    )
  ).node;
}

test('many articles of one headline are numbered through', async () => {
  const slugs: string[] = [];
  for (let n = 0; n < 10; n += 1) slugs.push((await newsroom.draft('Rain.', { headline: 'The weather' })).slug);
  expect(slugs).toEqual(['the-weather', ...[2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => `the-weather-${n}`)]);
});

test('a draft is its first version, with a slug from its headline, and no reader sees it', async () => {
  const article = await newsroom.draft('First.\r\n\r\n\r\nSecond. ');
  expect(article).toMatchObject({ slug: 'a-headline', version: 1, status: 'DRAFT', body: 'First.\n\nSecond.' });
  const again = await newsroom.draft();
  expect(again.slug).toBe('a-headline-2');
  expect(await asReader(article.id)).toBeNull();
});

test('a published article is there for readers', async () => {
  const article = await published('Words.', { headline: 'To be published' });
  expect(article).toMatchObject({ status: 'PUBLISHED', version: 1, publishedAt: aString, revisedAt: null });
  expect(await asReader(article.id, 'body status')).toEqual({ body: 'Words.', status: 'PUBLISHED' });
});

test('when its provider first published it may be told, or that nobody knows', async () => {
  const [one, other] = [await newsroom.draft(), await newsroom.draft()];
  const publishedAt = '2019-05-01T08:00:00.000Z';
  expect(await newsroom.done('publishArticle', { id: one.id, expectedVersion: 1, publishedAt })).toMatchObject({
    publishedAt,
  });
  const byAccident = await newsroom.draft();
  const now = await newsroom.done('publishArticle', { id: byAccident.id, expectedVersion: 1, publishedAt: null });
  expect(now).toMatchObject({ status: 'PUBLISHED', publishedAt: aString });
  const unknown = await newsroom.done('publishArticle', { id: other.id, expectedVersion: 1, publishedAtUnknown: true });
  expect(unknown).toMatchObject({ status: 'PUBLISHED', publishedAt: null });
});

test('an embargo is not lifted by a null that publishes', async () => {
  const { id } = await newsroom.draft('Secret.');
  const embargoedUntil = inHours(2);
  await newsroom.done('reviseArticle', { id, expectedVersion: 1, embargoedUntil });
  const given = { id, expectedVersion: 2, embargoedUntil: null };
  await newsroom.done('scheduleArticle', { ...given, publishAt: inHours(1) });
  expect(await newsroom.done('publishArticle', given)).toMatchObject({ status: 'PUBLISHED', embargoedUntil });
  expect(await asReader(id)).toBeNull();
  expect(await newsroom.done('reviseArticle', given)).toMatchObject({ embargoedUntil: null });
  expect(await asReader(id, 'body')).toEqual({ body: 'Secret.' });
});

test.each([
  [
    undefined,
    'La alcaldesa dijo que el puente se reabrirá el lunes por la mañana, después de dos años de obras.',
    'es',
  ],
  [null, 'Die Bürgermeisterin sagte, dass die Brücke am Montag nach zwei Jahren Arbeit wieder geöffnet wird.', 'de'],
  [undefined, '1 2 3', 'und'],
  ['EN-us', 'La alcaldesa dijo que el puente se reabrirá el lunes.', 'en-US'],
])('a draft of the language %j with the words %j is stored as %s', async (language, body, stored) => {
  expect(await newsroom.done('draftArticle', { headline: 'A', body, language }, 'language')).toEqual({
    language: stored,
  });
});

test('articles are found by their language in upper and lower case alike', async () => {
  const { id } = await published('Bom dia.', { language: 'pt-br' });
  const query = `query ($language: String!) { articles(filter: { language: $language }) { edges { node { id } } } }`;
  for (const language of ['pt-BR', 'PT-br'])
    expect(await newsroom.ask('READER', query, { language })).toEqual({ articles: { edges: [{ node: { id } }] } });
});

test('each revision is a version of its own, by whom and why; what is left out stays, null empties', async () => {
  const draft = await newsroom.draft('One.', { standfirst: 'Below.', byline: 'By me', keywords: ['a', 'b', 'a'] });
  const change = { id: draft.id, expectedVersion: 1, body: 'Two.', byline: null, urgency: 3, reason: 'It was one.' };
  const fields = 'version headline standfirst body byline urgency keywords revisedAt';
  expect(await newsroom.done('reviseArticle', change, fields)).toEqual({
    version: 2,
    headline: 'A headline',
    standfirst: 'Below.',
    body: 'Two.',
    byline: null,
    urgency: 3,
    keywords: ['a', 'b'],
    revisedAt: null,
  });
  const versions = `query ($id: ID!) { node(id: $id) { ... on Article {
    versions { edges { node { number body createdBy reason } } } } } }`;
  expect(await newsroom.ask('EDITOR', versions, { id: draft.id })).toEqual({
    node: {
      versions: {
        edges: [
          { node: { number: 2, body: 'Two.', createdBy: 'editor', reason: 'It was one.' } },
          { node: { number: 1, body: 'One.', createdBy: 'editor', reason: null } },
        ],
      },
    },
  });
});

test('revisedAt tells when published words changed, and nothing else', async () => {
  const { id } = await published('One.');
  expect(await newsroom.done('reviseArticle', { id, expectedVersion: 1, byline: 'By me' })).toMatchObject({
    version: 2,
    revisedAt: null,
  });
  expect(await newsroom.done('reviseArticle', { id, expectedVersion: 2, body: 'One.' })).toMatchObject({
    revisedAt: null,
  });
  const revised = await newsroom.done('reviseArticle', { id, expectedVersion: 3, body: 'Two.' });
  expect(revised).toMatchObject({ version: 4, revisedAt: aString });
  expect(await asReader(id, 'body')).toEqual({ body: 'Two.' });
});

test('of 50 simultaneous revisions one wins; the others are told the version that there is', async () => {
  const { id } = await newsroom.draft();
  const revise = (_: unknown, i: number) =>
    newsroom.write('reviseArticle', { id, expectedVersion: 1, body: `Number ${i}.` });
  const answers = await Promise.all(Array.from({ length: 50 }, revise));
  const lost = answers.flatMap(({ userErrors }) => userErrors);
  expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
  expect(lost).toHaveLength(49);
  for (const error of lost) {
    expect(error).toMatchObject({ code: 'CONFLICT', path: ['expectedVersion'], record: { id } });
    expect(error.message).toContain('version 2');
  }
  const won = answers.find(({ userErrors }) => userErrors.length === 0)!.record;
  const { node } = await newsroom.ask<{ node: Article }>(
    'EDITOR',
    'query ($id: ID!) { node(id: $id) { ... on Article { version body } } }',
    { id },
  );
  expect(node).toEqual({ version: 2, body: won.body });
});

test('a correction is told to readers, with other words or without', async () => {
  const { id } = await published('The mayor is 50.');
  const first = { id, expectedVersion: 1, kind: 'CORRECTION', text: 'The mayor is 51.', body: 'The mayor is 51.' };
  expect(await newsroom.done('correctArticle', first)).toMatchObject({
    version: 2,
    body: 'The mayor is 51.',
    revisedAt: aString,
  });
  const second = { id, expectedVersion: 2, kind: 'CLARIFICATION', text: 'By birthday.' };
  expect(await newsroom.done('correctArticle', second)).toMatchObject({ version: 2 });
  const { corrections } = (await asReader(id, 'corrections { id }')) as { corrections: { id: string }[] };
  const node = 'query ($id: ID!) { node(id: $id) { ... on Correction { kind article { id } } } }';
  expect(await newsroom.ask('READER', node, corrections[0])).toEqual({
    node: { kind: 'CLARIFICATION', article: { id } },
  });
  expect(await asReader(id, 'body corrections { kind text version }')).toEqual({
    body: 'The mayor is 51.',
    corrections: [
      { kind: 'CLARIFICATION', text: 'By birthday.', version: 2 },
      { kind: 'CORRECTION', text: 'The mayor is 51.', version: 2 },
    ],
  });
});

test('of a withdrawn article readers see the notice, and nothing of the words', async () => {
  const { id, slug } = await published('Libel.', { headline: 'Libellous' });
  await newsroom.done('withdrawArticle', { id, expectedVersion: 1, kind: 'RETRACTION', notice: 'It was not so.' });
  expect(await asReader(id)).toBeNull();
  const query = `query ($slug: String!) {
    withdrawal(by: { slug: $slug }) { kind notice slug }
    article(by: { slug: $slug }) { id }
    articles(filter: { words: "libel" }) { totalCount }
    search(text: "libellous") { edges { snippet } }
  }`;
  expect(await newsroom.ask('READER', query, { slug })).toEqual({
    withdrawal: { kind: 'RETRACTION', notice: 'It was not so.', slug },
    article: null,
    articles: { totalCount: 0 },
    search: { edges: [] },
  });
});

test('an unpublished article is a draft, of which readers find nothing, and can be published again', async () => {
  const { id, slug, publishedAt } = await published('Words.', { headline: 'To be unpublished' });
  expect(await newsroom.done('unpublishArticle', { id, expectedVersion: 1 })).toMatchObject({
    status: 'DRAFT',
    version: 1,
    publishedAt,
  });
  const both =
    'query ($slug: String!) { article(by: { slug: $slug }) { id } withdrawal(by: { slug: $slug }) { notice } }';
  expect(await newsroom.ask('READER', both, { slug })).toEqual({ article: null, withdrawal: null });
  expect(await newsroom.done('publishArticle', { id, expectedVersion: 1 })).toMatchObject({
    status: 'PUBLISHED',
    publishedAt,
  });
});

test('a retraction becomes a kill, and never the other way', async () => {
  const { id, slug } = await published('Words.', { headline: 'To be killed' });
  const withdraw = { id, expectedVersion: 1, notice: 'It was not so.' };
  await newsroom.done('withdrawArticle', { ...withdraw, kind: 'RETRACTION' });
  expect(codes(await newsroom.refused('withdrawArticle', { ...withdraw, kind: 'RETRACTION' }))).toEqual([
    'WRONG_STATUS',
  ]);
  await newsroom.done('withdrawArticle', { ...withdraw, kind: 'KILL', notice: 'Do not use.' });
  const query = 'query ($slug: String!) { withdrawal(by: { slug: $slug }) { kind notice } }';
  expect(await newsroom.ask('READER', query, { slug })).toEqual({
    withdrawal: { kind: 'KILL', notice: 'Do not use.' },
  });
  const history = `query ($id: ID!) { node(id: $id) { ... on Article { corrections { id }
    withdrawal { kind } withdrawals { id kind article { slug } } } } }`;
  const { node } = await newsroom.ask<{ node: { withdrawals: { id: string }[] } }>('EDITOR', history, { id });
  expect(node).toEqual({
    corrections: [],
    withdrawal: { kind: 'KILL' },
    withdrawals: [
      { id: aString, kind: 'KILL', article: { slug } },
      { id: aString, kind: 'RETRACTION', article: { slug } },
    ],
  });
  const byIds = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Withdrawal { kind article { id } } } }';
  const ids = node.withdrawals.map((one) => one.id);
  expect(await newsroom.ask('READER', byIds, { ids })).toEqual({ nodes: [{ kind: 'KILL', article: null }, null] });
  for (const kind of ['RETRACTION', 'KILL'])
    expect(codes(await newsroom.refused('withdrawArticle', { ...withdraw, kind }))).toEqual(['WRONG_STATUS']);
});

test('a reinstated article is there again, with the note, and with its reason for editors', async () => {
  const { id } = await published('It is so.', { headline: 'To be reinstated' });
  await newsroom.done('withdrawArticle', { id, expectedVersion: 1, kind: 'KILL', notice: 'Do not use.' });
  const reinstate = { id, expectedVersion: 1, note: 'It was so after all.', reason: 'The agency was wrong.' };
  expect(await newsroom.done('reinstateArticle', reinstate)).toMatchObject({
    status: 'PUBLISHED',
    version: 2,
    body: 'It is so.',
    revisedAt: null,
  });
  expect(
    await asReader(
      id,
      'body corrections { kind text } withdrawal { id } withdrawals { kind notice } versions { edges { node { reason } } }',
    ),
  ).toEqual({
    body: 'It is so.',
    corrections: [{ kind: 'REINSTATEMENT', text: 'It was so after all.' }],
    withdrawal: null,
    withdrawals: [{ kind: 'KILL', notice: 'Do not use.' }],
    versions: { edges: [{ node: { reason: null } }] },
  });
  const versions =
    'query ($id: ID!) { node(id: $id) { ... on Article { versions(first: 1) { edges { node { reason } } } } } }';
  expect(await newsroom.ask('EDITOR', versions, { id })).toEqual({
    node: { versions: { edges: [{ node: { reason: 'The agency was wrong.' } }] } },
  });
  await newsroom.done('withdrawArticle', { id, expectedVersion: 2, kind: 'RETRACTION', notice: 'No.' });
  const corrected = { ...reinstate, expectedVersion: 2, body: 'It is nearly so.' };
  expect(await newsroom.done('reinstateArticle', corrected)).toMatchObject({ version: 3, revisedAt: aString });
  expect(codes(await newsroom.refused('reinstateArticle', { ...reinstate, expectedVersion: 3, note: ' ' }))).toEqual([
    'WRONG_STATUS',
    'INVALID',
  ]);
});

test('of an article that was withdrawn under embargo readers are told nothing', async () => {
  const { id, slug } = await newsroom.draft('Never seen.');
  await newsroom.done('publishArticle', { id, expectedVersion: 1, embargoedUntil: inHours(1) });
  await newsroom.done('withdrawArticle', { id, expectedVersion: 1, kind: 'KILL', notice: 'Do not use.' });
  const query = 'query ($slug: String!) { withdrawal(by: { slug: $slug }) { notice } }';
  expect(await newsroom.ask('READER', query, { slug })).toEqual({ withdrawal: null });
  expect(await newsroom.ask('EDITOR', query, { slug })).toEqual({ withdrawal: { notice: 'Do not use.' } });
});

test('an embargo hides what is published until it ends, is prolonged, or is lifted', async () => {
  const { id } = await newsroom.draft('Secret.');
  await newsroom.done('publishArticle', { id, expectedVersion: 1, embargoedUntil: inHours(1) });
  expect(await asReader(id)).toBeNull();
  const later = inHours(2);
  expect(await newsroom.done('reviseArticle', { id, expectedVersion: 1, embargoedUntil: later })).toMatchObject({
    embargoedUntil: later,
  });
  expect(await asReader(id)).toBeNull();
  await newsroom.done('reviseArticle', { id, expectedVersion: 2, embargoedUntil: null });
  expect(await asReader(id, 'body')).toEqual({ body: 'Secret.' });
});

test('a scheduled article is published at its time, is put off, or becomes a draft again', async () => {
  const [one, other] = [await newsroom.draft('At nine.'), await newsroom.draft('At ten.')];
  const later = inHours(1);
  const scheduled = await newsroom.done('scheduleArticle', { id: one.id, expectedVersion: 1, publishAt: later });
  expect(scheduled).toMatchObject({ status: 'SCHEDULED', scheduledFor: later, publishedAt: null });
  expect(await asReader(one.id)).toBeNull();
  const soon = new Date(Date.now() + 1500).toISOString();
  await newsroom.done('scheduleArticle', { id: one.id, expectedVersion: 1, publishAt: soon });
  await newsroom.done('scheduleArticle', { id: other.id, expectedVersion: 1, publishAt: soon });
  const draft = await newsroom.done('unscheduleArticle', { id: other.id, expectedVersion: 1 });
  expect(draft).toMatchObject({ status: 'DRAFT', scheduledFor: null });

  await until('the article is published', () => asReader(one.id));
  expect(await asReader(one.id, 'status publishedAt version')).toEqual({
    status: 'PUBLISHED',
    publishedAt: soon,
    version: 1,
  });
  expect(await asReader(other.id)).toBeNull();
  const audit = `query ($id: ID!) { auditEntries(record: $id) { edges { node { actor action toVersion } } } }`;
  const { auditEntries } = await newsroom.ask<{ auditEntries: { edges: { node: unknown }[] } }>('EDITOR', audit, {
    id: one.id,
  });
  expect(auditEntries.edges[0]!.node).toEqual({ actor: 'scheduler', action: 'publishArticle', toVersion: 1 });
});

test('what the status does not allow is refused, and the message tells the status', async () => {
  const draft = await newsroom.draft();
  const out = await published();
  const gone = await published();
  await newsroom.done('withdrawArticle', { id: gone.id, expectedVersion: 1, kind: 'KILL', notice: 'Do not use.' });
  const body = 'Other words.';
  const later = inHours(1);
  const correction = { kind: 'UPDATE', text: 'News.' };
  const notice = { kind: 'KILL', notice: 'Gone.' };
  const refusals: [string, Article, Record<string, unknown>, string][] = [
    ['publishArticle', out, {}, 'PUBLISHED'],
    ['publishArticle', gone, {}, 'WITHDRAWN'],
    ['scheduleArticle', out, { publishAt: later }, 'PUBLISHED'],
    ['unscheduleArticle', draft, {}, 'DRAFT'],
    ['scheduleArticle', gone, { publishAt: later }, 'WITHDRAWN'],
    ['withdrawArticle', draft, notice, 'DRAFT'],
    ['withdrawArticle', gone, notice, 'WITHDRAWN'],
    ['unpublishArticle', draft, {}, 'DRAFT'],
    ['unpublishArticle', gone, {}, 'WITHDRAWN'],
    ['reinstateArticle', draft, { note: 'Again.', reason: 'So.' }, 'DRAFT'],
    ['reinstateArticle', out, { note: 'Again.', reason: 'So.' }, 'PUBLISHED'],
    ['correctArticle', draft, correction, 'DRAFT'],
    ['correctArticle', gone, { ...correction, body }, 'WITHDRAWN'],
    ['reviseArticle', gone, { body }, 'WITHDRAWN'],
  ];
  for (const [mutation, { id }, input, status] of refusals) {
    const errors = await newsroom.refused(mutation, { id, expectedVersion: 1, ...input });
    expect([mutation, codes(errors)]).toEqual([mutation, ['WRONG_STATUS']]);
    expect(errors[0]).toMatchObject({ record: { id } });
    expect(errors[0]!.message).toContain(`is ${status}`);
  }
});
