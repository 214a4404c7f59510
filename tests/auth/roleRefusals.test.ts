import { makeKey } from '../harness/keys';
import { recordLog } from '../harness/logLines';
import { startTestServer, type TestServer } from '../harness/server';

const { log, lines } = recordLog();
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ log });
});
afterAll(() => server.close());

const draft = 'mutation { draftArticle(input: { headline: "H", body: "B" }) { userErrors { message } } }';
const listKeys = '{ apiKeys(first: 1) { edges { node { name } } } }';

test('a key that is used for what its role does not allow leaves one line in the audit trail, and one in the log for each try', async () => {
  const reader = await makeKey(server.database, 'READER');
  const editor = await makeKey(server.database, 'EDITOR');
  for (let i = 0; i < 3; i++) {
    const { body } = await server.post(draft, {}, reader.headers);
    expect(body.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }
  expect((await server.post(listKeys, {}, editor.headers)).body.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await server.post(draft)).body.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');

  const admin = await makeKey(server.database, 'ADMIN');
  const trail = '{ auditEntries(first: 9) { edges { node { actor action record { ... on ApiKey { name } } } } } }';
  const { body } = await server.post(trail, {}, admin.headers);
  const { edges } = (body.data as { auditEntries: { edges: { node: { action: string } }[] } }).auditEntries;
  expect(edges.map(({ node }) => node).filter(({ action }) => action.startsWith('refused'))).toEqual([
    { actor: 'EDITOR', action: 'refused: apiKeys', record: { name: 'EDITOR' } },
    { actor: 'READER', action: 'refused: draftArticle', record: { name: 'READER' } },
  ]);
  expect(
    lines.filter(({ msg }) => msg === 'refused by role').map(({ key, role, field }) => [key, role, field]),
  ).toEqual([...Array<unknown>(3).fill(['READER', 'READER', 'draftArticle']), ['EDITOR', 'EDITOR', 'apiKeys']]);
});
