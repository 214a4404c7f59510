import http from 'node:http';
import { makeKey } from '../harness/keys';
import { startTestServer, type TestServer } from '../harness/server';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** Sends so many bytes. @returns status, code and limit */
function send(bytes: number, headers: Record<string, string>): Promise<unknown[]> {
  const body = JSON.stringify({ query: '{ __typename }' }).padEnd(bytes);
  return new Promise((resolve, reject) => {
    const request = http.request(`${server.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...headers,
        'content-length': String(bytes),
      },
    });
    request.on('error', (error: NodeJS.ErrnoException) => error.code !== 'EPIPE' && reject(error)); // it has answered already
    request.on('response', (response) => {
      let text = '';
      response.on('data', (data: Buffer) => (text += data.toString()));
      response.on('end', () => {
        const { errors } = JSON.parse(text) as { errors?: { extensions: { code: string; max?: number } }[] };
        resolve([response.statusCode, errors?.[0]?.extensions.code, errors?.[0]?.extensions.max]);
      });
    });
    for (let at = 0; at < bytes; at += 65_536) request.write(body.slice(at, at + 65_536));
    request.end();
  });
}

test.each([
  [300_000, null, [413, 'BODY_TOO_LARGE', 262_144]],
  [5_000_000, null, [413, 'BODY_TOO_LARGE', 262_144]],
  [5_000_000, 'READER', [413, 'BODY_TOO_LARGE', 262_144]],
  [300_000, 'EDITOR', [200, undefined, undefined]],
  [5_000_000, 'EDITOR', [413, 'BODY_TOO_LARGE', 4_194_304]],
  [5_000_000, 'ADMIN', [413, 'BODY_TOO_LARGE', 4_194_304]],
] as const)('a body of %i bytes by the role %s is answered by its own limit', async (bytes, role, expected) => {
  const headers = role === null ? {} : (await makeKey(server.database, role)).headers;
  expect(await send(bytes, headers as Record<string, string>)).toEqual(expected);
});
