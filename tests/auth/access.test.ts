import { refusedPrefix } from '../../src/audit/refusals';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLObjectType,
  getDirectiveValues,
  getNamedType,
  isObjectType,
} from 'graphql';
import { accessGaps } from '../../src/auth/access';
import { newToken } from '../../src/auth/keys';
import { loadSchema } from '../../src/contract/schema';
import { argumentsFor, type KnownIds } from './inputs';
import { makeKey } from '../harness/keys';
import { startTestServer, type TestServer } from '../harness/server';
import { printFigures } from '../harness/figures';

type Field = GraphQLField<unknown, unknown>;
type Role = 'READER' | 'EDITOR' | 'ADMIN';

const schema = loadSchema();
const fieldsOf = (type: GraphQLObjectType): Field[] => Object.values(type.getFields());
const mutations = fieldsOf(schema.getMutationType()!);

/** What the contract says. */
function accessOf(field: Field): Role | undefined {
  return getDirectiveValues(schema.getDirective('access')!, field.astNode!)?.role as Role | undefined;
}

const closedQueries = fieldsOf(schema.getQueryType()!).filter(accessOf);

/** Whether an answer of that type can hold a key, at whatever depth that objects (not relations by Node) lead to. */
function holdsKeys(field: Field, seen = new Set<string>()): boolean {
  const type = getNamedType(field.type);
  if (type.name === 'ApiKey') return true;
  if (!isObjectType(type) || seen.has(type.name)) return false;
  seen.add(type.name);
  return fieldsOf(type).some((one) => holdsKeys(one, seen));
}

/** Who asks, and what they are told where EDITOR or ADMIN is needed; null: they pass. */
const askers = ['anonymous', 'READER', 'EDITOR', 'ADMIN', 'revoked', 'expired', 'unknown', 'malformed'] as const;
type Asker = (typeof askers)[number];
type Told = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'passes';

function expected(asker: Asker, role: Role): Told {
  if (asker === 'ADMIN' || (asker === 'EDITOR' && role === 'EDITOR')) return 'passes';
  return asker === 'READER' || asker === 'EDITOR' ? 'FORBIDDEN' : 'UNAUTHENTICATED';
}

let server: TestServer;
let headers: Record<Asker, Record<string, string>>;
let ids: KnownIds;

beforeAll(async () => {
  server = await startTestServer({ seeded: true });
  const { database } = server;
  const key = async (role: Role, name?: string) => makeKey(database, role, name);
  const [revoked, expired] = [await key('ADMIN', 'revoked'), await key('ADMIN', 'expired')];
  headers = {
    anonymous: {},
    READER: (await key('READER')).headers,
    EDITOR: (await key('EDITOR')).headers,
    ADMIN: (await key('ADMIN')).headers,
    revoked: revoked.headers,
    expired: expired.headers,
    unknown: { authorization: `Bearer ${newToken()}` },
    malformed: { authorization: 'Bearer admin' },
  };
  await database.pool.query('update api_key set revoked_at = now() where id = $1', [revoked.id]);
  await database.pool.query('update api_key set expires_at = now() where id = $1', [expired.id]);
  ids = await someIds();
});
afterAll(() => server.close());

/** A record of each kind that the sample article brings; a key that may be revoked. */
async function someIds(): Promise<KnownIds> {
  const types = {
    Article: 'article',
    Quote: 'quote',
    Person: 'person',
    Organization: 'organization',
    Place: 'place',
  };
  const found = await Promise.all(
    Object.entries(types).map(async ([type, table]) => {
      const { rows } = await server.database.pool.query<{ id: string }>(`select id from ${table} order by id limit 1`);
      return [type, `${table}_${rows[0]!.id}`];
    }),
  );
  const spare = await makeKey(server.database, 'READER', 'spare'); // revoked by a mutation, so none that a test asks with
  return Object.fromEntries([...found, ['ApiKey', `key_${spare.id}`]]) as KnownIds;
}

/** Everything that is stored, as one hash a table; that a key was used, or refused by its role, is no writing. */
async function everything(): Promise<Record<string, string>> {
  const { pool } = server.database;
  const { rows: tables } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  expect(tables.length).toBeGreaterThan(20);
  const hash = (name: string) =>
    `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(r, ',' order by r)), '') as rows
      from (select (to_jsonb(t) - 'last_used_at')::text as r from "${name}" t
        where to_jsonb(t) ->> 'action' is null or not starts_with(to_jsonb(t) ->> 'action', '${refusedPrefix}')) x`;
  const { rows } = await pool.query<{ name: string; rows: string }>(
    tables.map(({ name }) => hash(name)).join(' union all '),
  );
  return Object.fromEntries(rows.map((row) => [row.name, row.rows]));
}

