import { expectRefusal as expectRefusalOf } from '../harness/expectRefusal';
import { type Answer, startTestServer, type TestServer } from '../harness/server';

const json = { 'content-type': 'application/json' };
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ seeded: true });
});

afterAll(() => server.close());

const send = (body: string | Buffer, headers: Readonly<Record<string, string>> = json) =>
  server.send('/graphql', { method: 'POST', headers, body: body as string });
const first = ({ body }: Answer) => body.errors?.[0];

const expectRefusal = (answer: Answer, code: string, details?: Readonly<Record<string, unknown>>) =>
  expectRefusalOf(server, answer, code, details);

describe('bodies', () => {
  const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  const withVariable = (text: string) =>
    `{"query": "query ($a: String) { article(by: { slug: $a }) { id } }", "variables": {"a": ${text}}}`;

  test.each<[string, string | Buffer, string, Record<string, unknown>?]>([
    ['nothing', '', 'BAD_REQUEST'],
    ['no JSON', '{"query": ', 'BAD_REQUEST'],
    ['a number', '7', 'BAD_REQUEST'],
    ['null', 'null', 'BAD_REQUEST'],
    ['a string', '"{ __typename }"', 'BAD_REQUEST'],
    ['a list of operations', '[{"query": "{ __typename }"}, {"query": "{ __typename }"}]', 'BAD_REQUEST'],
    ['no query', '{}', 'BAD_REQUEST'],
    ['a query that is null', '{"query": null}', 'BAD_REQUEST'],
    ['a query that is empty', '{"query": ""}', 'BAD_REQUEST'],
    ['a query that is a document', '{"query": {"kind": "Document", "definitions": []}}', 'BAD_REQUEST'],
    ['variables that are text', '{"query": "{ __typename }", "variables": "{}"}', 'BAD_REQUEST'],
    ['variables that are a list', '{"query": "{ __typename }", "variables": []}', 'BAD_REQUEST'],
    ['extensions that are a list', '{"query": "{ __typename }", "extensions": []}', 'BAD_REQUEST'],
    ['a name that is a number', '{"query": "{ __typename }", "operationName": 1}', 'BAD_REQUEST'],
    [
      'a name of 100,000 letters',
      `{"query": "{ __typename }", "operationName": "${'x'.repeat(100_000)}"}`,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    ['UTF-16', Buffer.from('{"query": "{ __typename }"}', 'utf16le'), 'BAD_REQUEST'],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 'BAD_REQUEST'],
    [
      'an overlong form of a slash',
      Buffer.concat([Buffer.from('{"query": "'), Buffer.from([0xc0, 0xaf]), Buffer.from('"}')]),
      'BAD_REQUEST',
    ],
    [
      'a surrogate written in UTF-8',
      Buffer.concat([Buffer.from('{"query": "'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}')]),
      'BAD_REQUEST',
    ],
    ['10,000 levels', deep(10_000), 'BAD_REQUEST', { limit: 'jsonDepth', max: 32, actual: 10_000 }],
    ['100,000 levels in a variable', withVariable(deep(100_000)), 'BAD_REQUEST', { max: 32, actual: 100_002 }],
    [
      '33 levels in a member that nobody reads',
      `{"query": "{ __typename }", "x": ${deep(32)}}`,
      'BAD_REQUEST',
      { max: 32, actual: 33 },
    ],
    ['U+0000 in a variable', withVariable('"a\\u0000b"'), 'BAD_REQUEST'],
    ['U+0000 in the name of a variable', '{"query": "{ __typename }", "variables": {"\\u0000": 1}}', 'BAD_REQUEST'],
    ['half a surrogate pair in a variable', withVariable('"\\ud83d"'), 'BAD_REQUEST'],
    ['the other half', withVariable('"\\udc00"'), 'BAD_REQUEST'],
    ['U+0000 in the query', '{"query": "{ __typename \\u0000 }"}', 'BAD_REQUEST'],
    ['half a surrogate pair in the query', '{"query": "{ __typename } # \\ud800"}', 'BAD_REQUEST'],
    [
      'U+0000 spelt in a string of the query',
      '{"query": "{ article(by: { slug: \\"a\\\\u0000b\\" }) { id } }"}',
      'BAD_USER_INPUT',
    ],
    ['U+0000 spelt with braces', '{"query": "{ article(by: { slug: \\"a\\\\u{0}b\\" }) { id } }"}', 'BAD_USER_INPUT'],
    [
      'half a surrogate pair spelt in a string of the query',
      '{"query": "{ article(by: { slug: \\"\\\\uD800\\" }) { id } }"}',
      'GRAPHQL_PARSE_FAILED',
    ],
    [
      '1 MB',
      JSON.stringify({ query: `{ ${'__typename '.repeat(91_000)} }` }),
      'BODY_TOO_LARGE',
      { limit: 'bodyBytes', max: 262_144, actual: 1_001_016 },
    ],
  ])('%s', async (...[, body, code, details]) => expectRefusal(await send(body), code, details));

  test.each([
    ['a byte order mark', Buffer.from('\ufeff{"query": "{ __typename }"}')],
    ['a member twice: the last one counts', '{"query": "{ nothing }", "query": "{ __typename }"}'],
    [
      '__proto__ and constructor',
      '{"query": "{ __typename }", "__proto__": {"query": "x"}, "constructor": {"prototype": {"polluted": 1}}, "variables": {"__proto__": {"polluted": 1}}}',
    ],
    ['members that nobody reads', '{"query": "{ __typename }", "id": 1, "hash": "x"}'],
    ['32 levels', `{"query": "{ __typename }", "x": ${deep(31)}}`],
    ['characters beyond the first plane', '{"query": "{ __typename } # \\ud83d\\ude00 😀"}'],
  ])('served: %s', async (_, body) => {
    expect((await send(body)).body.data).toEqual({ __typename: 'Query' });
    expect({}).not.toHaveProperty('polluted');
  });

  test('__proto__ as a variable and in an input object', async () => {
    const query = 'query ($filter: ArticleFilter) { articles(filter: $filter) { totalCount } }';
    await expectRefusal(
      await send(`{"query": "${query}", "variables": {"filter": {"__proto__": {"words": "x"}}}}`),
      'BAD_USER_INPUT',
    );
    const named = 'query ($__proto__: Int) { articles(first: $__proto__) { totalCount } }';
    expect((await send(`{"query": "${named}", "variables": {"__proto__": 1}}`)).body.data).toEqual({
      articles: { totalCount: 1 },
    });
  });

  test.each([
    ['no Content-Type', {}],
    ['text/plain', { 'content-type': 'text/plain' }],
    ['a charset other than UTF-8', { 'content-type': 'application/json; charset=utf-16' }],
    ['Latin 1 in capitals', { 'content-type': 'APPLICATION/JSON; CHARSET="ISO-8859-1"' }],
    ['two types', { 'content-type': 'application/json, text/plain' }],
    ['gzip', { ...json, 'content-encoding': 'gzip' }],
    ['an unknown encoding', { ...json, 'content-encoding': 'identity, br' }],
  ])('headers: %s', async (_, headers) => {
    const answer = await send('{"query": "{ __typename }"}', headers);
    expect(answer.status).toBe(415);
    await expectRefusal(answer, 'UNSUPPORTED_MEDIA_TYPE');
  });

  test.each(['application/json; charset=UTF-8', 'Application/JSON;charset="utf-8"', 'application/json; profile=x'])(
    'headers served: %s',
    async (type) => {
      expect((await send('{"query": "{ __typename }"}', { 'content-type': type })).status).toBe(200);
    },
  );
});

describe('documents', () => {
  const many = (count: number, text: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => text(i)).join(' ');
  const nested = (levels: number) =>
    `{ article(by: { slug: "x" }) { ${'provider { articles { edges { node { '.repeat(levels)} id ${'} } } }'.repeat(levels)} } }`;
  const doubling = (count: number) =>
    `{ ...F0 } ${many(count, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F${count} on Query { __typename }`;

  test.each<[string, string, string, Record<string, unknown>?]>([
    [
      '10,000 aliases',
      `{ ${many(10_000, (i) => `a${i}: __typename`)} }`,
      'LIMIT_EXCEEDED',
      { limit: 'tokens', max: 2000, actual: 30_002 },
    ],
    [
      '31 aliases',
      `{ ${many(31, (i) => `a${i}: __typename`)} }`,
      'LIMIT_EXCEEDED',
      { limit: 'aliases', max: 30, actual: 31 },
    ],
    ['100,000 brackets', '{'.repeat(100_000), 'LIMIT_EXCEEDED', { limit: 'tokens', max: 2000, actual: 100_000 }],
    ['a query that ends in the middle', '{ articles { ', 'GRAPHQL_PARSE_FAILED'],
    ['1,999 brackets', '{a'.repeat(999), 'GRAPHQL_PARSE_FAILED'],
    ['objects in objects', nested(7), 'LIMIT_EXCEEDED', { limit: 'depth', max: 12, actual: 15 }],
    [
      '1,001 fields',
      `{ ${many(1001, () => '__typename')} }`,
      'LIMIT_EXCEEDED',
      { limit: 'fields', max: 1000, actual: 1001 },
    ],
    ['fragments that double 40 times', doubling(40), 'LIMIT_EXCEEDED', { limit: 'fields', max: 1000, actual: 2 ** 40 }],
    ['a fragment in a circle', '{ ...A } fragment A on Query { ...A }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'fragments in a circle',
      '{ ...A } fragment A on Query { ...B } fragment B on Query { __typename ...A }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      '51 fragments',
      `{ ...F0 } ${many(51, (i) => `fragment F${i} on Query { __typename }`)}`,
      'LIMIT_EXCEEDED',
      { limit: 'fragments', max: 50, actual: 51 },
    ],
    [
      '11 operations',
      many(11, (i) => `query Q${i} { __typename }`),
      'LIMIT_EXCEEDED',
      { limit: 'operations', max: 10, actual: 11 },
    ],
    [
      '51 variables',
      `query (${many(51, (i) => `$v${i}: Int`)}) { __typename }`,
      'LIMIT_EXCEEDED',
      { limit: 'variables', max: 50, actual: 51 },
    ],
    [
      '101 equal fields',
      `{ ${many(101, () => 'viewer { role }')} }`,
      'LIMIT_EXCEEDED',
      { limit: 'equalFields', max: 100, actual: 101 },
    ],
    [
      '31 directives',
      `{ ${many(31, () => '__typename @skip(if: false)')} }`,
      'LIMIT_EXCEEDED',
      { limit: 'directives', max: 30, actual: 31 },
    ],
    [
      '4 directives at one place',
      '{ __typename @a @b @c @d }',
      'LIMIT_EXCEEDED',
      { limit: 'directivesAtOnePlace', max: 3, actual: 4 },
    ],
    ['300 unknown fields', `{ ${many(300, (i) => `nothing${i}`)} }`, 'GRAPHQL_VALIDATION_FAILED'],
    ['an unknown field of 100,000 letters', `{ ${'x'.repeat(100_000)} }`, 'GRAPHQL_VALIDATION_FAILED'],
    ['a document of fragments only', 'fragment A on Query { __typename }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a definition of a type', 'type A { a: Int }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'introspection in a circle',
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['a variable nobody declared', '{ articles(first: $first) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'deep brackets in an argument',
      `{ nodes(ids: ${'['.repeat(900)}${']'.repeat(900)}) { id } }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'deep brackets in a type',
      `query ($a: ${'['.repeat(900)}Int${']'.repeat(900)}) { __typename }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['an integer beyond 32 bits', '{ articles(first: 99999999999) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'lists of lists',
      '{ articles(first: 100) { edges { node { people(first: 100) { edges { node { quotes(first: 100) { edges { node { text } } } } } } } } } }',
      'COST_LIMIT_EXCEEDED',
    ],
  ])('%s', async (...[, query, code, details]) => {
    const statements = await server.statementsOf(async () => {
      const answer = await server.post(query);
      expect(first(answer)?.extensions).toMatchObject({ code, ...details });
    });
    expect(statements).toEqual([]);
    await expectRefusal(await server.post(query), code, details); // the second time is no other
  });

  test('commas and comments by the hundred thousand are a document like any other', async () => {
    expect((await server.post(`{ __typename ${','.repeat(250_000)} }`)).body.data).toEqual({ __typename: 'Query' });
    expect((await server.post(`{ __typename ${'#\n'.repeat(80_000)} }`)).body.data).toEqual({ __typename: 'Query' });
  });
});

describe('addresses', () => {
  const get = (search: string) => server.send(`/graphql?${search}`, { headers: { accept: 'application/json' } });

  test.each([
    ['no query', ''],
    ['another parameter', 'q={__typename}'],
    ['a query twice', 'query={__typename}&query={__typename}'],
    ['an empty query', 'query='],
    ['variables that are no JSON', 'query={__typename}&variables={'],
    ['variables that are a list', 'query={__typename}&variables=[]'],
    ['extensions that are text', 'query={__typename}&extensions="x"'],
    ['bytes that are no UTF-8', 'query=%ff%fe'],
    ['a percent sign alone', 'query=%'],
    ['U+0000', 'query={__typename}%00'],
    ['U+0000 in variables', 'query={__typename}&variables={"a":"%5Cu0000"}'],
    ['half a surrogate pair', 'query={__typename}&variables={"a":"%5Cud800"}'],
    ['deep variables', `query={__typename}&variables={"a":${'['.repeat(100)}${']'.repeat(100)}}`],
  ])('%s', async (_, search) => {
    const answer = await get(search);
    expect(answer.status).toBe(400);
    await expectRefusal(answer, 'BAD_REQUEST');
  });
});
