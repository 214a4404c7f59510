import { type Article, type Input, type Newsroom, openNewsroom } from './newsroom';
import { type QuoteToStore, storeMentions, storeQuotes } from './storedQuotes';

let newsroom: Newsroom;
beforeAll(async () => (newsroom = await openNewsroom()));
afterAll(() => newsroom.close());

const opening = 'The harbour of Uruapan will be closed for three weeks, the mayor of Uruapan told reporters on Monday.';
const first = '“We can not keep ships waiting in a harbour that may sink,” said Carla Núñez, the mayor.';
const second = '“The money is there,” she added, “and the work begins tomorrow morning at six.”';
const third = 'The harbour master was worried about the fishing boats of Veracruz.';
const last = 'Ships have been using the harbour since 1870.';
const body = [opening, first, second, third, last].join('\n\n');

const sinking = 'We can not keep ships waiting in a harbour that may sink,';
const money = ['The money is there,', 'and the work begins tomorrow morning at six.'];
const worried = 'worried about the fishing boats of Veracruz';
const quotes: QuoteToStore[] = [
  { words: [sinking], cue: 'said', reviewStatus: 'VERIFIED' },
  { words: money, cue: 'she added' },
  { words: [worried], kind: 'INDIRECT', cue: 'was' },
];

interface QuoteSeen {
  readonly id: string;
  readonly text: string;
  readonly position: number;
  readonly version: number;
  readonly anchorState: string;
  readonly reviewStatus: string;
  readonly reviewedBy: string | null;
  readonly spans: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  readonly cue: { readonly text: string; readonly start: number } | null;
}

/** A draft with three quotes; their ids in the order of the text. */
async function story(more: readonly QuoteToStore[] = []): Promise<{ article: Article; ids: string[] }> {
  const article = await newsroom.draft(body);
  return { article, ids: await storeQuotes(newsroom, article, [...quotes, ...more]) };
}

async function publishedStory(more?: readonly QuoteToStore[]) {
  const { article, ids } = await story(more);
  await newsroom.done('publishArticle', { id: article.id, expectedVersion: 1 });
  return { article, ids };
}

async function seen(id: string, role: 'READER' | 'EDITOR' = 'EDITOR'): Promise<QuoteSeen[]> {
  const reviewedBy = role === 'EDITOR' ? 'reviewedBy' : '';
  const query = `query ($id: ID!) { node(id: $id) { ... on Article { body version quotes { edges { node {
    id text position version anchorState reviewStatus ${reviewedBy} spans { start end text } cue { text start } } } } } } }`;
  const { node } = await newsroom.ask<{
    node: { body: string; version: number; quotes: { edges: { node: QuoteSeen }[] } };
  }>(role, query, { id });
  const found = node.quotes.edges.map((edge) => edge.node);
  const characters = [...node.body];
  const standing = found.filter((quote) => quote.version === node.version && quote.reviewStatus !== 'REJECTED');
  for (const quote of standing) {
    for (const { start, end, text } of quote.spans) expect(characters.slice(start, end).join('')).toBe(text);
    if (quote.cue) expect(characters.slice(quote.cue.start).join('').startsWith(quote.cue.text)).toBe(true);
  }
  return found;
}

const states = (found: readonly QuoteSeen[]) => found.map(({ anchorState, version }) => [anchorState, version]);

test('quotes go along where the words around them change, and keep their cues and the stretches of old versions', async () => {
  const { article, ids } = await story();
  const revised = body
    .replace('three weeks', 'four long weeks')
    .replace('“The money', 'Then came the money.\n\n“The money');
  await newsroom.done('reviseArticle', { id: article.id, expectedVersion: 1, body: revised });
  const found = await seen(article.id);
  expect(found.map(({ id }) => id)).toEqual(ids);
  expect(states(found)).toEqual([
    ['ANCHORED', 2],
    ['ANCHORED', 2],
    ['ANCHORED', 2],
  ]);
  expect(found.map(({ cue }) => cue?.text)).toEqual(['said', 'she added', 'was']);
  expect(found[0]).toMatchObject({ reviewStatus: 'VERIFIED', text: sinking });
  const history = await newsroom.server.database.prisma.quoteSpan.groupBy({
    by: ['version'],
    where: { articleId: article.id.replace('article_', '') },
    _count: true,
    orderBy: { version: 'asc' },
  });
  expect(history).toEqual([
    { version: 1, _count: 4 },
    { version: 2, _count: 4 },
  ]);
});