/** Asks for a root field, with arguments made of its types, and tells whether it was refused for want of a role. */
async function ask(operation: 'mutation' | 'query', field: Field, asker: Asker): Promise<Told> {
  const args = argumentsFor(field, ids);
  const given = field.args.filter(({ name }) => name in args);
  const declared = given.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = given.map(({ name }) => `${name}: $${name}`).join(', ');
  const query = `${operation} ${declared && `(${declared})`} { ${field.name}${passed && `(${passed})`} { __typename } }`;
  const { status, body } = await server.post(query, args, {
    accept: 'application/graphql-response+json',
    ...headers[asker],
  });
  const codes = body.errors?.map(({ extensions }) => extensions.code) ?? [];
  const refusal = codes.find((code) => code === 'UNAUTHENTICATED' || code === 'FORBIDDEN') as Told | undefined;
  if (refusal) {
    expect(body).not.toHaveProperty('data');
    expect(status).toBe(refusal === 'FORBIDDEN' ? 403 : 401);
    return refusal;
  }
  // A mistake of the test in making arguments must not pass for an answer.
  expect([field.name, codes, body.errors?.[0]?.message].join(' ')).not.toMatch(
    /GRAPHQL|BAD_USER_INPUT.*(Variable|got invalid)/,
  );
  return 'passes';
}

test('every mutation takes EDITOR at the least, and whatever shows or makes keys takes ADMIN', () => {
  expect(mutations.length).toBeGreaterThan(20);
  for (const field of mutations)
    expect([field.name, accessOf(field)]).toEqual([field.name, holdsKeys(field) ? 'ADMIN' : 'EDITOR']);
  expect(closedQueries.map((field) => `${field.name} ${accessOf(field)!}`).sort()).toEqual(
    expect.arrayContaining(['apiKeys ADMIN', 'articleDiff EDITOR', 'auditEntries EDITOR']),
  );
  for (const field of fieldsOf(schema.getQueryType()!)) if (holdsKeys(field)) expect(accessOf(field)).toBe('ADMIN');
});

test('a mutation that does not say who may use it, and an @access that nothing checks, keep the server from starting', () => {
  const told = (contract: string): string[] =>
    accessGaps(buildSchema(`directive @access(role: String!) on FIELD_DEFINITION ${contract}`));
  expect(accessGaps(schema)).toEqual([]);
  expect(told('type Query { a: Int } type Mutation { b: Int @access(role: "EDITOR") c: Int }')).toEqual([
    'Mutation.c has no @access.',
  ]);
  expect(told('type Query { a: A @access(role: "EDITOR") } type A { d: Int @access(role: "EDITOR") }')).toEqual([
    'A.d has an @access that nothing checks.',
  ]);
});

test('each mutation and closed query refuses those who may not, and then nothing is written; all others pass', async () => {
  const fields = [
    ...mutations.map((field) => ['mutation', field] as const),
    ...closedQueries.map((field) => ['query', field] as const),
  ];
  const told = new Map<string, Told>();
  const before = await everything();
  const wanted = (field: Field, asker: Asker) => expected(asker, holdsKeys(field) ? 'ADMIN' : 'EDITOR');
  for (const asker of askers) {
    for (const [operation, field] of fields) {
      if (wanted(field, asker) === 'passes') continue;
      told.set(`${field.name} ${asker}`, await ask(operation, field, asker));
    }
  }
  const after = await everything();
  for (const asker of askers) {
    for (const [operation, field] of fields) {
      if (wanted(field, asker) === 'passes') told.set(`${field.name} ${asker}`, await ask(operation, field, asker));
    }
  }
  const answer = (field: Field, asker: Asker): Told => told.get(`${field.name} ${asker}`)!;
  report(fields.map(([, field]) => [field.name, ...askers.map((asker) => answer(field, asker))]));
  expect(after).toEqual(before);
  for (const [, field] of fields) {
    for (const asker of askers)
      expect([field.name, asker, answer(field, asker)]).toEqual([field.name, asker, wanted(field, asker)]);
  }
});

test('who may not is told so, whatever else is wrong with the operation', async () => {
  const accept = 'application/graphql-response+json';
  for (const [asker, code] of [
    ['anonymous', 'UNAUTHENTICATED'],
    ['READER', 'FORBIDDEN'],
  ] as const) {
    for (const wrong of ['a: articles(first: 101) { totalCount }', 'b: apiKeys(first: -1) { totalCount }']) {
      const { body } = await server.post(`{ ${wrong} auditEntries { totalCount } }`, {}, { accept, ...headers[asker] });
      expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
    }
  }
});

/** Prints who was told what, and how many mutations each was refused. */
function report(rows: readonly (readonly string[])[]): void {
  const refused = askers.map((_, i) => {
    const own = rows.filter(([name]) => mutations.some((field) => field.name === name));
    return `${own.filter((row) => row[i + 1] !== 'passes').length} of ${own.length}`;
  });
  const all = [['', ...askers], ...rows, ['mutations refused', ...refused]];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  const lines = all.map((row) => row.map((value, column) => value.padEnd(widths[column]!)).join('  '));
  printFigures(`${lines.join('\n')}\n`);
}
