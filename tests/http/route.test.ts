import { getIntrospectionQuery } from 'graphql';
import type { Viewer } from '../../src/auth/audience';
import { recordLog } from '../harness/logLines';
import { type Answer, startTestServer, type TestServer } from '../harness/server';
import { until } from '../harness/until';

const graphqlJson = { accept: 'application/graphql-response+json' };
const plainJson = { accept: 'application/json' };

const { log, lines } = recordLog();
let viewer: Viewer = { role: 'READER', name: null };
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ seeded: true, log, viewerOf: () => viewer, config: { responseCacheBytes: 0 } });
});

afterAll(() => server.close());

const get = (parameters: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = plainJson) =>
  server.send(`/graphql?${new URLSearchParams(parameters).toString()}`, { headers });
const codes = ({ body }: Answer) => body.errors?.map(({ extensions }) => extensions.code);

describe('the way to the reader', () => {
  test('both ways there, through Apollo and past it, give the same bytes with one statement each', async () => {
    const query = `query Screen($first: Int!) {
      articles(first: $first) { edges { node { headline quotes { edges { node { text speaker { ... on Person { name } } } } } } } }
    }`;
    const answers: Answer[] = [];
    const from = lines.length;
    for (let i = 0; i < 3; i++) {
      const statements = await server.statementsOf(async () => answers.push(await server.post(query, { first: 1 })));
      expect(statements).toHaveLength(1);
    }
    const [first, ...others] = answers;
    expect(first?.body.data).toMatchObject({
      articles: { edges: [{ node: { headline: expect.any(String) as string } }] },
    });
    for (const other of others) expect(other.text).toBe(first?.text);
    await settled(from + 3);
    expect(lines.slice(from).map(({ known }) => known)).toEqual([false, true, true]);
  });

  test('an operation is chosen by its name, in each document anew', async () => {
    const query = 'query A { a: __typename } query B { b: __typename }';
    const ask = (operationName: string | null) =>
      server.send('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, operationName }),
      });
    for (let i = 0; i < 2; i++) {
      expect((await ask('A')).body.data).toEqual({ a: 'Query' });
      expect((await ask('B')).body.data).toEqual({ b: 'Query' });
      expect((await ask('C')).body.errors?.[0]).toEqual({
        message: 'The document has no operation named "C": it has "A", "B".',
        extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
      });
      expect((await ask(null)).body.errors?.[0]?.message).toMatch(/say in "operationName" which one: "A", "B"/);
    }
  });

  test('the viewer is found anew for each request', async () => {
    const query = '{ viewer { role name } }';
    expect((await server.post(query)).body.data).toEqual({ viewer: { role: 'READER', name: null } });
    viewer = { role: 'EDITOR', name: 'desk' };
    expect((await server.post(query)).body.data).toEqual({ viewer: { role: 'EDITOR', name: 'desk' } });
    viewer = { role: 'READER', name: null };
    expect((await server.post(query)).body.data).toEqual({ viewer: { role: 'READER', name: null } });
  });

  test.each([
    [
      'of graphql-js, everything asked',
      {
        schemaDescription: true,
        specifiedByUrl: true,
        directiveIsRepeatable: true,
        inputValueDeprecation: true,
        oneOf: true,
      },
    ],
    ['of graphql-js, as it is', {}],
  ])('the introspection query %s', async (_, options) => {
    const { data } = (await server.post(getIntrospectionQuery(options))).body;
    expect(data).toMatchObject({ __schema: { queryType: { name: 'Query' } } });
  });
});

