import type { Freshness } from '../../src/data/replicas/readRoutes';
import type { TestDatabase } from '../harness/database';
import { makeKey, type TestKey } from '../harness/keys';
import { recordLog } from '../harness/logLines';
import { startTestServer, type TestServer } from '../harness/server';
import { runAlone } from '../harness/testServer';
import { openStreaming, startStreaming, type Standby, type Streaming } from './streaming';
import { meanwhile, until } from '../harness/until';

jest.setTimeout(60_000);

/** So long that no test waits for its end, and so short that it does. */
const [never, soon] = [3_600_000, 1000];

let streaming: Streaming;
let standby: Standby;
let editor: TestKey;
beforeAll(async () => {
  streaming = await startStreaming(1);
  standby = streaming.standbys[0]!;
  const database = openStreaming(streaming, { databaseReplicaUrls: [] });
  editor = await makeKey(database, 'EDITOR');
  await database.close();
});
afterAll(() => streaming.stop());

const { log, lines } = recordLog();
let database: TestDatabase;
let server: TestServer;
async function serve(maxLagMs: number): Promise<void> {
  // Ready answers would hide the replica: a node that hears of changes reads from the primary until a replica has them.
  database = openStreaming(streaming, { databaseReplicaMaxLagMs: maxLagMs, responseCacheBytes: 0 }, log);
  server = await startTestServer({ database, log });
  await untilRead('lag', 'replica');
}
afterEach(async () => {
  await server.close();
});

/** Which server a read of that freshness comes to. */
function serverFor(freshness: Freshness): Promise<'replica' | 'primary'> {
  return database.reads.read(freshness, async (pool) => {
    const { rows } = await pool.query<{ standby: boolean }>('SELECT pg_is_in_recovery() AS standby');
    return rows[0]!.standby ? 'replica' : 'primary';
  });
}

async function untilRead(freshness: Freshness, wanted: 'replica' | 'primary'): Promise<void> {
  const isSo = async (): Promise<boolean> => (await serverFor(freshness).catch(() => 'none')) === wanted;
  await until(`the ${wanted} is read from`, isSo, { seen: () => JSON.stringify(lines.at(-1)) });
}

async function change(mutation: string): Promise<Record<string, { article: { id: string; version: number } }>> {
  const { body } = await server.post(
    `mutation { ${mutation} { article { id version } userErrors { message } } }`,
    {},
    editor.headers,
  );
  expect(body.errors).toBeUndefined();
  return body.data as Record<string, { article: { id: string; version: number } }>;
}

/** Publishes an article; gives its id. */
async function publish(headline: string): Promise<string> {
  const { draftArticle } = await change(`draftArticle(input: { headline: "${headline}", body: "Words." })`);
  const { id, version } = draftArticle!.article;
  await change(`publishArticle(input: { id: "${id}", expectedVersion: ${version} })`);
  return id;
}

async function isSeen(id: string, headers: Readonly<Record<string, string>> = {}): Promise<boolean> {
  const { body } = await server.post('query ($id: ID!) { article(by: { id: $id }) { id } }', { id }, headers);
  expect(body.errors).toBeUndefined();
  return body.data?.article !== null;
}

function untilSeen(id: string): Promise<boolean> {
  return until('the article is seen', () => isSeen(id));
}

test('readers read from the replica; a writer sees their own change before the replica has it', async () => {
  await serve(never);
  await standby.setPaused(true);
  const id = await publish('Not yet on the replica');
  expect(await isSeen(id)).toBe(false);
  expect(await isSeen(id, editor.headers)).toBe(true);
  await standby.setPaused(false);
  await untilSeen(id);
});

test('what a writer reads comes from the replica too, once it has all that was written', async () => {
  await serve(never);
  const { rows } = await database.pool.query<{ position: string }>(
    'SELECT pg_current_wal_insert_lsn()::text AS position',
  );
  const { position } = rows[0]!;
  await untilRead({ position }, 'replica');
  await standby.setPaused(true);
  await publish('Something new');
  const later = await database.pool.query<{ position: string }>('SELECT pg_current_wal_insert_lsn()::text AS position');
  expect(await serverFor({ position: later.rows[0]!.position })).toBe('primary');
  expect(await serverFor({ position })).toBe('replica');
  expect(await serverFor('newest')).toBe('primary');
  await standby.setPaused(false);
});

test('a withdrawn article is gone for readers although the replica still has it: a lagging replica is left out, then taken back', async () => {
  await serve(soon);
  const id = await publish('To be withdrawn');
  await untilSeen(id);
  await untilRead('lag', 'replica');
  const logged = (words: string, from: number): boolean => lines.slice(from).some(({ msg }) => msg === words);
  const before = lines.length;
  await standby.setPaused(true);
  await change(`withdrawArticle(input: { id: "${id}", expectedVersion: 1, kind: KILL, notice: "A mistake." })`);
  await until('it is gone', async () => !(await isSeen(id)));
  expect(await serverFor('lag')).toBe('primary');
  await until('it is logged', () => logged('a replica is left out', before));
  await standby.setPaused(false);
  await untilRead('lag', 'replica');
  expect(await isSeen(id)).toBe(false);
  await until('it is logged', () => logged('a replica is used again', before));
});

test('whoever has heard of a change reads nothing older', async () => {
  await serve(never);
  database.reads.noOlderThanNow();
  expect(await serverFor('lag')).toBe('primary');
  await untilRead('lag', 'replica');
});

test('a replica that dies under load costs no reader an answer, and is taken back', async () => {
  await serve(soon);
  const id = await publish('Read all the time');
  await untilSeen(id);
  const work = (async () => {
    await untilRead('lag', 'replica');
    await standby.kill();
    await untilRead('lag', 'primary');
    await standby.start();
    await untilRead('lag', 'replica');
  })();
  const readers = Array.from({ length: 8 }, () =>
    meanwhile(work, async () => {
      expect(await isSeen(id)).toBe(true);
    }),
  );
  for (const { times } of await Promise.all(readers)) expect(times).toBeGreaterThan(0);
});

test('while the primary is away, readers are answered by the replica, and writers are told', async () => {
  await serve(never);
  const id = await publish('Read without the primary');
  await untilSeen(id);
  await streaming.stopPrimary();
  expect(await isSeen(id)).toBe(true);
  expect((await server.send('/health/ready')).status).toBe(200);
  const { status, body } = await server.post('{ viewer { role } }', {}, editor.headers);
  expect([status, body.errors?.[0]?.extensions.code]).toEqual([503, 'SERVICE_UNAVAILABLE']);
  await streaming.startPrimary();
  await untilRead('newest', 'primary');
});

test('but not for longer than what a replica has may be old', async () => {
  await serve(soon);
  await streaming.stopPrimary();
  const ask = () => server.post('{ articles { totalCount } }');
  const answer = await until('readers are refused', async () => {
    const given = await ask();
    return given.status !== 200 && given;
  });
  expect(answer.body.errors?.[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE');
  expect((await server.send('/health/ready')).status).toBe(503);
  await streaming.startPrimary();
  await untilRead('lag', 'replica');
  expect((await server.send('/health/ready')).status).toBe(200);
});

test('a replica that was promoted goes its own way and is not read from', async () => {
  await serve(never);
  await runAlone(standby.connection, 'SELECT pg_promote()');
  await untilRead('lag', 'primary');
  await until('it is logged', () => lines.at(-1)?.reason === 'it follows no primary (pg_is_in_recovery)');
});
