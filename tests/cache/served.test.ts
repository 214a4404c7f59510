import { Client } from 'pg';
import { type Nodes, openNodes } from './nodes';
import { until } from '../harness/until';

// Two real nodes on one database: what is ready, for whom, and when it is gone.

const count = '{ articles { totalCount } }';
const list = '{ articles { totalCount edges { node { headline } } } }';

let nodes: Nodes;
let elsewhere: Client;

beforeAll(async () => {
  nodes = await openNodes();
  elsewhere = new Client(nodes.server.database.connection);
  await elsewhere.connect();
});

afterAll(async () => {
  await elsewhere.end();
  await nodes.close();
});

/** Asks until the answers are kept. */
async function warm(...slugs: readonly string[]): Promise<void> {
  for (const node of [nodes.server, nodes.other]) {
    for (const slug of slugs) await until('it is ready', async () => (await nodes.page(slug, node)).wasReady);
    for (const query of [list, count]) await until('it is ready', async () => (await nodes.ask(query, node)).wasReady);
  }
}

const bylineOf = ({ answer }: Awaited<ReturnType<Nodes['page']>>): unknown =>
  (answer.body.data as { article: { byline: string | null } | null }).article?.byline;

test('an edit is there with its own answer, on its own node, and leaves what it does not touch', async () => {
  const [first, second] = nodes.slugs as [string, string];
  const kept = { page: 0, count: 0 };
  for (let i = 0; i < 20; i++) {
    await warm(first, second);
    await nodes.edit(first, `By ${i}`);
    expect(bylineOf(await nodes.page(first))).toBe(`By ${i}`);
    if ((await nodes.page(second)).wasReady) kept.page += 1;
    if ((await nodes.ask(count)).wasReady) kept.count += 1; // there are as many as before
  }
  // On a busy machine the heartbeat may be late now and then, and nothing is served from what is kept.
  expect(kept.page).toBeGreaterThan(0);
  expect(kept.count).toBeGreaterThan(0);
});

test('a change of another node, or of plain SQL, is there as soon as it is told; one that is taken back never is', async () => {
  const [first, second] = nodes.slugs as [string, string];
  await warm(first, second);
  await nodes.edit(first, 'By another node', nodes.other);
  await until('the byline is as changed', async () => bylineOf(await nodes.page(first)) === 'By another node');
  await warm(first, second);
  await elsewhere.query('begin');
  await elsewhere.query('update article set byline = $1 where slug = $2', ['By SQL', second]);
  expect(bylineOf(await nodes.page(second))).toBeNull(); // nothing was committed
  await elsewhere.query('rollback');
  await elsewhere.query('update article set byline = $1 where slug = $2', ['By SQL', first]);
  await until('the byline is as changed', async () => bylineOf(await nodes.page(first)) === 'By SQL');
  expect(bylineOf(await nodes.page(second))).toBeNull();
});

test('an embargo hides at once, and ends at its moment by the clock of the database; one that is prolonged goes on', async () => {
  const [first, second] = nodes.slugs as [string, string];
  await warm(first, second);
  const embargo = (milliseconds: number): Promise<unknown> =>
    elsewhere.query(`update article set embargoed_until = clock_timestamp() + $1 * interval '1 ms' where slug = $2`, [
      milliseconds,
      first,
    ]);
  const isOver = async (): Promise<boolean> =>
    (
      await elsewhere.query<{ over: boolean }>(
        'select embargoed_until <= clock_timestamp() as over from article where slug = $1',
        [first],
      )
    ).rows[0]!.over;
  const countOf = async (): Promise<unknown> =>
    ((await nodes.ask(list)).answer.body.data as { articles: { totalCount: number } }).articles.totalCount;

  await embargo(600_000);
  await until('the byline is as changed', async () => bylineOf(await nodes.page(first)) === undefined);
  await until('it is ready', async () => (await nodes.page(first)).wasReady && (await nodes.ask(list)).wasReady);
  const hidden = Number(await countOf());

  await embargo(700);
  await until('it is ready', async () => (await nodes.page(first)).wasReady || (await isOver()));
  for (let over = false; !over;) {
    over = await isOver();
    const [page, count] = [await nodes.page(first), await countOf()];
    if (over) expect([bylineOf(page), count]).toEqual(['By SQL', hidden + 1]);
    else if (!(await isOver())) expect([bylineOf(page), count]).toEqual([undefined, hidden]);
  }

  await embargo(500);
  await until('the byline is as changed', async () => bylineOf(await nodes.page(first)) === undefined);
  await embargo(600_000);
  await elsewhere.query('select pg_sleep(0.6)');
  expect(bylineOf(await nodes.page(first))).toBeUndefined();
  await elsewhere.query('update article set embargoed_until = null where slug = $1', [first]);
  await until('the byline is as changed', async () => bylineOf(await nodes.page(first)) === 'By SQL');
});

