import { startTestServer, type TestServer } from '../harness/server';

const page = 'https://www.example.org';

async function withOrigins(allowedOrigins: string[], work: (server: TestServer) => Promise<void>): Promise<void> {
  const server = await startTestServer({ seeded: true, config: { allowedOrigins } });
  try {
    await work(server);
  } finally {
    await server.close();
  }
}

const preflight = (server: TestServer, origin: string): Promise<Response> =>
  fetch(`${server.url}/graphql`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  });

const ask = (server: TestServer, origin: string): Promise<Response> =>
  fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ articles { totalCount } }' }),
  });

test('a page of an allowed origin may ask, with a key, and its answer is kept for it alone', () =>
  withOrigins([page], async (server) => {
    const leave = await preflight(server, page);
    expect(leave.status).toBe(204);
    expect(leave.headers.get('access-control-allow-origin')).toBe(page);
    expect(leave.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(leave.headers.get('access-control-allow-credentials')).toBeNull();
    const answer = await ask(server, page);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe(page);
    expect(answer.headers.get('vary')).toMatch(/, Origin$/);
  }));

test('a page of another origin is not let in, also where errors are answered', () =>
  withOrigins([page], async (server) => {
    for (const other of ['https://example.org', `${page}.evil.example`, 'http://www.example.org', 'null']) {
      expect((await preflight(server, other)).headers.get('access-control-allow-origin')).toBeNull();
      const answer = await ask(server, other);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      expect(answer.headers.get('vary')).toMatch(/, Origin$/);
    }
  }));

test('a page may read the errors of its own mistakes', () =>
  withOrigins([page], async (server) => {
    const answer = await fetch(`${server.url}/graphql`, { method: 'POST', headers: { origin: page }, body: '{' });
    expect(answer.status).toBe(415);
    expect(answer.headers.get('access-control-allow-origin')).toBe(page);
  }));

test('* lets every origin in', () =>
  withOrigins(['*'], async (server) => {
    expect((await ask(server, 'https://anywhere.example')).headers.get('access-control-allow-origin')).toBe('*');
  }));

test('without the setting no origin is let in', () =>
  withOrigins([], async (server) => {
    expect((await preflight(server, page)).status).toBe(405);
    expect((await ask(server, page)).headers.get('access-control-allow-origin')).toBeNull();
  }));

describe('a GET that says it brings something', () => {
  test.each([
    ['text/plain', 415],
    ['text/plain;charset=UTF-8', 415],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data; boundary=x', 415],
    ['application/json', 200],
    ['application/json; charset=utf-8', 200],
  ])('%s is answered %i, the first time and again', (type, status) =>
    withOrigins([], async (server) => {
      const address = `/graphql?query=${encodeURIComponent('{ articles { totalCount } }')}`;
      const plain = { accept: 'application/json' };
      for (let i = 0; i < 3; i++) expect((await server.send(address, { headers: plain })).status).toBe(200);
      for (let i = 0; i < 2; i++) {
        const answer = await server.send(address, { headers: { ...plain, 'content-type': type } });
        expect([answer.status, answer.body.errors?.[0]?.extensions.code]).toEqual([
          status,
          status === 200 ? undefined : 'UNSUPPORTED_MEDIA_TYPE',
        ]);
      }
    }),
  );
});