describe('media types', () => {
  test.each([
    [undefined, 'application/json; charset=utf-8'],
    ['*/*', 'application/json; charset=utf-8'],
    ['application/*', 'application/json; charset=utf-8'],
    ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
    [
      'application/graphql-response+json; charset=utf-8, application/json; q=0.9',
      'application/graphql-response+json; charset=utf-8',
    ],
    ['application/json;q=0.5, application/graphql-response+json;q=0.4', 'application/json; charset=utf-8'],
    ['text/event-stream, application/json', 'application/json; charset=utf-8'],
  ])('accept %s', async (accept, expected) => {
    const answer = await server.post('{ __typename }', {}, accept === undefined ? {} : { accept });
    expect(answer.headers.get('content-type')).toBe(expected);
    expect(answer.headers.get('vary')).toBe('Accept, Authorization, Accept-Encoding');
  });

  test.each(['text/plain', 'application/xml, text/*', 'application/json;q=0'])(
    'accept %s is refused',
    async (accept) => {
      const answer = await server.post('{ __typename }', {}, { accept });
      expect([answer.status, codes(answer)]).toEqual([406, ['NOT_ACCEPTABLE']]);
      expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    },
  );

  test.each([
    ['GRAPHQL_PARSE_FAILED', '{', {}],
    ['GRAPHQL_VALIDATION_FAILED', '{ nothing }', {}],
    ['OPERATION_RESOLUTION_FAILURE', 'query A { __typename } query B { __typename }', {}],
    ['LIMIT_EXCEEDED', `{ ${'__typename '.repeat(1001)} }`, {}],
    [
      'COST_LIMIT_EXCEEDED',
      '{ articles(first: 100) { edges { node { people(first: 100) { edges { node { quotes(first: 100) { totalCount } } } } } } } }',
      {},
    ],
    ['BAD_USER_INPUT', 'query ($first: Int!) { articles(first: $first) { totalCount } }', { first: 'ten' }],
    ['BAD_USER_INPUT', 'query ($first: Int!) { articles(first: $first) { totalCount } }', {}],
    ['BAD_USER_INPUT', '{ articles(first: -1) { totalCount } }', {}],
  ])('%s: status 400, but 200 under application/json', async (code, query, variables) => {
    for (const [headers, status] of [
      [graphqlJson, 400],
      [plainJson, 200],
      [{}, 200],
    ] as const) {
      const answer = await server.post(query, variables, headers);
      expect([answer.status, codes(answer)]).toEqual([status, [code]]);
      expect(answer.body).not.toHaveProperty('data');
    }
  });
});

describe('GET', () => {
  const query = '{ articles { totalCount } }';

  test('asks, with variables and the name of an operation', async () => {
    const document = 'query A { a: __typename } query B($first: Int) { articles(first: $first) { totalCount } }';
    const answer = await get({ query: document, operationName: 'B', variables: '{"first": 1}' });
    expect(answer.body.data).toEqual({ articles: { totalCount: 1 } });
  });

  test('answers have a tag, and are not sent again to those who have them', async () => {
    const answer = await get({ query });
    const etag = answer.headers.get('etag')!;
    expect(etag).toMatch(/^"[\w-]{27}"$/);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get({ query }, { ...plainJson, 'if-none-match': known });
      expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
      expect(again.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
      expect(again.headers.get('vary')).toBe('Accept, Authorization, Accept-Encoding');
    }
    expect((await get({ query }, { ...plainJson, 'if-none-match': '"other"' })).status).toBe(200);
    expect((await get({ query }, { ...graphqlJson, 'if-none-match': etag })).status).toBe(200);
  });

  test('answers to whoever shows a key are kept by nobody', async () => {
    const answer = await get({ query }, { ...plainJson, authorization: 'Bearer key' });
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.has('etag')).toBe(false);
  });

  test('errors are kept by nobody', async () => {
    const answer = await get({ query: '{ nothing }' });
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect((await server.post(query)).headers.get('cache-control')).toBe('private, no-store');
  });

  test('HEAD gives the same headers', async () => {
    const headers = plainJson;
    const full = await server.send('/graphql?query={__typename}', { headers });
    const head = await server.send('/graphql?query={__typename}', { method: 'HEAD', headers });
    expect([head.status, head.text]).toEqual([200, '']);
    expect(head.headers.get('etag')).toBe(full.headers.get('etag'));
    expect(head.headers.get('content-length')).toBe(full.headers.get('content-length'));
  });

  test.each(['mutation', 'subscription'])('a %s is refused', async (kind) => {
    const answer = await get({ query: `${kind} { __typename }` });
    expect([answer.status, answer.headers.get('allow'), codes(answer)]).toEqual([405, 'POST', ['METHOD_NOT_ALLOWED']]);
  });

  test('a mutation that is known by POST already is refused all the same, and nothing is written', async () => {
    const query = `mutation { draftArticle(input: { headline: "By GET", body: "Words." }) { article { id } } }`;
    const drafted = async () =>
      (await server.database.pool.query(`SELECT 1 FROM article_version WHERE headline = 'By GET'`)).rowCount;
    viewer = { role: 'EDITOR', name: 'desk' };
    try {
      expect((await server.post(query)).body.errors).toBeUndefined();
      for (const headers of [plainJson, graphqlJson]) {
        const answer = await get({ query }, headers);
        expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
        expect(codes(answer)).toEqual(['METHOD_NOT_ALLOWED']);
      }
      expect(await drafted()).toBe(1);
    } finally {
      viewer = { role: 'READER', name: null };
    }
  });

  test('this API has no subscriptions', async () => {
    const { body } = await server.post('subscription { __typename }');
    expect(body.errors?.[0]?.message).toBe('This API has no subscriptions.');
  });

  test('a browser that opens the address gets a page', async () => {
    const answer = await server.send('/graphql', { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  });
});

describe('requests that a page of another site could cause', () => {
  const query = '{ __typename }';
  // fetch() sends Sec-Fetch-Mode and no Sec-Fetch-Site, which no browser does.
  test.each([
    ['cross-site', 403],
    ['same-site', 403],
    ['same-origin', 200],
    ['none', 200],
  ])('Sec-Fetch-Site: %s', async (site, status) => {
    const answer = await get({ query }, { ...plainJson, 'sec-fetch-site': site });
    expect(answer.status).toBe(status);
    if (status === 403) expect(codes(answer)).toEqual(['CROSS_SITE_REQUEST']);
  });

  test.each(['authorization', 'apollo-require-preflight', 'x-apollo-operation-name', 'x-requested-with'])(
    'with %s, which browsers ask leave for, it is let through',
    async (name) => {
      expect((await get({ query }, { 'sec-fetch-site': 'cross-site', [name]: '1' })).status).toBe(200);
    },
  );

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
    'application/jsonp',
  ])('a POST of %s is refused', async (type) => {
    const answer = await server.post(query, {}, { 'content-type': type });
    expect([answer.status, codes(answer)]).toEqual([415, ['UNSUPPORTED_MEDIA_TYPE']]);
  });
});

