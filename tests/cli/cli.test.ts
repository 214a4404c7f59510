import { openTestDatabase, type TestDatabase } from '../harness/database';
import { makeKey } from '../harness/keys';
import { startTestServer, type TestServer } from '../harness/server';
import { type Run, verbatim } from '../harness/verbatim';

jest.setTimeout(120_000);

let server: TestServer;
beforeAll(async () => (server = await startTestServer()));
afterAll(() => server.close());

const run = (...args: string[]): Promise<Run> => verbatim(args, { DATABASE_URL: server.database.url });
const rows = async (): Promise<number> => (await server.database.pool.query('select from api_key')).rowCount ?? 0;

async function roleOf(token: string): Promise<unknown> {
  const { body } = await server.post('{ viewer { role name } }', {}, { authorization: `Bearer ${token}` });
  return body.data?.viewer ?? body.errors?.[0]?.extensions.code;
}

test('a key is made, alone on stdout, opens the running server, is listed, and is dead at once when revoked', async () => {
  const made = await run('key', 'create', '--name', 'Ana Gómez', '--role', 'editor', '--expires', '90d');
  expect([made.code, made.stdout]).toEqual([0, expect.stringMatching(/^vbt_[\w-]{43}\n$/)]);
  expect(made.stderr).toBe('The key of "Ana Gómez" (EDITOR). It is shown this once: keep it in a safe place.\n');
  const token = made.stdout.trim();
  expect(await roleOf(token)).toEqual({ role: 'EDITOR', name: 'Ana Gómez' });

  const listed = await run('key', 'list');
  expect(listed).toMatchObject({ code: 0, stderr: '' });
  expect(listed.stdout).toMatch(new RegExp(`^${token.slice(0, 12)}  EDITOR  working  Ana Gómez  20`, 'm'));
  expect(listed.stdout).not.toContain(token.slice(0, 16));

  const revoked = await run('key', 'revoke', token.slice(0, 12));
  const words = `${token.slice(0, 12)}… "Ana Gómez" (EDITOR).\n`;
  expect(revoked).toEqual({ code: 0, stdout: '', stderr: `Revoked: ${words}` });
  expect(await roleOf(token)).toBe('UNAUTHENTICATED');
  const again = await run('key', 'revoke', token);
  expect([again.code, again.stderr]).toEqual([0, expect.stringMatching(/^Was revoked already, at 20/)]);
});

test('--json gives the same to programs', async () => {
  const made = await run(
    'key',
    'create',
    '--name',
    'feed',
    '--role',
    'READER',
    '--expires',
    '2999-01-31T00:00:00+01:00',
    '--json',
  );
  const { token, ...key } = JSON.parse(made.stdout) as Record<string, string>;
  expect(key).toMatchObject({
    name: 'feed',
    role: 'READER',
    state: 'working',
    expiresAt: '2999-01-30T23:00:00.000Z',
    revokedAt: null,
  });
  expect(await roleOf(token!)).toEqual({ role: 'READER', name: 'feed' });
  const list = JSON.parse((await run('key', 'list', '--json')).stdout) as Record<string, string>[];
  expect(list[0]).toEqual({ ...key, lastUsedAt: expect.any(String) as string });
  const revoked = JSON.parse((await run('key', 'revoke', key.id!, '--json')).stdout) as Record<string, string>;
  expect(revoked).toMatchObject({ id: key.id, state: 'revoked', revokedAt: expect.any(String) as string });
});

test('what it did is in the audit trail, by the name "command line"', async () => {
  const { rows: entries } = await server.database.pool.query(
    `select distinct actor, api_key_id, action, record_kind from audit_entry order by action`,
  );
  const own = { actor: 'command line', api_key_id: null, record_kind: 'key' };
  expect(entries).toEqual([
    { ...own, action: 'createApiKey' },
    { ...own, action: 'revokeApiKey' },
  ]);
});

test.each([
  [['key', 'create', '--name', 'x', '--role', 'boss'], /READER, EDITOR or ADMIN/],
  [['key', 'create', '--name', 'x'], /--role/],
  [['key', 'create', '--role', 'ADMIN'], /--name/],
  [['key', 'create', '--name', 'x', '--role', 'ADMIN', '--expires', 'soon'], /a time with a zone/],
  [['key', 'create', '--name', 'x', '--role', 'ADMIN', '--expires', '2027-01-31T00:00:00'], /a time with a zone/],
  [['key', 'revoke'], /missing required argument/],
  [['key', 'lits'], /Did you mean list/],
  [['key', 'list', '--all'], /unknown option/],
  [[], /Usage: verbatim/],
])('%j is not understood: 2', async (args, words) => {
  const before = await rows();
  expect(await run(...args)).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(words) as string });
  expect(await rows()).toBe(before);
});

test.each([
  [
    ['create', '--name', ' ', '--role', 'ADMIN', '--expires', '2020-01-01T00:00:00Z'],
    /^name is blank.*\n.*is over: .*\n$/,
  ],
  [['create', '--name', 'a\u202eb', '--role', 'ADMIN'], /U\+202E/],
  [['revoke', 'vbt_'], /^Name the key by its id, or by 8 to 12/],
  [['revoke', 'vbt_AAAAAAAA'], /^There is no such key/],
  [['revoke', 'key_00000000-0000-4000-8000-000000000000'], /^There is no such key/],
  [['revoke', `vbt_${'A'.repeat(43)}`], /^There is no such key/],
])('%j is refused: 1', async (args, words) => {
  const before = await rows();
  expect(await run('key', ...args)).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(words) as string });
  expect(await rows()).toBe(before);
});

test('a beginning that several keys share revokes none, and shows them', async () => {
  const [a, b] = [
    await makeKey(server.database, 'READER', 'twin a'),
    await makeKey(server.database, 'READER', 'twin b'),
  ];
  await server.database.pool.query(
    `update api_key set prefix = 'vbt_SAME' || right(name, 1) || '000' where id in ($1, $2)`,
    [a.id, b.id],
  );
  const { code, stderr } = await run('key', 'revoke', 'vbt_SAME');
  expect(code).toBe(1);
  expect(stderr).toContain(`key_${a.id}`);
  expect(stderr).toContain(`key_${b.id}`);
  expect(await roleOf(a.token)).toEqual({ role: 'READER', name: 'twin a' });
  expect((await run('key', 'revoke', 'vbt_SAMEa')).code).toBe(0);
  expect(await roleOf(a.token)).toBe('UNAUTHENTICATED');
  expect(await roleOf(b.token)).toEqual({ role: 'READER', name: 'twin b' });
});

test('a wrong setting, and a server that is not there, are told in a sentence: 1', async () => {
  const wrong = await verbatim(['key', 'list'], { DATABASE_URL: 'mysql://secret@host/db' });
  expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringMatching(/^DATABASE_URL is not understood\. [^\n]*\n$/)]);
  const away = await verbatim(['key', 'list'], { DATABASE_URL: 'postgresql://u:secret@127.0.0.1:9/db' });
  expect([away.code, away.stderr]).toEqual([1, expect.stringMatching(/^No PostgreSQL server answers at 127[^\n]*\n$/)]);
});

test('an empty list says how to make a key', async () => {
  let empty: TestDatabase | undefined;
  try {
    empty = await openTestDatabase();
    const { code, stdout, stderr } = await verbatim(['key', 'list'], { DATABASE_URL: empty.url });
    expect([code, stdout, stderr]).toEqual([0, '', expect.stringMatching(/^There are no keys\. Make one: /)]);
  } finally {
    await empty?.close();
  }
});
