import { Client } from 'pg';
import { rawPost, rawSocket } from '../harness/rawSocket';
import { makeKey, type TestKey } from '../harness/keys';
import { type Answer, startTestServer, type TestServer } from '../harness/server';
import { until } from '../harness/until';

const [poolSize, writePoolSize, queueSize] = [2, 5, 3];
let server: TestServer;
let editor: TestKey;
/** Holds every statement on articles up, until it lets go. */
let holder: Client;

beforeEach(async () => {
  server = await startTestServer({
    seeded: true,
    config: {
      databasePoolSize: poolSize,
      databaseQueueSize: queueSize,
      responseCacheBytes: 0, // or those who ask the same would share one statement
      databasePoolTimeoutMs: 60_000,
      statementTimeoutMs: 60_000,
    },
  });
  editor = await makeKey(server.database, 'EDITOR');
  holder = new Client(server.database.connection);
  await holder.connect();
  await holder.query('BEGIN; LOCK TABLE article IN ACCESS EXCLUSIVE MODE');
});
afterEach(async () => {
  await holder.end();
  await server.close();
});

const read = () => server.post('{ articles { totalCount } }');
const mutation =
  'mutation { draftArticle(input: { headline: "H", body: "B" }) { article { id } userErrors { message } } }';
const write = () => server.post(mutation, {}, editor.headers);
const codeOf = ({ status, body }: Answer) => [status, body.errors?.[0]?.extensions.code];

/**
 * Sends more than there is room for while all statements are held up, and lets go when all without room were refused.
 * @param room how many can be in hand: at work, and waiting
 * @returns how many were answered
 */
async function overfill(send: () => Promise<Answer>, room: number, meanwhile?: () => Promise<void>): Promise<number> {
  const refused: Answer[] = [];
  let answered = 0;
  const all = Array.from({ length: 40 }, async () => {
    const answer = await send();
    if (answer.status === 200) answered++;
    else refused.push(answer);
  });
  await until('all without room are refused', () => refused.length >= all.length - room, {
    seen: () => refused.length,
  });
  expect(answered).toBe(0);
  await meanwhile?.();
  await holder.query('COMMIT');
  await Promise.all(all);
  for (const answer of refused) {
    expect(codeOf(answer)).toEqual([503, 'OVERLOADED']);
    expect(answer.headers.get('retry-after')).toBe('5');
  }
  return answered;
}

test('who comes when the queue is full is told at once to come again; who waited is answered', async () => {
  const room = poolSize + queueSize;
  const answered = await overfill(read, room, async () => {
    // A load balancer that took a busy node out would only send its share to the others.
    expect((await server.send('/health/ready')).status).toBe(200);
  });
  expect([room - 1, room]).toContain(answered); // the look for scheduled articles may hold one connection
  expect((await read()).status).toBe(200);
});

/**
 * Fills the queue of a pool that has no connection left with clients who hang up, and sends one more.
 * @param size how many connections it has
 * @param hurried the request of those who hang up
 * @returns when the one more has a place; it gives the answer, which comes when there is a connection again
 */
async function takePlaces(
  pool: TestServer['database']['pool'],
  size: number,
  hurried: string,
  send: () => Promise<Answer>,
): Promise<() => Promise<Answer>> {
  const full = size + queueSize;
  // More than there are places for, so that whoever has a place, the queue is full once one of them is refused.
  const sockets = await Promise.all(Array.from({ length: queueSize + 1 }, () => rawSocket(server.port)));
  for (const socket of sockets) socket.write(hurried);
  await Promise.any(sockets.map((socket) => socket.until(/^HTTP\/1\.1 503 /)));
  expect(pool.load).toBe(full);
  // All of them: if only some were noticed, others would take just their places, and the queue would be as long as before.
  await Promise.all(sockets.map((socket) => socket.hangUp()));
  const answered = until('one more is not refused', async () => {
    const answer = await send();
    return answer.status !== 503 && answer;
  });
  await until('it has a place', () => pool.load < full, { seen: () => pool.load });
  return () => answered; // a promise itself would be waited for
}

test('who hangs up loses the place in the queue', async () => {
  await holder.query('COMMIT');
  const { pool } = server.database;
  const inUse = await Promise.all(Array.from({ length: poolSize }, () => pool.connect()));
  const answered = await takePlaces(pool, poolSize, rawPost('{ articles { totalCount } }'), read);
  for (const client of inUse) client.release();
  expect((await answered()).status).toBe(200);
});

test('writers wait in a queue that ends, too', async () => {
  expect(await overfill(write, writePoolSize + queueSize)).toBe(writePoolSize + queueSize);
  expect((await write()).status).toBe(200);
});

test('a writer who hangs up loses the place in the queue, and nothing is written for them', async () => {
  const { writePool } = server.database;
  const inHand = Array.from({ length: writePoolSize }, write);
  await until('all connections are in use', () => writePool.load >= writePoolSize);
  const answered = await takePlaces(writePool, writePoolSize, rawPost(mutation, editor.headers), write);
  await holder.query('COMMIT');
  for (const { status } of await Promise.all([...inHand, answered()])) expect(status).toBe(200);
  const { rows } = await holder.query<{ drafts: number }>(
    `select count(*)::int as drafts from article where status = 'DRAFT'`,
  );
  expect(rows[0]!.drafts).toBe(writePoolSize + 1);
});

test('who waited for a connection until the time was over is told the same', async () => {
  const other = await startTestServer({ seeded: true, config: { databasePoolSize: 1, databasePoolTimeoutMs: 300 } });
  const inUse = await other.database.pool.connect();
  const answer = await other.post('{ articles { totalCount } }');
  inUse.release();
  expect(codeOf(answer)).toEqual([503, 'OVERLOADED']);
  expect((await other.post('{ articles { totalCount } }')).status).toBe(200);
  await other.close();
});