test('a quote that was put elsewhere is MOVED, and positions follow the text', async () => {
  const { article, ids } = await story();
  await newsroom.done('reviseArticle', {
    id: article.id,
    expectedVersion: 1,
    body: [opening, second, third, last, first].join('\n\n'),
  });
  const found = await seen(article.id);
  expect(found.map(({ id }) => id)).toEqual([ids[1], ids[2], ids[0]]);
  expect(found.map(({ position }) => position)).toEqual([1, 2, 3]);
  expect(states(found)).toEqual([
    ['ANCHORED', 2],
    ['ANCHORED', 2],
    ['MOVED', 2],
  ]);
});

test('words that changed or went are never guessed: the quote stays with its version, and readers do not see it', async () => {
  const { article, ids } = await story();
  const changed = body.replace('waiting in a harbour', 'lying in a port').replace(`\n\n${second}`, '');
  await newsroom.done('reviseArticle', { id: article.id, expectedVersion: 1, body: changed });
  const found = await seen(article.id);
  expect(found.map(({ id, anchorState, version, text }) => [id, anchorState, version, text])).toEqual([
    [ids[0], 'ALTERED', 1, sinking],
    [ids[1], 'ORPHANED', 1, money.join(' ')],
    [ids[2], 'ANCHORED', 2, worried],
  ]);
  // Put right again, they stand again.
  await newsroom.done('reviseArticle', { id: article.id, expectedVersion: 2, body });
  expect(states(await seen(article.id))).toEqual([
    ['ANCHORED', 3],
    ['ANCHORED', 3],
    ['ANCHORED', 3],
  ]);
});

test('a rejected quote stays where it was rejected', async () => {
  const { article, ids } = await story([{ words: ['using the harbour'], reviewStatus: 'REJECTED' }]);
  await newsroom.done('reviseArticle', { id: article.id, expectedVersion: 1, body: body.replace('using', 'in') });
  expect((await seen(article.id)).find(({ id }) => id === ids[3])).toMatchObject({
    version: 1,
    anchorState: 'ANCHORED',
  });
});

const changedBody = body.replace('waiting in a harbour', 'lying in a port').replace(`\n\n${second}`, '');

