import { rawPost, rawSocket } from '../harness/rawSocket';
import { startTestServer, type TestServer } from '../harness/server';
import { until } from '../harness/until';

const error = (code: string) => new RegExp(`\\{"errors":\\[\\{"message":"[^"]+","extensions":\\{"code":"${code}"`);

describe('requests that never end', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ patience: { headers: 150, request: 300, check: 50 } });
  });
  afterAll(() => server.close());

  test.each([
    ['headers', 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nX-'],
    ['a half-sent body', rawPost('{ __typename }').slice(0, -5)],
    [
      'a body in chunks',
      'POST /graphql HTTP/1.1\r\nHost: l\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n',
    ],
  ])('%s', async (_, bytes) => {
    const socket = await rawSocket(server.port);
    socket.write(bytes);
    const received = await socket.until(/\}\]\}$/);
    socket.end();
    expect(received).toMatch(/^HTTP\/1\.1 408 /);
    expect(received).toMatch(error('REQUEST_TIMEOUT'));
    // So little patience may meet an honest client too, where the machine is busy.
    await until('a request is answered', async () => (await server.post('{ __typename }')).status === 200);
  });
});

describe('broken requests', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });

  afterEach(async () => expect((await server.post('{ __typename }')).status).toBe(200));

  afterAll(() => server.close());

  test.each([
    ['no HTTP', 'hello\r\n\r\n', 400, 'BAD_REQUEST'],
    ['no Host', 'GET /graphql HTTP/1.1\r\n\r\n', 400, 'BAD_REQUEST'],
    [
      'headers too long',
      `GET /graphql HTTP/1.1\r\nHost: l\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`,
      431,
      'HEADERS_TOO_LARGE',
    ],
    [
      'an address too long',
      `GET /graphql?query=${'x'.repeat(20_000)} HTTP/1.1\r\nHost: l\r\n\r\n`,
      431,
      'HEADERS_TOO_LARGE',
    ],
    [
      'two lengths',
      'POST /graphql HTTP/1.1\r\nHost: l\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
      'BAD_REQUEST',
    ],
  ])('%s', async (_, bytes, status, code) => {
    const socket = await rawSocket(server.port);
    socket.write(bytes);
    const received = await socket.until(/\}\]\}$/);
    socket.end();
    expect(received).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(received).toMatch(error(code));
  });

  test('requests one after the other without waiting are answered in their order', async () => {
    const socket = await rawSocket(server.port);
    socket.write(rawPost('{ a: __typename }') + rawPost('{ b: ') + rawPost('{ c: __typename }'));
    const received = await socket.until(/"c":"Query"/);
    expect(received.match(/"(a|c)":"Query"|GRAPHQL_PARSE_FAILED/g)).toEqual([
      '"a":"Query"',
      'GRAPHQL_PARSE_FAILED',
      '"c":"Query"',
    ]);
    socket.end();
  });

  test('nonsense after a request does not get into its answer', async () => {
    const socket = await rawSocket(server.port);
    socket.write(rawPost('{ a: __typename }'));
    await socket.until(/"a":"Query"/);
    socket.write('nonsense\r\n\r\n');
    expect(await socket.closed()).toMatch(/"a":"Query"[^]*HTTP\/1\.1 400 [^]*BAD_REQUEST/);
  });

  test('a body that is too long is answered while it is still being sent', async () => {
    const socket = await rawSocket(server.port);
    socket.write(
      'POST /graphql HTTP/1.1\r\nHost: l\r\nContent-Type: application/json\r\nContent-Length: 100000000\r\n\r\n',
    );
    socket.write('x'.repeat(100_000));
    expect(await socket.until(/BODY_TOO_LARGE/)).toMatch(/"max":262144,"actual":100000000/);
    socket.end();
  });

  test('the rest of it is thrown away, and the connection goes on', async () => {
    const socket = await rawSocket(server.port);
    const length = 5_000_000;
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: l\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`,
    );
    await socket.until(/BODY_TOO_LARGE/);
    socket.write('x'.repeat(length) + rawPost('{ after: __typename }'));
    await socket.until(/"after":"Query"/);
    socket.end();
  });

  test('a body in chunks is measured as it comes', async () => {
    const socket = await rawSocket(server.port);
    socket.write(
      'POST /graphql HTTP/1.1\r\nHost: l\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
    );
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    socket.write(chunk.repeat(5));
    expect(await socket.until(/BODY_TOO_LARGE/)).toMatch(/^HTTP\/1\.1 413 /);
    socket.end();
  });
});

describe('closing', () => {
  test('the request in hand is finished, then idle connections are closed and new ones refused', async () => {
    const server = await startTestServer({ seeded: true });
    const idle = await rawSocket(server.port);
    idle.write(rawPost('{ idle: __typename }'));
    await idle.until(/"idle":"Query"/);
    const silent = await rawSocket(server.port);

    const other = await server.database.pool.connect();
    await other.query('BEGIN');
    await other.query('LOCK TABLE article IN ACCESS EXCLUSIVE MODE');
    const inHand = await rawSocket(server.port);
    inHand.write(rawPost('{ articles { totalCount } }'));
    await waitsForLock(server);

    const closed = server.stop();
    expect((await server.send('/health/ready')).body).toEqual({
      status: 'unavailable',
      reason: 'The server is closing.',
    });
    await other.query('ROLLBACK');
    other.release();
    expect(await inHand.closed()).toMatch(
      /^HTTP\/1\.1 200 OK[^]*connection: close[^]*\{"data":\{"articles":\{"totalCount":1\}\}/i,
    );
    await closed;
    await idle.closed();
    await silent.closed();
    await expect(rawSocket(server.port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await server.close();
  });

  test('a request that never ends is cut off when the time is over', async () => {
    const server = await startTestServer({ config: { shutdownGraceMs: 100 } });
    const socket = await rawSocket(server.port);
    socket.write(rawPost('{ __typename }').slice(0, -5));
    await server.post('{ __typename }'); // by now the other has arrived too
    await server.close();
    expect(await socket.closed()).toBe('');
  });

  test('while it closes it is not ready', async () => {
    const server = await startTestServer({ config: { shutdownGraceMs: 5000 } });
    const socket = await rawSocket(server.port);
    socket.write('GET /health/ready HTTP/1.1\r\nHost: l\r\n');
    await server.post('{ __typename }');
    const closed = server.stop();
    socket.write('\r\n');
    expect(await socket.closed()).toMatch(/^HTTP\/1\.1 503 [^]*The server is closing/);
    await closed;
    await server.close();
  });
});

async function waitsForLock({ database: { pool } }: TestServer): Promise<void> {
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
    AND query LIKE '/* read%'`; // the server's own look for scheduled articles waits, too
  await until('a read that waits for a lock', async () => (await pool.query(waiting)).rowCount);
}

test('who comes when there are as many connections as there may be is cut off; when one ends, another is taken', async () => {
  const full = await startTestServer({ config: { maxConnections: 3 } });
  const served = async () => {
    const socket = await rawSocket(full.port);
    socket.write(rawPost('{ __typename }'));
    await socket.until(/"__typename":"Query"/);
    return socket;
  };
  const inside = [await served(), await served(), await served()];
  const outside = await rawSocket(full.port);
  outside.write(rawPost('{ __typename }'));
  expect(await outside.closed()).toBe('');
  for (const socket of inside) {
    socket.write(rawPost('{ again: __typename }'));
    await socket.until(/"again":"Query"/);
  }
  inside[0]!.end();
  const another = await until('the server has noticed', () => served().catch(() => null));
  for (const socket of [...inside, another]) socket.end();
  await full.close();
});
