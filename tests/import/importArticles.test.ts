import { makeKey } from '../harness/keys';
import { startTestServer, type TestServer } from '../harness/server';
import { ninjs } from './room';

let server: TestServer;
let editor: Record<string, string>;
beforeAll(async () => {
  server = await startTestServer();
  editor = (await makeKey(server.database, 'EDITOR')).headers;
});
afterAll(() => server.close());

const mutation = `mutation ($input: ImportArticlesInput!) { importArticles(input: $input) {
  results { uri change article { uri status version headline } warnings userErrors { code message path record { id } } }
  userErrors { code message path } } }`;

interface Payload {
  readonly results: readonly Record<string, unknown>[];
  readonly userErrors: readonly Record<string, unknown>[];
}

async function bring(items: readonly unknown[], more: object = {}): Promise<Payload> {
  const { body } = await server.post(mutation, { input: { items, ...more } }, editor);
  if (body.errors) throw new Error(JSON.stringify(body.errors));
  return body.data!.importArticles as Payload;
}

const changes = ({ results }: Payload) => results.map(({ change }) => change);

test('each item gets its result: created, changed, as it was, or refused with the reason', async () => {
  expect(await bring([ninjs('i1')])).toEqual({
    results: [
      {
        uri: 'i1',
        change: 'CREATED',
        article: { uri: 'i1', status: 'PUBLISHED', version: 1, headline: 'Bridge i1 reopens' },
        warnings: [],
        userErrors: [],
      },
    ],
    userErrors: [],
  });
  const mixed = await bring([
    ninjs('i1'),
    ninjs('i1', { headline: 'Other words', versioncreated: '2025-01-01T00:00:00Z' }),
    ninjs('i2', { type: 'video' }),
    'nonsense',
    ninjs('i3', { pubstatus: 'withheld' }),
    ninjs('i4', { headline: 'x'.repeat(1200) }),
    { uri: 'i5', pubstatus: 'canceled' },
  ]);
  expect(changes(mixed)).toEqual(['UNCHANGED', 'REFUSED', 'REFUSED', 'REFUSED', 'CREATED', 'REFUSED', 'UNCHANGED']);
  expect(mixed.results[6]!.warnings).toEqual([expect.stringContaining('what comes of it later is kept out')]);
  expect(mixed.results[1]!.userErrors).toMatchObject([{ code: 'DUPLICATE', path: ['items', '1', 'uri'] }]);
  expect(mixed.results[2]).toMatchObject({
    uri: 'i2',
    article: null,
    userErrors: [{ code: 'INVALID', path: ['items', '2'] }],
  });
  expect(mixed.results[3]).toMatchObject({ uri: null, article: null });
  expect(mixed.results[4]!.article).toMatchObject({ status: 'DRAFT' });
  expect(mixed.results[5]!.userErrors).toMatchObject([{ code: 'INVALID', path: ['items', '5', 'headline'] }]);
  expect(changes(await bring([ninjs('i1', { headline: 'Other words' })]))).toEqual(['UPDATED']);
  const { rows } = await server.database.pool.query(
    `select actor, from_version, to_version from audit_entry e join article a on a.id = e.record_id
     where a.uri = 'i1' and e.action = 'importArticles' order by to_version`,
  );
  expect(rows).toEqual([
    { actor: 'EDITOR', from_version: null, to_version: 1 },
    { actor: 'EDITOR', from_version: 1, to_version: 2 },
  ]);
});

test('a retry under the same name is told the same and writes nothing', async () => {
  const first = await bring([ninjs('r1')], { idempotencyKey: 'call-1' });
  const again = await bring([ninjs('r1')], { idempotencyKey: 'call-1' });
  expect(changes(first)).toEqual(['CREATED']);
  expect(again).toEqual(first);
});

test('too many items are refused as a whole, and items may stand in the document too', async () => {
  const many = { input: { items: Array.from({ length: 101 }, (_, i) => ninjs(`many${i}`)) } };
  const { body: told } = await server.post(mutation, many, editor);
  expect(told.errors).toMatchObject([{ message: expect.stringContaining('100 items at the most') as string }]);
  expect((await bring([])).userErrors).toHaveLength(1);
  const literal = `mutation { importArticles(input: { items: [{ uri: "lit", headline: "Lit", body_text: "A body." }] }) {
    results { change } } }`;
  const { body } = await server.post(literal, {}, editor);
  expect(body.data).toEqual({ importArticles: { results: [{ change: 'CREATED' }] } });
});

test('an editor may send 4 MiB at once; others, and more, are refused before it is read', async () => {
  const long = Array.from({ length: 10 }, (_, i) => ninjs(`l${i}`, { body_text: `${'word '.repeat(30_000)}${i}.` }));
  expect(changes(await bring(long))).toEqual(Array(10).fill('CREATED'));
  const reader = (await makeKey(server.database, 'READER')).headers;
  for (const headers of [{}, reader]) {
    const { status, body } = await server.post(mutation, { input: { items: long } }, headers);
    expect([status, body.errors![0]!.extensions]).toEqual([
      413,
      expect.objectContaining({ code: 'BODY_TOO_LARGE', max: 262_144 }),
    ]);
  }
  const more = { input: { items: [ninjs('xxl', { body_text: 'word '.repeat(1_000_000) })] } };
  expect((await server.post(mutation, more, editor)).status).toBe(413);
  const dead = await server.post(
    mutation,
    { input: { items: long } },
    { authorization: `Bearer vbt_${'A'.repeat(43)}` },
  );
  expect(dead.status).toBe(401);
});
