import { apiKeyCommands } from '../../src/apiKeys/commands';
import { executeCommand } from '../../src/writing/transaction';
import { makeKey, type TestKey } from '../harness/keys';
import { startTestServer, type TestServer } from '../harness/server';

let server: TestServer;
beforeEach(async () => (server = await startTestServer()));
afterEach(() => server.close());

const revoke = `mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { revokedAt } userErrors { code path record { id } } } }`;

/** Whether the key named was revoked by the other one. */
async function revokes(by: TestKey, { id }: TestKey): Promise<boolean> {
  const { data } = (await server.post(revoke, { id: `key_${id}` }, by.headers)).body;
  const { apiKey, userErrors } = data!.revokeApiKey as { apiKey: unknown; userErrors: unknown[] };
  if (apiKey) return true;
  expect(userErrors).toEqual([{ code: 'INVALID', path: ['id'], record: { id: `key_${id}` } }]);
  return false;
}

async function revoked(): Promise<string[]> {
  const { rows } = await server.database.pool.query<{ id: string }>(
    'select id from api_key where revoked_at is not null',
  );
  return rows.map(({ id }) => id);
}

test('an administrator can revoke her own key, but not the last one that works', async () => {
  const { database } = server;
  const [first, second, expired] = [
    await makeKey(database, 'ADMIN'),
    await makeKey(database, 'ADMIN'),
    await makeKey(database, 'ADMIN'),
  ];
  await makeKey(database, 'EDITOR');
  await database.pool.query('update api_key set expires_at = now() where id = $1', [expired.id]);
  expect(await revokes(first, first)).toBe(true);
  expect(await revokes(second, second)).toBe(false);
  expect(await revokes(second, expired)).toBe(true);
  expect((await revoked()).sort()).toEqual([first.id, expired.id].sort());
});

test('two administrators who revoke each other at the same moment leave one', async () => {
  for (let round = 0; round < 10; round += 1) {
    const [a, b] = [await makeKey(server.database, 'ADMIN'), await makeKey(server.database, 'ADMIN')];
    const [ab, ba] = await Promise.all([revokes(a, b), revokes(b, a).catch(() => false)]);
    expect([ab, ba].filter(Boolean)).toHaveLength(1);
    await server.database.pool.query('update api_key set revoked_at = now() where revoked_at is null');
  }
});

test('the command line can revoke the last one', async () => {
  const key = await makeKey(server.database, 'ADMIN');
  const result = await executeCommand(server.database.prisma, {
    action: 'revokeApiKey',
    command: apiKeyCommands.revokeApiKey,
    input: { id: `key_${key.id}` },
    viewer: { role: 'ADMIN', name: 'command line' },
    key: null,
  });
  expect(result).toMatchObject({ records: { apiKey: key.id } });
  expect(await revoked()).toEqual([key.id]);
});
