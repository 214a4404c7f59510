import { expectRefusal as expectRefusalOf } from '../harness/expectRefusal';
import { type Answer, startTestServer, type TestServer } from '../harness/server';

const json = { 'content-type': 'application/json' };
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ seeded: true });
});

afterAll(() => server.close());

const send = (body: string) => server.send('/graphql', { method: 'POST', headers: json, body });
const sendJson = (body: unknown) => send(JSON.stringify(body));

const expectRefusal = (answer: Answer, code: string, details?: Readonly<Record<string, unknown>>) =>
  expectRefusalOf(server, answer, code, details);

const id = 'article_00000000-0000-4000-8000-000000000000';
const cursorOf = async (list: string) => {
  const { data } = (await server.post(`{ list: ${list}(first: 1) { edges { cursor } } }`)).body;
  return (data as { list: { edges: [{ cursor: string }] } }).list.edges[0].cursor;
};

test.each([
  ['an id of 10,000 letters', `{ article(by: { id: "${'x'.repeat(10_000)}" }) { id } }`],
  ['first: -1', '{ articles(first: -1) { totalCount } }'],
  ['first: 100000', '{ articles(first: 100000) { totalCount } }'],
  ['last: -1', '{ articles(last: -1) { totalCount } }'],
  ['both first and last', '{ articles(first: 1, last: 1) { totalCount } }'],
  ['a cursor that is none', '{ articles(after: "x") { edges { cursor } } }'],
  ['an empty cursor', '{ articles(after: "") { edges { cursor } } }'],
  ['relevance without words', '{ articles(orderBy: RELEVANCE) { totalCount } }'],
  ['101 ids', `{ nodes(ids: [${`"${id}",`.repeat(101)}]) { id } }`],
])('%s', async (_, query) => {
  let answer: Answer | undefined;
  const statements = await server.statementsOf(async () => (answer = await server.post(query)));
  expect(statements).toEqual([]);
  await expectRefusal(answer!, 'BAD_USER_INPUT');
});

test.each([
  ['an id that is none', 'article(by: { id: "1; DROP TABLE article" }) { id }'],
  ['an id of another type', `person(by: { id: "${id}" }) { id }`],
  ['an id that is cut off', 'article(by: { id: "article_0000" }) { id }'],
  ['an id of no record', 'node(id: "nobody") { id }'],
])('%s names nothing, and the rest of the request is answered', async (_, field) => {
  const { body } = await server.post(`{ it: ${field} articles { totalCount } }`);
  expect(body).toMatchObject({ data: { it: null, articles: { totalCount: 1 } } });
});

test('ids that are none stand for nothing in a list of ids and in a filter', async () => {
  const query = `{ nodes(ids: ["x", "${id}"]) { id } articles(filter: { person: [{ id: "x" }, { id: "${id}" }] }) { totalCount } }`;
  expect((await server.post(query)).body).toMatchObject({ data: { nodes: [null, null], articles: { totalCount: 0 } } });
});

test.each([
  ['two ways to name an article', `{ article(by: { id: "${id}", slug: "x" }) { id } }`],
  ['no way to name an article', '{ article(by: {}) { id } }'],
  ['null as a name', '{ article(by: { slug: null }) { id } }'],
  ['no name at all', '{ article { id } }'],
])('%s', async (_, query) => {
  await expectRefusal(await server.post(query), 'GRAPHQL_VALIDATION_FAILED');
});

test('two ways to name an article in a variable', async () => {
  const answer = await server.post('query ($by: ArticleRef!) { article(by: $by) { id } }', { by: { id, slug: 'x' } });
  await expectRefusal(answer, 'BAD_USER_INPUT');
});

test.each([
  'article(by: { slug: $ }) { id }',
  'article(by: { uri: $ }) { id }',
  'subject(by: { code: $ }) { id }',
  'articles(filter: { words: $ }) { edges { cursor } }',
  'articles(filter: { language: $ }) { edges { cursor } }',
  'articles(after: $) { edges { cursor } }',
  'articles(filter: { person: { id: $ } }) { edges { cursor } }',
  'quotes(filter: { words: $ }) { edges { cursor } }',
  'people(filter: { name: $ }) { edges { cursor } }',
  'people(filter: { nameStartsWith: $ }) { edges { cursor } }',
  'organizations(filter: { alias: $ }) { edges { cursor } }',
  'places(filter: { externalId: { scheme: $, value: "x" } }) { edges { cursor } }',
  'places(filter: { externalId: { scheme: "x", value: $ } }) { edges { cursor } }',
  'search(text: $) { edges { cursor } }',
  'node(id: $) { id }',
])('U+0000 spelt in a string: %s', async (field) => {
  for (const text of ['"a\\u0000b"', '"\\u{0}"', '"\\u0000"']) {
    const answer = await server.post(`{ ${field.replaceAll('$', text)} }`);
    await expectRefusal(answer, 'BAD_USER_INPUT');
  }
});

test('a cursor of another list', async () => {
  await expectRefusal(
    await server.post('query ($c: String) { articles(after: $c) { edges { cursor } } }', {
      c: await cursorOf('people'),
    }),
    'BAD_USER_INPUT',
  );
});

test('a well-formed id of nothing', async () => {
  expect((await server.post(`{ article(by: { id: "${id}" }) { id } node(id: "${id}") { id } }`)).body.data).toEqual({
    article: null,
    node: null,
  });
});

test.each([
  ['Int', 'articles(first: $v) { totalCount }', ['1', 1.5, 2 ** 31, true, [1, 2], {}, -(2 ** 40)]],
  ['String', 'article(by: { slug: $v }) { id }', [1, true, ['a', 'b'], {}]],
  ['[ID!]!', 'nodes(ids: $v) { id }', [null, [null], [[]], {}]],
  ['ArticleOrder!', 'articles(orderBy: $v) { totalCount }', [null, 'newest', 0, {}]],
  [
    'DateTime',
    'articles(filter: { publishedFrom: $v }) { totalCount }',
    [
      'yesterday',
      '2025-02-30T00:00:00Z',
      '2025-01-01',
      '2025-01-01T25:00:00Z',
      '0000-01-01T00:00:00Z',
      '9999-12-31T23:59:59-01:00',
      0,
    ],
  ],
  [
    'Date',
    'quotes(filter: { saidFrom: $v }) { totalCount }',
    ['2025-02-30', '2025-1-1', '0000-01-01', '2025-01-01T00:00:00Z', 20250101],
  ],
  [
    'ArticleFilter',
    'articles(filter: $v) { totalCount }',
    ['x', { nothing: 1 }, { status: ['NONE'] }, { words: ['a'] }],
  ],
])('variables of a wrong type: %s', async (type, field, values) => {
  for (const v of values) {
    const answer = await sendJson({ query: `query ($v: ${type}) { ${field} }`, variables: { v } });
    await expectRefusal(answer, 'BAD_USER_INPUT');
  }
});

test('a variable with 200,000 letters is not repeated to whoever sent it', async () => {
  const answer = await server.post('query ($v: Int) { articles(first: $v) { totalCount } }', {
    v: 'x'.repeat(200_000),
  });
  await expectRefusal(answer, 'BAD_USER_INPUT');
});

test('a list with 20,000 mistakes tells the first few', async () => {
  const answer = await server.post('query ($v: [ID!]!) { nodes(ids: $v) { id } }', {
    v: Array.from({ length: 20_000 }, () => ({})),
  });
  await expectRefusal(answer, 'BAD_USER_INPUT');
});
