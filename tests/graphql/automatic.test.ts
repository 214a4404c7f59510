import { createHash } from 'node:crypto';
import { ApolloClient, gql, HttpLink, InMemoryCache, type TypedDocumentNode } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { type Answer, startTestServer, type TestServer } from '../harness/server';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ seeded: true });
});

afterAll(() => server.close());

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const extensionsOf = (hash: unknown, version: unknown = 1) => ({ persistedQuery: { version, sha256Hash: hash } });
const notFound = [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }];

function post(body: object, headers = {}): Promise<Answer> {
  return server.send('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

function get(parameters: Readonly<Record<string, object | string>>, headers = {}): Promise<Answer> {
  const texts = Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
  return server.send(`/graphql?${new URLSearchParams(texts).toString()}`, { headers });
}

test('a hash that is not known is told so, with status 200 for every media type; afterwards it asks like the text', async () => {
  const query = 'query A($slug: String) { person(by: { slug: $slug }) { name } }';
  const extensions = extensionsOf(sha256(query));
  const variables = { slug: 'marco-rubio' };
  for (const accept of ['application/json', 'application/graphql-response+json']) {
    const answer = await post({ extensions, variables }, { accept });
    expect([answer.status, answer.body.errors]).toEqual([200, notFound]);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  }
  const sent = await post({ query, extensions, variables });
  expect(sent.body.data).toEqual({ person: { name: 'Marco Rubio' } });
  expect((await post({ extensions, variables })).text).toBe(sent.text);
  expect((await get({ extensions, variables })).text).toBe(sent.text);
  expect((await get({ documentId: `sha256:${sha256(query)}`, variables })).text).toBe(sent.text);
  expect((await post({ documentId: `sha256:${sha256(query)}`, variables })).text).toBe(sent.text);
  expect((await post({ extensions: extensionsOf(sha256(query).toUpperCase()), variables })).text).toBe(sent.text);
});

test('a GET by hash has a tag, and is answered from what is ready', async () => {
  const query = 'query B { people(first: 2) { edges { node { name } } } }';
  const extensions = extensionsOf(sha256(query));
  await post({ query, extensions });
  let answer = await get({ extensions });
  const tag = answer.headers.get('etag')!;
  expect(tag).toMatch(/^"/);
  let statements: readonly string[] = [''];
  for (let i = 0; i < 20 && statements.length > 0; i++) {
    statements = await server.statementsOf(async () => {
      answer = await get({ extensions }, { 'if-none-match': tag });
    });
    expect(answer.status).toBe(304);
  }
  expect(statements).toEqual([]);
});

test('a hash that is not that of the text is refused, and nothing is kept under it', async () => {
  const hash = sha256('something else');
  const answer = await post({ query: '{ __typename }', extensions: extensionsOf(hash) });
  expect(answer.status).toBe(400);
  expect(answer.body.errors?.[0]).toMatchObject({
    message: 'The hash is not the SHA-256 of "query": send that of the very text, in UTF-8.',
    extensions: { code: 'BAD_REQUEST' },
  });
  expect((await post({ extensions: extensionsOf(hash) })).body.errors).toEqual(notFound);
});

test.each([
  ['is not GraphQL', '{'],
  ['does not fit the schema', '{ nothing }'],
  ['is too large', `{ ${'a: __typename '.repeat(50)} }`],
])('a document that %s is not kept', async (_, query) => {
  const extensions = extensionsOf(sha256(query));
  expect((await post({ query, extensions })).body.errors).toHaveLength(1);
  expect((await post({ extensions })).body.errors).toEqual(notFound);
});

test('a mutation is kept too, and is still none for GET', async () => {
  const query = 'mutation C { publishArticle(input: { id: "x", expectedVersion: 1 }) { userErrors { code } } }';
  const extensions = extensionsOf(sha256(query));
  expect((await post({ query, extensions })).body.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  const answer = await get({ extensions });
  expect([answer.status, answer.body.errors?.[0]?.extensions.code]).toEqual([405, 'METHOD_NOT_ALLOWED']);
});

test.each([
  ['another version', { extensions: extensionsOf('ab'.repeat(32), 2) }],
  ['no hash', { extensions: { persistedQuery: { version: 1 } } }],
  ['a hash that is no text', { extensions: extensionsOf(5) }],
  ['a name that is too long', { extensions: extensionsOf('x'.repeat(201)) }],
  ['a documentId that is no text', { documentId: 5 }],
  ['a documentId whose hash is cut off', { documentId: 'sha256:abc' }],
  ['two names', { documentId: 'x', extensions: extensionsOf('ab'.repeat(32)) }],
  ['a documentId beside a query', { documentId: 'x', query: '{ __typename }' }],
])('%s is a mistake of the client', async (_, body) => {
  const answer = await post(body);
  expect([answer.status, answer.body.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
});

test("Apollo's client asks by GET and hash, and sends the text once", async () => {
  const sent: string[] = [];
  const http = new HttpLink({
    uri: `${server.url}/graphql`,
    useGETForQueries: false,
    fetch: (address, init) => {
      const hasText = String(address).includes('query=') || JSON.stringify(init?.body ?? '').includes('query Names');
      sent.push(`${init?.method ?? 'GET'} ${hasText ? 'text' : 'hash'}`);
      return fetch(address, init);
    },
  });
  const link = new PersistedQueryLink({ sha256, useGETForHashedQueries: true }).concat(http);
  const query: TypedDocumentNode<{ people: { edges: unknown[] } }> = gql`
    query Names($first: Int!) {
      people(first: $first) {
        edges {
          node {
            name
          }
        }
      }
    }
  `;
  const names: unknown[] = [];
  for (const first of [1, 2, 3]) {
    const client = new ApolloClient({ link, cache: new InMemoryCache() });
    const { data } = await client.query({ query, variables: { first } });
    names.push(data?.people.edges.length);
  }
  expect(names).toEqual([1, 2, 3]);
  expect(sent).toEqual(['GET hash', expect.stringMatching(/text$/) as string, 'GET hash', 'GET hash']);
});
