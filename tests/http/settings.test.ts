import { getIntrospectionQuery } from 'graphql';
import { loadSchema } from '../../src/contract/schema';
import { recordLog } from '../harness/logLines';
import { startTestServer, type TestServer, type TestServerOptions } from '../harness/server';

async function withServer(options: TestServerOptions, work: (server: TestServer) => Promise<void>): Promise<void> {
  const server = await startTestServer(options);
  try {
    await work(server);
  } finally {
    await server.close();
  }
}

test('INTROSPECTION=false: no questions about the schema, and no proposals of names', () =>
  withServer({ config: { introspection: false } }, async (server) => {
    const { errors } = (await server.post(getIntrospectionQuery())).body;
    expect(errors?.[0]).toMatchObject({
      message: 'The operator of this server has switched introspection off.',
      extensions: { code: 'INTROSPECTION_DISABLED' },
    });
    expect((await server.post('{ __type(name: "Article") { name } }')).body.errors?.[0]?.extensions.code).toBe(
      'INTROSPECTION_DISABLED',
    );
    expect((await server.post('{ __typename viewer { __typename } }')).body.data).toBeDefined();
    expect((await server.post('{ articl { id } }')).body.errors?.[0]?.message).toBe(
      'Cannot query field "articl" on type "Query".',
    );
    const variable = await server.post('query ($order: ArticleOrder!) { articles(orderBy: $order) { totalCount } }', {
      order: 'NEWES',
    });
    expect(variable.body.errors?.[0]?.message).not.toContain('NEWEST');
  }));

test('INTROSPECTION=false: no message tells a name that was not sent', () =>
  withServer({ seeded: true, config: { introspection: false } }, async (server) => {
    const queries: [string, Record<string, unknown>?][] = [
      ['mutation { draftArticle { article { id } } }'],
      ['mutation { draftArticle(input: {}) { article { id } } }'],
      ['mutation ($i: DraftArticleInput!) { draftArticle(input: $i) { article { id } } }', { i: {} }],
      ['mutation ($i: DraftArticleInput!) { draftArticle(input: $i) { article { id } } }', { i: { headlin: 1 } }],
      ['{ articles }'],
      ['{ articles(first: 1) { edges } }'],
      ['{ articles(orderBy: X) { totalCount } }'],
      ['{ articles(filter: { x: 1 }) { totalCount } }'],
      ['{ articles(first: "x") { totalCount } }'],
      ['query ($a: Int) { node(id: $a) { id } }', { a: 1 }],
      ['{ node(id: 1.5) { ... on Query { __typename } } }'],
      ['{ node { id } }'],
      ['fragment F on Article { id } { people(first: 1) { edges { node { ...F } } } }'],
      ['{ articles(first: 1) { edges { node { id(x: 1) publishedAt { x } } } } }'],
    ];
    const names = Object.values(loadSchema().getTypeMap()).flatMap((type) => [
      type.name,
      ...('getFields' in type ? Object.keys(type.getFields()) : []),
      ...('getValues' in type ? type.getValues().map(({ name }) => name) : []),
    ]);
    const told = new Set(names.filter((name) => /[a-z][A-Z]|^[A-Z]{3}|^[A-Z][a-z]/.test(name)));
    for (const builtIn of ['Int', 'Float', 'String', 'Boolean', 'ID', 'Query', 'Mutation']) told.delete(builtIn);
    for (const [query, variables] of queries) {
      const { errors } = (await server.post(query, variables)).body;
      const get = await server.send(`/graphql?query=${encodeURIComponent(query)}`, {
        headers: { accept: 'application/json' },
      });
      const sent = new Set(JSON.stringify([query, variables]).match(/\w+/g));
      expect(errors?.length).toBeGreaterThan(0);
      for (const { message } of [...(errors ?? []), ...(get.body.errors ?? [])]) {
        const leaked = (message.match(/\w+/g) ?? []).filter((word) => told.has(word) && !sent.has(word));
        expect({ query, message, leaked }).toEqual({ query, message, leaked: [] });
      }
    }
  }));

test('PUBLIC_READ=false: nothing for those without a key', () =>
  withServer({ seeded: true, config: { publicRead: false } }, async (server) => {
    const statements = await server.statementsOf(async () => {
      const answer = await server.post('{ articles { totalCount } }');
      expect([answer.status, answer.body.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    });
    expect(statements).toHaveLength(0);
  }));

test('what nobody foresaw is masked, and found in the log by its id', async () => {
  const { log, lines } = recordLog();
  const viewerOf = () => {
    throw new Error('secret of the house');
  };
  await withServer({ log, viewerOf }, async (server) => {
    const answer = await server.post('{ __typename }');
    const id = answer.headers.get('x-request-id');
    expect(answer.status).toBe(500);
    expect(answer.body.errors?.[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', id });
    expect(answer.text).not.toContain('secret');
    const line = lines.find(({ msg }) => msg === 'unexpected error');
    expect(line).toMatchObject({
      requestId: id,
      err: { message: 'secret of the house', stack: expect.any(String) as string },
    });
  });
});
