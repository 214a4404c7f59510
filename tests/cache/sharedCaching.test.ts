import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { packageRoot } from '../../src/packageRoot';
import { makeKey, type TestKey } from '../harness/keys';
import { type Answer, startTestServer, type TestServer } from '../harness/server';
import { until } from '../harness/until';

// What caches in front of the program are told: how long, under which keys, and what to purge.

type Line = { readonly keys?: readonly string[]; readonly everything?: true; readonly again?: true };

const stays = 'public, max-age=0, s-maxage=60, must-revalidate';
const isChecked = 'public, max-age=0, must-revalidate';

let server: TestServer;
let sql: Client;
let editor: TestKey;
let changes: ChildProcess;
let complaints = '';
const lines: Line[] = [];
const slugs: string[] = [];

beforeAll(async () => {
  server = await startTestServer({ config: { sharedCacheMs: 60_000, purgeKeysHeader: 'xkey' } });
  sql = new Client(server.database.connection);
  await sql.connect();
  editor = await makeKey(server.database, 'EDITOR');
  for (const headline of ['Bridge', 'Ferry', 'Tunnel']) slugs.push(await draft(headline, true));
  changes = spawn(process.execPath, [path.join(packageRoot, 'dist/cli/main.js'), 'changes', '--again', '1'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, DATABASE_URL: server.database.url },
  });
  createInterface(changes.stdout!).on('line', (line) => lines.push(JSON.parse(line) as Line));
  changes.stderr!.on('data', (data: Buffer) => (complaints += data.toString()));
  await until('it is printed', () => lines.length > 0);
});

afterAll(async () => {
  changes.kill('SIGKILL');
  await sql.end();
  await server.close();
});

async function draft(headline: string, published: boolean): Promise<string> {
  const run = async (name: string, input: object): Promise<Record<string, unknown>> => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const text = `mutation ($input: ${type}) { done: ${name}(input: $input) { article { id slug version } } }`;
    const { body } = await server.post(text, { input }, editor.headers);
    return (body.data as { done: { article: Record<string, unknown> } }).done.article;
  };
  const { id, version, slug } = await run('draftArticle', { headline, body: '“It holds,” the mayor said.' });
  if (published) await run('publishArticle', { id, expectedVersion: version });
  return slug as string;
}

const get = (query: string, headers: object = {}): Promise<Answer> =>
  server.send(`/graphql?query=${encodeURIComponent(query)}`, { headers: { accept: 'application/json', ...headers } });
const page = (slug: string): string => `{ article(by: { slug: "${slug}" }) { headline byline } }`;
const list = '{ articles { edges { node { headline } } } }';
const controlOf = ({ headers }: Answer): string | null => headers.get('cache-control');
const keysOf = ({ headers }: Answer): readonly string[] => headers.get('xkey')?.split(' ') ?? [];

/** Asks until the answer may stay in shared caches: at first nobody has told this node that nothing is coming. */
async function kept(query: string): Promise<Answer> {
  return until('an answer that may stay', async () => {
    const answer = await get(query);
    return controlOf(answer) === stays && answer;
  });
}

test('an answer to a GET may stay for as long as is set, also for those who have it; no other may', async () => {
  const answer = await kept(list);
  expect(keysOf(answer).length).toBeGreaterThan(3);
  const again = await get(list, { 'if-none-match': answer.headers.get('etag') });
  expect([again.status, controlOf(again), keysOf(again)]).toEqual([304, stays, keysOf(answer)]);
  for (const other of [
    await server.post(list, {}, { accept: 'application/json' }),
    await get(list, editor.headers),
    await get('{ unheardOf }'),
    await get(list, { 'sec-fetch-site': 'cross-site' }),
  ])
    expect([controlOf(other), keysOf(other)]).toEqual(['private, no-store', []]);
  const own = await get('{ viewer { role } articles { totalCount } }'); // is never kept
  expect([own.status, controlOf(own), keysOf(own)]).toEqual([200, isChecked, []]);
});

test('a change is printed under the keys of the answers that it touches, and of no others, and once more later', async () => {
  const [first, second] = slugs as [string, string];
  const [touched, other] = [keysOf(await kept(page(first))), keysOf(await kept(page(second)))];
  const from = lines.length;
  await sql.query('update article set byline = $1 where slug = $2', ['By a bridge', first]);
  await until('it is printed', () => lines.length > from);
  const { keys = [] } = lines[from]!;
  expect(touched.some((key) => keys.includes(key))).toBe(true);
  expect(other.filter((key) => keys.includes(key))).toEqual([]);
  const repeated = (): Line | undefined => lines.slice(from).find((line) => line.again && line.keys);
  await until('it is printed', () => repeated() !== undefined);
  expect(repeated()).toEqual({ keys, again: true });
});

test('while an embargo is about to end nothing may stay, whomever it concerns; its end is printed when it is over', async () => {
  const [first, second] = slugs as [string, string];
  const touched = keysOf(await kept(page(first)));
  await kept(page(second));
  const from = lines.length;
  const inAMoment = `clock_timestamp() + interval '1500 ms'`;
  await sql.query(`update article set embargoed_until = ${inAMoment} where slug = $1`, [first]);
  const isOver = async (): Promise<boolean> =>
    (
      await sql.query<{ over: boolean }>(
        'select embargoed_until <= clock_timestamp() as over from article where slug = $1',
        [first],
      )
    ).rows[0]!.over;
  const hits = (): Line[] =>
    lines.slice(from).filter(({ keys, again }) => !again && keys?.some((key) => touched.includes(key)));
  await until('it is printed', () => hits().length > 0);
  const before = hits().length;
  await until('nothing may stay', async () => controlOf(await get(page(second))) === isChecked || (await isOver()));
  expect(await isOver()).toBe(false);
  expect([controlOf(await get(list)), controlOf(await get(page(first)))]).toEqual([isChecked, isChecked]);
  await until('it is printed', () => hits().length > before);
  expect(await isOver()).toBe(true);
  await kept(page(second));
  expect((await kept(page(first))).body.data).toEqual({ article: { headline: 'Bridge', byline: 'By a bridge' } });
});

test('what is hidden has the keys of what is not there', async () => {
  const hidden = [await draft('A merger', false), await draft('A verdict', true), await draft('A denial', true)];
  await sql.query(`update article set embargoed_until = now() + interval '1 day' where slug = $1`, [hidden[1]]);
  for (const ask of [
    page,
    (slug: string) => `{ article(by: { slug: "${slug}" }) { quotes { totalCount } people { totalCount } } }`,
  ]) {
    const missing = keysOf(await kept(ask('not-there')));
    for (const slug of hidden.slice(0, 2)) {
      const answer = await kept(ask(slug));
      expect([answer.body.data, keysOf(answer)]).toEqual([{ article: null }, missing]);
    }
  }
});

test('everything is purged once changes may have been missed; the command ends when it is told to', async () => {
  const from = lines.length;
  await sql.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where query like '/* heartbeat */%' and datname = current_database()`,
  );
  await until('it is printed', () => lines.slice(from).some(({ everything, again }) => everything && !again));
  expect(complaints).toContain('changes are not heard of: nothing is purged');
  const ended = once(changes, 'exit');
  changes.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});