describe('a node that hears of no changes', () => {
  test.each([
    ['was cut off', () => nodes.line.pull(), () => nodes.line.plug()],
    ['hears nothing on a line that seems to be there', async () => nodes.line.clog(), async () => {}],
  ])('serves nothing that is kept while it %s, and keeps again afterwards', async (_, cut, mend) => {
    const [first] = nodes.slugs as [string];
    await warm(first);
    await cut();
    await until('it is not ready', async () => !(await nodes.page(first)).wasReady);
    await nodes.edit(first, 'By a faraway node', nodes.other);
    for (let i = 0; i < 10; i++) {
      const page = await nodes.page(first);
      expect([bylineOf(page), page.wasReady]).toEqual(['By a faraway node', false]);
    }
    await mend();
    await until('it is ready', async () => (await nodes.page(first)).wasReady);
    expect(bylineOf(await nodes.page(first))).toBe('By a faraway node');
    await nodes.edit(first, 'By this node');
    expect(bylineOf(await nodes.page(first))).toBe('By this node');
  });

  test('misses nothing when its session ends and another begins', async () => {
    const [first] = nodes.slugs as [string];
    for (let i = 0; i < 5; i++) {
      await warm(first);
      await elsewhere.query(
        `with ended as (select pg_terminate_backend(pid) from pg_stat_activity where query like '/* heartbeat */%' and datname = current_database())
         update article set byline = $1 from (select count(*) from ended) e where slug = $2`,
        [`By hand ${i}`, first],
      );
      await until('the byline is as changed', async () => bylineOf(await nodes.page(first)) === `By hand ${i}`);
      await until('it is ready', async () => (await nodes.page(first)).wasReady);
      expect(bylineOf(await nodes.page(first))).toBe(`By hand ${i}`);
    }
  });
});

test('many who ask for the same at once wait for one statement', async () => {
  await warm();
  const query = '{ articles { edges { node { headline standfirst } } } }';
  const answers: string[] = [];
  const statements = await nodes.server.statementsOf(async () => {
    await Promise.all(Array.from({ length: 30 }, async () => answers.push((await nodes.server.post(query)).text)));
  });
  expect(statements).toHaveLength(1);
  expect(new Set(answers).size).toBe(1);
});

test('readers share what is ready, with a key or without; editors are never given it', async () => {
  const [first] = nodes.slugs as [string];
  await warm(first);
  await until('it is ready', async () => (await nodes.ask(list, nodes.server, nodes.reader.headers)).wasReady);
  const asReader = await nodes.ask(list, nodes.server, nodes.reader.headers);
  expect(asReader.answer.headers.get('cache-control')).toBe('private, no-store');
  expect((await nodes.ask(list, nodes.server, nodes.editor.headers)).wasReady).toBe(false);
  const whoAmI = '{ viewer { role name } articles { totalCount } }';
  for (const [headers, name] of [
    [nodes.reader.headers, 'READER'],
    [{}, null],
  ] as const) {
    const { answer, wasReady } = await nodes.ask(whoAmI, nodes.server, headers);
    expect([(answer.body.data as { viewer: { name: unknown } }).viewer.name, wasReady]).toEqual([name, false]);
  }
  await elsewhere.query('update api_key set revoked_at = now() where name = $1', ['READER']);
  expect((await nodes.ask(list, nodes.server, nodes.reader.headers)).answer.status).toBe(401);
});

describe('over HTTP', () => {
  const get = (headers: Record<string, string>) =>
    nodes.server.send(`/graphql?query=${encodeURIComponent(list.replace('{ headline }', '{ headline body }'))}`, {
      headers: { accept: 'application/json', ...headers },
    });

  test('GET answers with a tag, 304 to those who have it, and other tags for other types and encodings', async () => {
    await until('it is ready', async () => (await nodes.server.statementsOf(() => get({}))).length === 0);
    const tags = new Set<string>();
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      for (const encoding of ['identity', 'gzip', 'br', 'gzip, br;q=0.1']) {
        const answer = await get({ accept, 'accept-encoding': encoding });
        const etag = answer.headers.get('etag')!;
        tags.add(etag);
        expect(answer.headers.get('content-encoding')).toBe(
          /br|gzip/.exec(encoding) ? (encoding.includes('br') ? 'br' : 'gzip') : null,
        );
        expect(answer.headers.get('vary')).toContain('Accept-Encoding');
        expect(answer.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
        expect(answer.headers.get('x-request-id')).toBeTruthy();
        const again = await get({ accept, 'accept-encoding': encoding, 'if-none-match': etag });
        expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
        expect(answer.body.data).toBeTruthy();
      }
    }
    expect(tags.size).toBe(6);
  });

  test('a small answer is sent as it is', async () => {
    for (let i = 0; i < 2; i++) {
      const answer = await nodes.server.post('{ articles { totalCount } }', {}, { 'accept-encoding': 'br, gzip' });
      expect(answer.headers.get('content-encoding')).toBeNull();
    }
  });

  test('what may not be asked by GET from other sites is refused, ready or not', async () => {
    expect((await get({})).status).toBe(200);
    expect((await get({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await get({ accept: 'image/png' })).status).toBe(406);
  });
});