describe('addresses and methods', () => {
  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s', async (method) => {
    const answer = await server.send('/graphql', { method });
    expect([answer.status, answer.headers.get('allow'), codes(answer)]).toEqual([
      405,
      'GET, HEAD, POST',
      ['METHOD_NOT_ALLOWED'],
    ]);
  });

  test.each(['/', '/graphql/', '/nothing?x=1', '/%ff', '/..%2f..%2fetc/passwd', '/explorer/../../package.json'])(
    '%s',
    async (path) => {
      const answer = await server.send(path);
      expect([404, 400]).toContain(answer.status);
      expect(['NOT_FOUND', 'BAD_REQUEST']).toContain(codes(answer)?.[0]);
    },
  );

  test('a body for an address that is not there', async () => {
    const answer = await server.send('/nothing', { method: 'POST', body: 'text' });
    expect([answer.status, codes(answer)]).toEqual([404, ['NOT_FOUND']]);
  });
});

describe('the log', () => {
  test('one line a request, with nothing private in it', async () => {
    const from = lines.length;
    const query = 'query Secretive($slug: String) { article(by: { slug: $slug }) { id } }';
    const answer = await server.post(
      query,
      { slug: 'hidden-slug' },
      { authorization: 'Bearer hidden-key', 'x-request-id': 'from-gateway:1' },
    );
    await get({ query: '{ hidden: __typename }' });
    await server.post('{ __typename }', {}, { 'x-request-id': 'no good id' });
    await settled(from + 3);
    expect(answer.headers.get('x-request-id')).toBe('from-gateway:1');
    const [first, second, third] = lines.slice(from);
    expect(first).toEqual({
      level: 30,
      time: expect.any(Number) as number,
      msg: 'request',
      requestId: 'from-gateway:1',
      method: 'POST',
      path: '/graphql',
      status: 200,
      ms: expect.any(Number) as number,
      operation: 'Secretive',
      known: false,
      cost: expect.any(Number) as number,
      bytes: answer.text.length,
    });
    expect(second).toMatchObject({
      method: 'GET',
      path: '/graphql',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
    expect(third?.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.stringify(lines.slice(from))).not.toContain('hidden');
  });
});

/** The line about a request is written just after its answer. */
async function settled(count: number): Promise<void> {
  await until(`${count} lines in the log`, () => lines.length >= count);
}
