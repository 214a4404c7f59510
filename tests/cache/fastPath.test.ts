import { makeKey } from '../harness/keys';
import { type LogLine, recordLog } from '../harness/logLines';
import { rawPost, rawSocket } from '../harness/rawSocket';
import { startTestServer, type TestServer, type TestServerOptions } from '../harness/server';
import { until } from '../harness/until';

// Requests that meet a ready answer on the shortest way, which the log tells by `ready`.

const page = 'https://www.example.org';
const query = '{ articles { totalCount edges { node { headline } } } }';
const inAddress = `/graphql?query=${encodeURIComponent(query)}`;
const plainJson = { accept: 'application/json' };

interface Watched {
  readonly server: TestServer;
  /** Does it, and tells whether the request was answered on the shortest way, with what it gave. */
  shortly<T>(work: () => Promise<T>): Promise<{ readonly short: boolean; readonly given: T }>;
}

async function withServer(
  config: TestServerOptions['config'],
  work: (watched: Watched) => Promise<void>,
): Promise<void> {
  const { log, lines } = recordLog();
  const server = await startTestServer({ seeded: true, config, log });
  const requests = (): LogLine[] => lines.filter(({ msg }) => msg === 'request');
  const shortly: Watched['shortly'] = async (ask) => {
    const before = requests().length;
    const given = await ask();
    await until('a line in the log', () => requests().length > before, { everyMs: 1 });
    return { short: requests().at(-1)!.ready === true, given };
  };
  try {
    await work({ server, shortly });
  } finally {
    await server.close();
  }
}

/** The header fields of an answer, but for those that every answer has anew. */
function fieldsOf(response: { headers: Headers }): Record<string, string> {
  const own = ['x-request-id', 'date', 'connection', 'keep-alive'];
  return Object.fromEntries([...response.headers].filter(([name]) => !own.includes(name)));
}

test.each([[[]], [[page, 'https://app.example.org']], [['*']]])(
  'with ALLOWED_ORIGINS %j the short way answers with the same header and bytes as the long one',
  (allowedOrigins) =>
    withServer({ allowedOrigins, sharedCacheMs: 60_000, purgeKeysHeader: 'xkey' }, async ({ server, shortly }) => {
      const asks = [
        (headers: Record<string, string>) => server.post(query, {}, headers),
        (headers: Record<string, string>) => server.send(inAddress, { headers }),
      ];
      for (const ask of asks) {
        await until('it goes the short way', async () => (await shortly(() => ask(plainJson))).short);
        for (const origin of [undefined, page, 'https://evil.example', 'null']) {
          const headers = { ...plainJson, ...(origin !== undefined && { origin }) };
          // A header that means nothing keeps it off the short way.
          const long = await shortly(() => ask({ ...headers, 'content-encoding': 'identity' }));
          expect(long.short).toBe(false);
          const isAllowed = allowedOrigins.length !== 2 || origin === undefined || origin === page;
          // On a busy machine the heartbeat may be late now and then, and nothing is served from what is kept.
          const short = await until('the same answer on the short way', async () => {
            const tried = await shortly(() => ask(headers));
            const isSame = long.given.headers.get('xkey') === tried.given.headers.get('xkey');
            return isSame && tried.short === isAllowed && tried;
          });
          expect(short.short).toBe(isAllowed);
          expect(fieldsOf(short.given)).toEqual(fieldsOf(long.given));
          expect(short.given.text).toBe(long.given.text);
          const allowed = allowedOrigins[0] === '*' ? '*' : allowedOrigins[0] === origin ? origin : null;
          expect(short.given.headers.get('access-control-allow-origin')).toBe(allowed ?? null);
        }
      }
    }),
);

test('where reading needs a key, what is ready for those who have one goes to nobody else', () =>
  withServer({ publicRead: false }, async ({ server }) => {
    const { headers } = await makeKey(server.database, 'READER');
    const asks = [
      (more: object) => server.post(query, {}, { ...plainJson, ...more }),
      (more: object) => server.send(inAddress, { headers: { ...plainJson, ...more } }),
    ];
    for (const ask of asks) {
      await until('it is ready', async () => {
        const statements = await server.statementsOf(() => ask(headers));
        return statements.every((text) => /\/\* (viewer|note use) \*\//.test(text));
      });
      for (let i = 0; i < 3; i++) {
        const refused = await ask({});
        expect([refused.status, refused.body.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
        expect(refused.text).not.toContain('headline');
        expect((await ask(headers)).status).toBe(200);
      }
    }
  }));

describe('on a connection of its own', () => {
  const total = /"totalCount":\d+/;

  test('a body that comes byte by byte is answered as one that comes whole', () =>
    withServer({}, async ({ server, shortly }) => {
      const [head, body] = rawPost('{ articles { totalCount } }').split(/(?<=\r\n\r\n)/) as [string, string];
      const whole = async (): Promise<string> => {
        const socket = await rawSocket(server.port);
        socket.write(head + body);
        return socket.until(total).finally(() => socket.end());
      };
      await until('it goes the short way', async () => (await shortly(whole)).short);
      const { given, short } = await shortly(async () => {
        const socket = await rawSocket(server.port);
        socket.write(head);
        for (const byte of body) {
          socket.write(byte);
          await new Promise((resolve) => setTimeout(resolve, 2));
        }
        return socket.until(total).finally(() => socket.end());
      });
      expect(short).toBe(false);
      expect(given).toMatch(/^HTTP\/1\.1 200 /);
      expect(total.exec(given)?.[0]).toBe(total.exec(await whole())?.[0]);
    }));

  test('requests sent without waiting are answered one after the other, ready or not', () =>
    withServer({}, async ({ server, shortly }) => {
      const [a, b] = ['{ a: articles { totalCount } }', '{ b: articles { totalCount } }'];
      for (const text of [a, b])
        await until('it goes the short way', async () => (await shortly(() => server.post(text))).short);
      const socket = await rawSocket(server.port);
      // The third is new, the others are ready; a body may come together with the next head.
      const third = '{ c: articles { totalCount } }';
      socket.write([rawPost(a), rawPost(b), rawPost(third), rawPost(a)].join(''));
      const received = await socket.until(/(?:"totalCount":\d+[^]*){4}/);
      expect([...received.matchAll(/"data":\{"([abc])"/g)].map(([, name]) => name)).toEqual(['a', 'b', 'c', 'a']);
      expect(received.match(/HTTP\/1\.1 200 /g)).toHaveLength(4);
      socket.end();
    }));

  test('HEAD tells the length of the answer that GET gives, and no more', () =>
    withServer({}, async ({ server, shortly }) => {
      const get = () => server.send(inAddress, { headers: { ...plainJson, 'accept-encoding': 'identity' } });
      await until('it goes the short way', async () => (await shortly(get)).short);
      const head = await server.send(inAddress, {
        method: 'HEAD',
        headers: { ...plainJson, 'accept-encoding': 'identity' },
      });
      expect([head.status, head.text]).toEqual([200, '']);
      const got = await get();
      for (const name of ['content-length', 'etag', 'cache-control', 'vary', 'content-type'])
        expect(head.headers.get(name)).toBe(got.headers.get(name));
    }));
});