test.each([
  ['reviseArticle', publishedStory, { body: changedBody }],
  ['correctArticle', publishedStory, { body: changedBody, kind: 'UPDATE', text: 'News.' }],
  ['publishArticle', changedStory, {}],
  ['scheduleArticle', changedStory, { publishAt: '2999-01-01T00:00:00Z' }],
  ['reviseArticle', scheduledStory, { body: changedBody }],
])('%s lists the direct quotes that are in doubt, and writes nothing', async (mutation, make, input: Input) => {
  const { article, ids } = await make();
  const { version } = await stateOf(article.id);
  const before = await everything(article.id);
  const call = { id: article.id, expectedVersion: version, ...input };
  const errors = await newsroom.refused(mutation, call);
  expect(errors.map(({ code, path, record }) => [code, path, record?.id])).toEqual([
    ['QUOTES_UNDECIDED', ['quotes'], ids[0]],
    ['QUOTES_UNDECIDED', ['quotes'], ids[1]],
  ]);
  expect(errors[0]!.message).toContain('“We can not keep ships lying in a port that may sink,”');
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const asData = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ... on MutationPayload { userErrors { __typename
    ... on QuoteUndecidedError { quote { id } candidates { text } } } } } }`;
  const told = { __typename: 'QuoteUndecidedError', quote: { id: ids[0] } };
  expect(await newsroom.ask('EDITOR', asData, { input: call })).toEqual({
    [mutation]: {
      userErrors: [
        { ...told, candidates: [{ text: 'We can not keep ships lying in a port that may sink,' }] },
        { ...told, quote: { id: ids[1] }, candidates: [] },
      ],
    },
  });
  expect(await everything(article.id)).toEqual(before);

  const decisions = [
    { quote: ids[0], decision: 'CONFIRM' },
    { quote: ids[1], decision: 'REJECT' },
  ];
  await newsroom.done(mutation, { ...call, quotes: decisions });
  const found = await seen(article.id);
  expect(found[0]).toMatchObject({
    id: ids[0],
    text: 'We can not keep ships lying in a port that may sink,',
    anchorState: 'ANCHORED',
    reviewStatus: 'VERIFIED',
    reviewedBy: 'editor',
    cue: { text: 'said' },
  });
  expect(found[1]).toMatchObject({ id: ids[1], reviewStatus: 'REJECTED', reviewedBy: 'editor', version: 1 });
});

test('a direct quote is tied to other words in the same call, by words or offsets', async () => {
  const { article, ids } = await publishedStory();
  const to = (decision: Input) => ({
    id: article.id,
    expectedVersion: 1,
    body: changedBody,
    quotes: [
      { quote: ids[0], decision: 'REVISE', ...decision },
      { quote: ids[1], decision: 'REJECT' },
    ],
  });
  const refusals: [Input, string, string[]][] = [
    [{ words: ['ships standing'] }, 'WORDS_NOT_FOUND', ['quotes', '0', 'words', '0']],
    [{ words: ['harbour'] }, 'WORDS_AMBIGUOUS', ['quotes', '0', 'words', '0']],
    [{ words: ['port that', 'We can not'] }, 'INVALID', ['quotes', '0', 'words', '1']],
    [{ words: [] }, 'INVALID', ['quotes', '0', 'words']],
    [{ words: [' '] }, 'INVALID', ['quotes', '0', 'words', '0']],
    [{}, 'INVALID', ['quotes', '0']],
    [{ words: ['port that'], spans: [{ start: 0, end: 3 }] }, 'INVALID', ['quotes', '0']],
    [{ spans: [{ start: 0, end: 9999 }] }, 'INVALID', ['quotes', '0', 'spans', '0']],
    [{ spans: [{ start: -1, end: 3 }] }, 'INVALID', ['quotes', '0', 'spans', '0']],
    [{ spans: [{ start: 3, end: 3 }] }, 'INVALID', ['quotes', '0', 'spans', '0']],
    [
      {
        spans: [
          { start: 0, end: 5 },
          { start: 4, end: 9 },
        ],
      },
      'INVALID',
      ['quotes', '0', 'spans', '1'],
    ],
    [
      {
        spans: [
          { start: 6, end: 9 },
          { start: 0, end: 3 },
        ],
      },
      'INVALID',
      ['quotes', '0', 'spans', '1'],
    ],
  ];
  for (const [decision, code, path] of refusals) {
    const errors = await newsroom.refused('reviseArticle', to(decision));
    expect(errors).toEqual([{ code, path, message: expect.any(String) as string, record: null }]);
  }
  const places = await newsroom.refused('reviseArticle', to({ words: ['harbour'] }));
  expect(places[0]!.message).toMatch(/stands at 3 places.* 4 to 11 .*The \[harbour\] of Uruapan/);
  const asData = `mutation ($input: ReviseArticleInput!) { reviseArticle(input: $input) { userErrors { __typename
    ... on WordsAmbiguousError { occurrences { start end text prefix } } } } }`;
  const ambiguous = await newsroom.ask('EDITOR', asData, { input: to({ words: ['harbour'] }) });
  expect(ambiguous).toMatchObject({
    reviseArticle: {
      userErrors: [
        { __typename: 'WordsAmbiguousError', occurrences: [{ start: 4, end: 11, text: 'harbour' }, {}, {}] },
      ],
    },
  });

  await newsroom.done('reviseArticle', to({ spans: [{ start: 0, end: 11 }] }));
  expect((await seen(article.id))[0]).toMatchObject({ text: 'The harbour', version: 2, reviewStatus: 'VERIFIED' });
  const again = {
    id: article.id,
    expectedVersion: 2,
    quotes: [{ quote: ids[0], decision: 'REVISE', words: ['lying in a port'] }],
  };
  await newsroom.done('reviseArticle', again);
  expect((await seen(article.id))[0]).toMatchObject({ text: 'lying in a port', version: 3, cue: { text: 'said' } });
});

test('a decision that makes no sense is refused', async () => {
  const { article, ids } = await publishedStory();
  const other = await publishedStory();
  const rewritten = body.replace(first, 'Carla Núñez, the mayor, had nothing to add.');
  const refusals: [Input[], string[]][] = [
    [[{ quote: ids[1], decision: 'CONFIRM' }], ['INVALID']], // it stands
    [[{ quote: other.ids[0], decision: 'REJECT' }], ['NOT_FOUND']],
    [[{ quote: article.id, decision: 'REJECT' }], ['INVALID']],
    [[{ quote: 'nonsense', decision: 'REJECT' }], ['INVALID']],
    [[{ quote: ids[1], decision: 'REJECT', words: ['harbour'] }], ['INVALID']],
    [
      [
        { quote: ids[1], decision: 'REJECT' },
        { quote: ids[1], decision: 'REJECT' },
      ],
      ['INVALID'],
    ],
  ];
  for (const [decisions, codes] of refusals) {
    const errors = await newsroom.refused('reviseArticle', {
      id: article.id,
      expectedVersion: 1,
      body,
      quotes: decisions,
    });
    expect([decisions, errors.map(({ code }) => code)]).toEqual([decisions, codes]);
  }
  const orphaned = {
    id: article.id,
    expectedVersion: 1,
    body: rewritten,
    quotes: [{ quote: ids[0], decision: 'CONFIRM' }],
  };
  expect((await newsroom.refused('reviseArticle', orphaned)).map(({ path }) => path)).toEqual([
    ['quotes', '0', 'decision'],
  ]);
});

test('an indirect quote only changes its state, and readers no longer see it', async () => {
  const { article, ids } = await publishedStory();
  const revised = body.replace('worried about the fishing boats', 'anxious for the fishing boats');
  await newsroom.done('reviseArticle', { id: article.id, expectedVersion: 1, body: revised });
  expect(states(await seen(article.id))).toEqual([
    ['ANCHORED', 2],
    ['ANCHORED', 2],
    ['ALTERED', 1],
  ]);
  expect((await seen(article.id, 'READER')).map(({ id }) => id)).toEqual([ids[0], ids[1]]);
});

test('mentions go along with their words, and end with them', async () => {
  const article = await newsroom.draft(body);
  const [uruapan, veracruz] = await storeMentions(newsroom, article, [['Uruapan'], ['Veracruz']]);
  const revised = body.replace('the mayor of Uruapan told', 'the mayor told').replace(' of Veracruz', '');
  await newsroom.done('reviseArticle', { id: article.id, expectedVersion: 1, body: `It was a Monday.\n\n${revised}` });
  const query = `query ($id: ID!) { node(id: $id) { ... on Article { mentions { edges { node {
    entity { ... on Place { slug } } spans { start text } } } } places { totalCount } } } }`;
  expect(await newsroom.ask('EDITOR', query, { id: article.id })).toEqual({
    node: {
      mentions: { edges: [{ node: { entity: { slug: uruapan }, spans: [{ start: 33, text: 'Uruapan' }] } }] },
      places: { totalCount: 1 },
    },
  });
  expect(veracruz).toBeDefined();
});

async function changedStory() {
  const made = await story();
  await newsroom.done('reviseArticle', { id: made.article.id, expectedVersion: 1, body: changedBody });
  return made;
}

async function scheduledStory() {
  const made = await story();
  await newsroom.done('scheduleArticle', {
    id: made.article.id,
    expectedVersion: 1,
    publishAt: '2999-01-01T00:00:00Z',
  });
  return made;
}

async function stateOf(id: string): Promise<Article> {
  return (
    await newsroom.ask<{ node: Article }>(
      'EDITOR',
      'query ($id: ID!) { node(id: $id) { ... on Article { version } } }',
      { id },
    )
  ).node;
}

/** Every row that belongs to an article, and how many lines the audit trail has. */
async function everything(id: string): Promise<unknown> {
  const articleId = id.replace('article_', '');
  const { prisma } = newsroom.server.database;
  const where = { articleId };
  return [
    await prisma.article.findUnique({ where: { id: articleId } }),
    await prisma.articleVersion.count({ where }),
    await prisma.quote.findMany({ where, orderBy: { id: 'asc' } }),
    await prisma.quoteSpan.count({ where }),
    await prisma.correction.count({ where }),
    await prisma.auditEntry.count(),
  ];
}
