import http from 'node:http';
import { newToken } from '../../src/auth/keys';
import { sessionOf } from '../../src/data/connection';
import { openPools } from '../../src/data/database';
import { recordLog } from '../harness/logLines';
import { type GraphQLAnswer, startTestServer, type TestServer } from '../harness/server';
import { makeKey, type TestKey } from '../harness/keys';
import { until } from '../harness/until';

const { log, lines } = recordLog();
log.level = 'trace';
let server: TestServer;
let admin: TestKey;
/** Every key that comes up below, so that the log can be searched for them at the end. */
const tokens: string[] = [];

async function key(
  ...args: Parameters<typeof makeKey> extends [unknown, ...infer Rest] ? Rest : never
): Promise<TestKey> {
  const made = await makeKey(server.database, ...args);
  tokens.push(made.token);
  return made;
}

beforeAll(async () => {
  server = await startTestServer({ seeded: true, log, config: { responseCacheBytes: 0 } });
  admin = await key('ADMIN', 'chief');
});
afterAll(() => server.close());

const whoAmI = '{ viewer { role name } }';
const create = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) {
  apiKey { id name role prefix createdAt lastUsedAt expiresAt revokedAt } token userErrors { code path message } } }`;
const revoke = `mutation ($id: ID!) { revokeApiKey(input: { id: $id }) {
  apiKey { id revokedAt } userErrors { code path record { id } } } }`;

interface Payload {
  readonly apiKey: Record<string, unknown> | null;
  readonly token: string | null;
  readonly userErrors: readonly { code: string; path: string[] }[];
}
const payload = ({ data }: GraphQLAnswer, name = 'createApiKey'): Payload => data?.[name] as Payload;

async function createKey(input: Record<string, unknown>): Promise<Payload> {
  const made = payload((await server.post(create, { input }, admin.headers)).body);
  if (made.token) tokens.push(made.token);
  return made;
}

async function revokeKey({ id }: TestKey, by = admin): Promise<Payload> {
  return payload((await server.post(revoke, { id: `key_${id}` }, by.headers)).body, 'revokeApiKey');
}

async function codeOf(headers: Record<string, string>, query = whoAmI): Promise<string | undefined> {
  return (await server.post(query, {}, headers)).body.errors?.[0]?.extensions.code;
}

test('viewer tells who asks', async () => {
  const editor = await key('EDITOR', 'Ana');
  expect((await server.post(whoAmI)).body.data).toEqual({ viewer: { role: 'READER', name: null } });
  expect((await server.post(whoAmI, {}, editor.headers)).body.data).toEqual({
    viewer: { role: 'EDITOR', name: 'Ana' },
  });
  const shouted = { authorization: `BEARER  ${editor.token}` };
  expect((await server.post(whoAmI, {}, shouted)).body.data).toEqual({ viewer: { role: 'EDITOR', name: 'Ana' } });
});

test('a key is made, shown once, works, and is kept as a hash only', async () => {
  const { apiKey, token, userErrors } = await createKey({
    name: ' The desk ',
    role: 'EDITOR',
    expiresAt: '2999-01-01T00:00:00Z',
  });
  expect(userErrors).toEqual([]);
  expect(apiKey).toMatchObject({
    name: 'The desk',
    role: 'EDITOR',
    revokedAt: null,
    expiresAt: '2999-01-01T00:00:00.000Z',
  });
  expect(token!.startsWith(apiKey!.prefix as string)).toBe(true);
  expect(await codeOf({ authorization: `Bearer ${token!}` })).toBeUndefined();
  const { rows } = await server.database.pool.query<{ all: string }>(
    `select string_agg(t::text, ' ') as all from (select k::text as t from api_key k union all select c::text from answered_call c
       union all select a::text from audit_entry a) x`,
  );
  for (const each of tokens) {
    expect(rows[0]!.all).not.toContain(each.slice(14));
    expect(rows[0]!.all).not.toContain(Buffer.from(each).toString('hex'));
  }
});

test('the same call again gives the key without its token, and makes no second one', async () => {
  const input = { name: 'retried', role: 'READER', idempotencyKey: 'once' };
  const first = await createKey(input);
  const second = await createKey(input);
  expect(second).toEqual({ ...first, token: null });
  const { rowCount } = await server.database.pool.query(`select from api_key where name = 'retried'`);
  expect(rowCount).toBe(1);
});

test('all mistakes of a new key are told at once, and nothing is written', async () => {
  const count = async () => (await server.database.pool.query('select from api_key')).rowCount;
  const before = await count();
  const expiresAt = '2020-01-01T00:00:00Z';
  for (const name of [
    '',
    ' \t',
    'two\nlines',
    'a\u0007b',
    'a\u202eb',
    'x'.repeat(101),
    'Command Line',
    'first start',
  ]) {
    const { userErrors, apiKey, token } = await createKey({ name, role: 'ADMIN', expiresAt });
    expect(userErrors.map(({ code, path }) => [code, path])).toEqual([
      ['INVALID', ['name']],
      ['INVALID', ['expiresAt']],
    ]);
    expect([apiKey, token]).toEqual([null, null]);
  }
  expect(await count()).toBe(before);
});

test('revoked, expired, unknown and malformed keys are refused in the same words, and never read as anyone', async () => {
  const revoked = await key('ADMIN', 'to be revoked');
  const expired = await key('ADMIN', 'to expire');
  expect(await codeOf(revoked.headers)).toBeUndefined();
  await revokeKey(revoked);
  await server.database.pool.query('update api_key set expires_at = now() where id = $1', [expired.id]);
  const unknown = newToken();
  tokens.push(unknown);
  const shown = [revoked.token, expired.token, unknown, `${admin.token}A`, admin.token.slice(0, -1)].map(
    (one) => `Bearer ${one}`,
  );
  shown.push('', ' ', 'Bearer', 'Bearer ', `Basic ${admin.token}`, admin.token, `Bearer ${admin.token} ${admin.token}`);
  shown.push(
    `Bearer ${admin.token}, Bearer ${admin.token}`,
    `Bearer\u00a0${admin.token}`,
    `Bearer ${'é'.repeat(40)}`,
    `Bearer vbt_${'A'.repeat(8000)}`,
  );
  const answers = new Set<string>();
  for (const authorization of shown) {
    const posted = await server.post('{ articles { totalCount } }', {}, { authorization });
    const got = await server.send('/graphql?query={viewer{role}}', {
      headers: { authorization, accept: 'application/json' },
    });
    for (const { status, headers, text } of [posted, got]) {
      expect([authorization, status]).toEqual([authorization, 401]);
      expect(headers.get('www-authenticate')).toBe('Bearer');
      expect(headers.get('cache-control')).toBe('private, no-store');
      answers.add(text);
    }
  }
  expect([...answers].map((text) => JSON.parse(text) as unknown)).toEqual([
    {
      errors: [
        {
          message: expect.stringMatching(/^This is not a valid API key: /) as string,
          extensions: { code: 'UNAUTHENTICATED' },
        },
      ],
    },
  ]);
});

test('two headers Authorization are refused, whichever of them is good', async () => {
  for (const several of [
    [admin.headers.authorization, 'Bearer other'],
    ['Bearer other', admin.headers.authorization],
    [admin.headers.authorization, admin.headers.authorization],
  ]) {
    const status = await new Promise((resolve, reject) => {
      const headers = several.flatMap((one) => ['Authorization', one]);
      http
        .get(
          `${server.url}/graphql?query={viewer{role}}`,
          { headers: ['Host', 'localhost', 'Accept', 'application/json', ...headers] },
          (answer) => {
            answer.resume();
            resolve(answer.statusCode);
          },
        )
        .on('error', reject);
    });
    expect(status).toBe(401);
  }
});

test('what a key was shown for is kept by nobody', async () => {
  const reader = await key('READER');
  const answer = await server.send('/graphql?query={viewer{role}}', {
    headers: { ...reader.headers, accept: 'application/json' },
  });
  expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual([
    200,
    'private, no-store',
    null,
  ]);
  expect(answer.headers.get('vary')).toContain('Authorization');
});

test('a request with a key takes one small statement more, one without a key none', async () => {
  const reader = await key('READER', 'counted');
  await server.post(whoAmI, {}, reader.headers);
  await until('the use is noted', () => lastUse(reader));
  const asked = async (headers?: Record<string, string>) => {
    const statements = await server.statementsOf(() => server.post('{ articles { totalCount } }', {}, headers));
    return statements.filter((text) => !/\/\* (publish|next) due/.test(text)); // nobody asked for those
  };
  expect(await asked()).toHaveLength(1);
  expect(await asked(reader.headers)).toEqual([expect.stringContaining('/* viewer */'), expect.any(String)]);
  expect(await asked({ authorization: 'Bearer nothing' })).toHaveLength(0);
});

async function lastUse({ id }: TestKey): Promise<string | null> {
  const { rows } = await server.database.pool.query<{ at: string | null }>(
    'select last_used_at::text as at from api_key where id = $1',
    [id],
  );
  return rows[0]!.at;
}

test('the last use is noted once a minute', async () => {
  const reader = await key('READER', 'used');
  await Promise.all(Array.from({ length: 20 }, () => server.post(whoAmI, {}, reader.headers)));
  const first = await until('the first use is noted', () => lastUse(reader));
  await server.post(whoAmI, {}, reader.headers);
  expect(await lastUse(reader)).toBe(first);
  await server.database.pool.query(`update api_key set last_used_at = now() - interval '61 seconds' where id = $1`, [
    reader.id,
  ]);
  const old = await lastUse(reader);
  await server.post(whoAmI, {}, reader.headers);
  await until('a later use is noted', async () => (await lastUse(reader)) !== old);
});

test('noting the last use holds nobody up', async () => {
  const reader = await key('READER', 'held');
  const client = await server.database.pool.connect();
  await client.query('begin');
  await client.query('select from api_key where id = $1 for update', [reader.id]);
  for (let i = 0; i < 5; i += 1) expect(await codeOf(reader.headers)).toBeUndefined();
  expect(await lastUse(reader)).toBeNull();
  await client.query('rollback');
  client.release();
  await until('the use is noted', () => lastUse(reader));
});

test('a key that was revoked is dead on the other node with the next request', async () => {
  const { connection, config } = server.database;
  const pools = openPools(sessionOf(connection, config), config, log);
  const other = await startTestServer({ database: { ...server.database, ...pools }, log });
  const editor = await key('EDITOR', 'leaving');
  const ask = async () => (await other.post(whoAmI, {}, editor.headers)).status;
  try {
    expect(await ask()).toBe(200);
    const answer = await revokeKey(editor);
    expect(answer).toMatchObject({ apiKey: { revokedAt: expect.any(String) as string }, userErrors: [] });
    expect(await ask()).toBe(401);
    expect(await revokeKey(editor)).toEqual(answer); // and the moment stays the first one
  } finally {
    await other.close();
  }
});

test('an id that is none of a key, or of no key, is a mistake of the input', async () => {
  const unknown = 'key_00000000-0000-4000-8000-000000000000';
  for (const [id, code] of [
    ['', 'INVALID'],
    [admin.id, 'INVALID'],
    [unknown.replace('key', 'person'), 'INVALID'],
    [unknown, 'NOT_FOUND'],
  ]) {
    const { body } = await server.post(revoke, { id }, admin.headers);
    expect(payload(body, 'revokeApiKey')).toMatchObject({ apiKey: null, userErrors: [{ code, path: ['id'] }] });
  }
});

test('each making and revoking is in the audit trail once, with the name of the key that did it', async () => {
  const { apiKey } = await createKey({ name: 'traced', role: 'READER' });
  for (let i = 0; i < 2; i += 1) await server.post(revoke, { id: apiKey!.id }, admin.headers);
  const query =
    'query ($record: ID!) { auditEntries(first: 9, record: $record) { edges { node { actor action record { id } } } } }';
  const { body } = await server.post(query, { record: apiKey!.id }, admin.headers);
  const record = { id: apiKey!.id };
  expect(body.data).toEqual({
    auditEntries: {
      edges: [
        { node: { actor: 'chief', action: 'revokeApiKey', record } },
        { node: { actor: 'chief', action: 'createApiKey', record } },
      ],
    },
  });
});

test('an editor gets to no key, by whichever way', async () => {
  const editor = await key('EDITOR', 'curious');
  const ask = `query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id }
    auditEntries(first: 100) { edges { node { action record { id } } } } }`;
  const seen = async (headers: Record<string, string>) => {
    const { data } = (await server.post(ask, { id: `key_${admin.id}` }, headers)).body;
    return (JSON.stringify(data).match(/"key_/g) ?? []).length;
  };
  expect(await seen(admin.headers)).toBeGreaterThan(3);
  expect(await seen(editor.headers)).toBe(0);
});

test('the log has no key in it, and names each request', () => {
  expect(lines.filter(({ msg }) => msg === 'request').length).toBeGreaterThan(50);
  expect(tokens.length).toBeGreaterThan(10);
  const text = JSON.stringify(lines);
  for (const token of tokens) expect(text).not.toContain(token.slice(12));
});
