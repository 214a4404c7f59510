import { setTimeout as pause } from 'node:timers/promises';
import { type Cable, openCable } from '../harness/cable';
import { makeKey, type TestKey } from '../harness/keys';
import { recordLog } from '../harness/logLines';
import { type Answer, startTestServer, type TestServer } from '../harness/server';
import { meanwhile, until } from '../harness/until';

const { log, lines } = recordLog();
let cable: Cable;
let server: TestServer;
let editor: TestKey;
beforeAll(async () => {
  cable = await openCable({ seeded: true, config: { databasePoolTimeoutMs: 500, statementTimeoutMs: 2000 } });
  server = await startTestServer({ database: cable.database, log });
  editor = await makeKey(cable.database, 'EDITOR');
});
afterAll(() => server.close());

const codeOf = ({ status, body }: Answer) => `${status} ${body.errors?.[0]?.extensions.code ?? 'fine'}`;
const read = () => server.post('{ articles(first: 1) { edges { node { headline } } } }');
const write = (id = '') =>
  server.post(
    `mutation ($id: String) { draftArticle(input: { idempotencyKey: $id, headline: "H", body: "B" }) { article { id } userErrors { message } } }`,
    { id: id || null },
    editor.headers,
  );

test('the database goes away under load and comes back: every answer has a code, and no restart is needed', async () => {
  const seen = new Map<string, number>();
  const isFine = async (): Promise<boolean> => (await read()).status === 200 && (await write()).status === 200;
  const work = (async () => {
    for (let i = 0; i < 3; i++) {
      await pause(200);
      await cable.pull();
      await pause(200);
      await cable.plug();
    }
    await until('both are answered again', isFine, { seen: () => JSON.stringify([...seen]) });
  })();
  const note = async (send: typeof read): Promise<void> => {
    const code = codeOf(await send());
    seen.set(code, (seen.get(code) ?? 0) + 1);
  };
  await Promise.all([read, read, read, write, write].map((send) => meanwhile(work, () => note(send))));
  const allowed = ['200 fine', '503 SERVICE_UNAVAILABLE', '503 OVERLOADED', '504 TIMEOUT'];
  expect([...seen.keys()].filter((code) => !allowed.includes(code))).toEqual([]);
  expect(seen.get('200 fine')).toBeGreaterThan(0);
  expect(seen.get('503 SERVICE_UNAVAILABLE')).toBeGreaterThan(0);
  expect(lines.filter(({ msg }) => msg === 'unexpected error')).toEqual([]);
});
