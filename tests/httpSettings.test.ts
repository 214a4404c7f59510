import { getIntrospectionQuery } from 'graphql';
import { recordLog } from './harness/logLines';
import { startTestServer, type TestServer, type TestServerOptions } from './harness/server';

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
