import { Client } from 'pg';
import { type Cable, openCable } from '../harness/cable';
import { recordLog } from '../harness/logLines';
import { runAlone } from '../harness/testServer';
import { type Answer, startTestServer, type TestServer } from '../harness/server';
import { until } from '../harness/until';

const { log, lines } = recordLog();
let cable: Cable;
let server: TestServer;

beforeAll(async () => {
  cable = await openCable({ seeded: true, config: { statementTimeoutMs: 500, databasePoolTimeoutMs: 500 } });
  server = await startTestServer({ database: cable.database, log });
});

afterAll(() => server.close());

const ready = () => server.send('/health/ready');
const codeOf = ({ status, body }: Answer) => [status, body.errors?.[0]?.extensions.code];
const read = () => server.post('{ articles { totalCount } }');
let asked = 0;
/** Asks what nobody asked before, so that no cached response stands ready. */
const readAnew = () => server.post(`{ number${++asked}: articles { totalCount } }`);

test('it is live, and ready while the database answers', async () => {
  expect((await server.send('/health/live')).body).toEqual({ status: 'ok' });
  const answer = await ready();
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('the database goes and comes back', async () => {
  expect((await read()).body.data).toEqual({ articles: { totalCount: 1 } });
  await cable.pull();

  expect((await server.send('/health/live')).status).toBe(200);
  const unready = await ready();
  expect(unready.status).toBe(503);
  expect(unready.body).toEqual({ status: 'unavailable', reason: 'The database does not answer.' });
  const refused = await read();
  expect(refused.status).toBe(503);
  expect(refused.headers.get('retry-after')).toBe('5');
  expect(refused.body.errors).toEqual([
    {
      message: 'The database can not be reached at the moment. Try again in a few seconds.',
      extensions: { code: 'SERVICE_UNAVAILABLE' },
    },
  ]);
  expect((await server.post('{ __typename }')).body.data).toEqual({ __typename: 'Query' });

  await cable.plug();
  expect((await ready()).status).toBe(200);
  expect((await read()).body.data).toEqual({ articles: { totalCount: 1 } });
});

test('the line breaks while a statement runs', async () => {
  const { connection } = cable.database;
  const other = new Client(connection);
  await other.connect();
  await other.query('BEGIN');
  await other.query('LOCK TABLE article IN ACCESS EXCLUSIVE MODE');
  const answer = read();
  const waiting = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
  await until('the statement waits', async () => (await other.query(waiting)).rowCount);
  await cable.pull();
  expect(codeOf(await answer)).toEqual([503, 'SERVICE_UNAVAILABLE']);
  await other.end();
  await cable.plug();
  await untilReady();
  expect((await read()).status).toBe(200);
});

test('PostgreSQL ends all sessions, idle ones and one in use', async () => {
  await read();
  const { pool, connection } = cable.database;
  const inUse = await pool.connect();
  const sleeping = inUse.query('SELECT pg_sleep(60)').catch((error: unknown) => error);
  const others = 'FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()';
  await runAlone(connection, `SELECT pg_terminate_backend(pid) ${others}`);
  expect(await sleeping).toBeInstanceOf(Error);
  inUse.release(true);
  await untilReady();
  expect((await read()).body.data).toEqual({ articles: { totalCount: 1 } });
});

test('a network that swallows everything is a timeout, not a silence', async () => {
  await read();
  cable.clog();
  const answer = await readAnew();
  expect(answer.status).toBe(504);
  expect(answer.body.errors?.[0]?.extensions.code).toBe('TIMEOUT');
  await cable.pull();
  await cable.plug();
  await untilReady();
  expect((await read()).status).toBe(200);
}, 20_000);

test('a statement that takes too long is ended by PostgreSQL', async () => {
  const other = await cable.database.pool.connect();
  await other.query('BEGIN');
  await other.query('LOCK TABLE article IN ACCESS EXCLUSIVE MODE');
  const answer = await readAnew();
  await other.query('ROLLBACK');
  other.release();
  expect(answer.status).toBe(504);
  expect(answer.body.errors).toEqual([
    { message: expect.stringMatching(/took too long/) as string, extensions: { code: 'TIMEOUT' } },
  ]);
  expect((await read()).status).toBe(200);
});

test('whatever else the database says is for the log alone', async () => {
  await runAlone(cable.database.connection, 'ALTER TABLE article RENAME COLUMN slug TO secret_name');
  const answer = await server.post('{ articles { edges { node { slug } } } }');
  await runAlone(cable.database.connection, 'ALTER TABLE article RENAME COLUMN secret_name TO slug');
  const id = answer.headers.get('x-request-id');
  expect(answer.status).toBe(500);
  expect(answer.body).toEqual({
    errors: [
      {
        message: `Something went wrong on our side. Tell the operator this id: ${id}.`,
        extensions: { code: 'INTERNAL_SERVER_ERROR', id },
      },
    ],
  });
  const line = lines.find((each) => each.requestId === id && each.msg === 'unexpected error');
  expect(line?.err).toMatchObject({
    code: '42703',
    stack: expect.stringMatching(/slug does not exist[^]*\n {4}at /) as string,
  });
});

/** Connections that have just ended may still be in the pool: each failed try takes one out. */
async function untilReady(): Promise<void> {
  await until('ready', async () => (await ready()).status === 200);
}
