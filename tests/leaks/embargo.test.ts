import { makeKey, type TestKey } from '../harness/keys';
import { startTestServer, type Answer, type TestServer } from '../harness/server';
import { until } from '../harness/until';

let server: TestServer;
let address: string;
let editor: TestKey;

beforeAll(async () => {
  server = await startTestServer({ seeded: true });
  editor = await makeKey(server.database, 'EDITOR');
  const { rows } = await server.database.pool.query<{ slug: string }>('SELECT slug FROM article');
  address = addressOf(rows[0]!.slug);
});

afterAll(() => server.close());

function addressOf(article: string): string {
  const query = `{ article(by: { slug: "${article}" }) { headline } articles { totalCount } quotes { totalCount }
    person(by: { slug: "carlos-manzo" }) { name } search(text: "cartels") { edges { snippet } } }`;
  return `/graphql?${new URLSearchParams({ query }).toString()}`;
}

function get(etag?: string): Promise<Answer> {
  return server.send(address, {
    headers: {
      accept: 'application/graphql-response+json',
      'apollo-require-preflight': '1',
      ...(etag !== undefined && { 'if-none-match': etag }),
    },
  });
}

/** Sets the embargo: SQL for a moment, on the database's clock. */
async function embargo(until: string): Promise<void> {
  await server.database.pool.query(`UPDATE article SET embargoed_until = ${until}`);
  // A node is told of what others wrote a moment later. Its own mutations wait for that, refused ones as well.
  const nothing = `mutation { publishArticle(input: { id: "article_00000000-0000-4000-8000-000000000000", expectedVersion: 1 })
    { userErrors { code } } }`;
  expect((await server.post(nothing, {}, editor.headers)).body.data).toBeTruthy();
}

/** Whether an answer shows the article or hides it; throws where it does neither wholly. */
function shows({ body: { data } }: Answer): boolean {
  const { article, articles, quotes, person, search } = data as {
    readonly [field: string]: { readonly totalCount?: number; readonly edges?: readonly unknown[] } | null;
  };
  const all = [article, person, articles?.totalCount, quotes?.totalCount, search?.edges?.length];
  const seen = all.filter(Boolean).length;
  if (seen !== 0 && seen !== all.length) throw new Error(`Half of it shows: ${JSON.stringify(data)}`);
  return seen > 0;
}

const words = /cartel|Manzo|Rubio/i;

/** What a cache between us and readers may do with the answer: keep it, and ask us each time before it is used. */
function expectAlwaysAsked({ headers }: Answer): void {
  expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
  expect(headers.get('vary')).toMatch(/authorization/i);
  for (const name of ['expires', 'age', 'last-modified', 'cdn-cache-control', 'surrogate-control'])
    expect(headers.get(name)).toBeNull();
}

test('what a cache kept is not used again once an embargo begins, is prolonged or ends', async () => {
  const open = await get();
  expect(shows(open)).toBe(true);
  expectAlwaysAsked(open);
  expect((await get(open.headers.get('etag')!)).status).toBe(304);

  await embargo(`now() + interval '1 hour'`);
  const hidden = await get(open.headers.get('etag')!);
  expect(hidden.status).toBe(200);
  expect(shows(hidden)).toBe(false);
  expect(hidden.text).not.toMatch(words);
  expectAlwaysAsked(hidden);

  await embargo(`now() + interval '2 hours'`);
  const prolonged = await get(hidden.headers.get('etag')!);
  expect(prolonged.status).toBe(304); // not even that it was prolonged
  expectAlwaysAsked(prolonged);

  await embargo(`now() - interval '1 millisecond'`);
  const ended = await get(hidden.headers.get('etag')!);
  expect(ended.status).toBe(200);
  expect(shows(ended)).toBe(true);

  await embargo(`now() + interval '1 hour'`);
  const again = await get(ended.headers.get('etag')!);
  expect(again.status).toBe(200);
  expect(shows(again)).toBe(false);
  expect(again.headers.get('etag')).toBe(hidden.headers.get('etag'));
});

test('an embargo ends everywhere in one moment, without anybody doing anything', async () => {
  await embargo(`clock_timestamp() + interval '200 milliseconds'`);
  const seen: boolean[] = [];
  await until(
    'the embargo is over',
    async () => {
      seen.push(shows(await get()));
      return seen.at(-1);
    },
    { everyMs: 0 },
  );
  expect(seen.slice(0, -1)).not.toContain(true);
  expect(shows(await get())).toBe(true);
});

test('an answer to somebody who shows a key is kept by nobody, nor is a refusal', async () => {
  const { headers } = await server.send(address, { headers: { authorization: 'Bearer nonsense' } });
  expect(headers.get('cache-control')).toBe('private, no-store');
});
