import { makeKey } from '../harness/keys';
import { startTestServer, type TestServer } from '../harness/server';
import { until } from '../harness/until';

// A client that asks for ever new things beside one that asks for the same again and again.

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ seeded: true, config: { responseCacheBytes: 2 ** 18 } });
});
afterAll(() => server.close());

const page = '{ articles { edges { node { headline byline } } } }';
const wasReady = async () => (await server.statementsOf(() => server.post(page))).length === 0;

let asked = 0;

/** Asks for more than all the room that there is. */
async function flood(): Promise<void> {
  for (let from = 0; from < 600; from += 20) {
    const slugs = Array.from({ length: 20 }, () => `none-${asked++}`);
    await Promise.all(slugs.map((slug) => server.post(`{ article(by: { slug: "${slug}" }) { headline } }`)));
  }
}

test('one client with ever new literals takes no answer away that another one asks for again and again', async () => {
  await until('it is ready', wasReady);
  await flood();
  expect(await wasReady()).toBe(true);
});

test('an answer that a change has dropped keeps its place, too', async () => {
  const editor = await makeKey(server.database, 'EDITOR');
  await until('it is ready', wasReady);
  const input = '{ headline: "New", body: "Words." }';
  const drafted = await server.post(
    `mutation { draftArticle(input: ${input}) { article { id version } } }`,
    {},
    editor.headers,
  );
  const { id, version } = (drafted.body.data as { draftArticle: { article: { id: string; version: number } } })
    .draftArticle.article;
  const publish = `mutation { publishArticle(input: { id: "${id}", expectedVersion: ${version} }) { article { slug } } }`;
  expect((await server.post(publish, {}, editor.headers)).body.errors).toBeUndefined();
  expect(await wasReady()).toBe(false);
  await flood();
  expect(await wasReady()).toBe(true);
});
