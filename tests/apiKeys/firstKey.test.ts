import { makeFirstKey } from '../../src/apiKeys/firstKey';
import { newToken } from '../../src/auth/keys';
import { openTestDatabase, type TestDatabase } from '../harness/database';
import { endPrograms, startProgram } from '../harness/program';

jest.setTimeout(120_000);

let database: TestDatabase;
beforeEach(async () => (database = await openTestDatabase()));
afterEach(async () => {
  await endPrograms();
  await database.close();
});

const count = async (): Promise<number> => (await database.pool.query('select from api_key')).rowCount ?? 0;

test('of nodes that start together one makes the key, and one shows it', async () => {
  const nodes = [1, 2].map(() => startProgram({ DATABASE_URL: database.url }));
  await Promise.all(nodes.map((node) => node.url()));
  const shown = nodes.flatMap((node) => node.output().match(/vbt_[\w-]{43}/g) ?? []);
  expect(shown).toHaveLength(1);
  expect(await count()).toBe(1);
});

test('however many look at once, one is made, with its line in the audit trail', async () => {
  const made = await Promise.all(Array.from({ length: 8 }, () => makeFirstKey(database, undefined)));
  expect(made.filter((one) => one.made)).toEqual([{ made: true, token: expect.stringMatching(/^vbt_/) as string }]);
  expect(await count()).toBe(1);
  const { rows } = await database.pool.query('select actor, action, record_kind from audit_entry');
  expect(rows).toEqual([{ actor: 'first start', action: 'createApiKey', record_kind: 'key' }]);
});

test('the token that the operator has chosen is not given back; one that is none of the keys is noticed', async () => {
  const token = newToken();
  expect(await makeFirstKey(database, token)).toEqual({ made: true, token: null });
  expect(await makeFirstKey(database, token)).toEqual({ made: false, stranger: false });
  expect(await makeFirstKey(database, newToken())).toEqual({ made: false, stranger: true });
  expect(await makeFirstKey(database, undefined)).toEqual({ made: false, stranger: false });
});

test('who has revoked all keys gets no new one by starting again', async () => {
  await makeFirstKey(database, undefined);
  await database.pool.query('update api_key set revoked_at = now()');
  expect(await makeFirstKey(database, undefined)).toEqual({ made: false, stranger: false });
});
