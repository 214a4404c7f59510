import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getIntrospectionQuery } from 'graphql';
import { createServer } from '../../src/server';
import { StartError } from '../../src/errors/startError';
import { makeKey } from '../harness/keys';
import { openTestDatabase, type TestDatabase } from '../harness/database';
import { type Answer, startTestServer, type TestServer } from '../harness/server';

const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-documents-'));
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const names = 'query Names { people(first: 2) { edges { node { name } } } }';
const two = 'query One { a: __typename } query Two { b: __typename }';

afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(content: unknown): string {
  const file = path.join(folder, `${sha256(JSON.stringify(content)).slice(0, 8)}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const apolloManifest = (operations: readonly { id: string; body: string }[]) => ({
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: operations.map((operation) => ({ ...operation, name: 'Any', type: 'query' })),
});

describe('a list that is all that is answered', () => {
  let server: TestServer;
  let key: string;

  beforeAll(async () => {
    const listed = apolloManifest([
      { id: sha256(names), body: names },
      { id: 'two', body: two },
    ]);
    server = await startTestServer({
      seeded: true,
      config: { trustedDocuments: fileOf(listed), trustedDocumentsOnly: true },
    });
    ({ token: key } = await makeKey(server.database, 'EDITOR'));
  });

  afterAll(() => server.close());

  const post = (body: object, headers = {}): Promise<Answer> =>
    server.send('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const byHash = (hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: hash } } });

  test('its documents are answered by hash, by name, by text, and by GET', async () => {
    const expected = (await post(byHash(sha256(names)))).text;
    expect(JSON.parse(expected)).toHaveProperty('data.people.edges.1.node.name');
    expect((await post({ documentId: `sha256:${sha256(names)}` })).text).toBe(expected);
    expect((await post({ query: names })).text).toBe(expected);
    expect((await post({ query: names, ...byHash(sha256(names)) })).text).toBe(expected);
    expect((await server.send(`/graphql?documentId=sha256:${sha256(names)}`)).text).toBe(expected);
  });

  test('an operation of several is chosen by its name', async () => {
    for (const named of [{ documentId: 'two' }, byHash('two'), byHash(sha256(two))])
      expect((await post({ ...named, operationName: 'Two' })).body.data).toEqual({ b: 'Query' });
    const answer = await post({ documentId: 'two' });
    expect(answer.body.errors?.[0]?.extensions.code).toBe('OPERATION_RESOLUTION_FAILURE');
  });

  test.each([
    ['another text', { query: '{ __typename }' }],
    ['one of its texts in another layout', { query: ` ${names}` }],
    ['an introspection', { query: getIntrospectionQuery() }],
    ['a text with its hash', { query: '{ __typename }', ...byHash(sha256('{ __typename }')) }],
    ['a hash', byHash(sha256('{ __typename }'))],
    ['a name', { documentId: 'three' }],
    ['what every object has', { documentId: 'constructor' }],
  ])('%s that is not on it is refused, to readers and to editors', async (_, body) => {
    for (const headers of [{}, { authorization: `Bearer ${key}` }]) {
      const { body: told } = await post(body, headers);
      expect(told).toEqual({
        errors: [
          {
            message: expect.stringMatching(/^This server answers documents of its operator's list only/) as string,
            extensions: { code: 'PERSISTED_QUERY_NOT_IN_LIST' },
          },
        ],
      });
    }
  });

  test('a browser is told why there is no explorer', async () => {
    const page = await server.send('/graphql', { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.text).toContain('This server answers trusted documents only');
  });
});

test("a list beside whatever else is asked: Relay's and GraphQL Code Generator's form", async () => {
  const server = await startTestServer({ config: { trustedDocuments: fileOf({ abc: names, [sha256(two)]: two }) } });
  try {
    for (const body of [{ documentId: 'abc' }, { query: names }, { documentId: `sha256:${sha256(names)}` }]) {
      const answer = await server.send('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect(answer.body.data).toEqual({ people: { edges: [] } });
    }
    expect((await server.post('{ __typename }')).body.data).toEqual({ __typename: 'Query' });
    const unknown = await server.send('/graphql?documentId=abd');
    expect(unknown.body.errors?.[0]?.extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
  } finally {
    await server.close();
  }
});

describe('a list with mistakes', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await openTestDatabase();
  });

  afterAll(() => database.close());

  async function mistakeOf(trustedDocuments: string): Promise<string> {
    const starting = createServer({ database, config: { ...database.config, trustedDocuments }, log: database.log });
    const error: unknown = await starting.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(StartError);
    return (error as StartError).message;
  }

  test('all of them are told, each with the name of its document', async () => {
    const file = fileOf(
      apolloManifest([
        { id: 'parse', body: '{' },
        { id: 'schema', body: '{ nothing } ' },
        { id: 'later operation', body: 'query A { __typename } query B { nobody }' },
        { id: 'fragments', body: 'fragment F on Query { __typename }' },
        { id: 'large', body: `{ ${'a: __typename '.repeat(50)} }` },
        { id: sha256('other'), body: '{ __typename }' },
        { id: `sha256:${sha256('other')}`, body: '{ __typename }' },
        { id: 'twice', body: '{ __typename }' },
        { id: 'twice', body: '{ viewer { role } }' },
        { id: 'x'.repeat(201), body: '{ __typename }' },
        { id: 'right', body: names },
      ]),
    );
    const [head, ...lines] = (await mistakeOf(file)).split('\n');
    expect(head).toBe(`TRUSTED_DOCUMENTS: not every document in ${file} can be answered. Correct the list:`);
    expect(lines).toEqual([
      '- "parse": Syntax Error: Expected Name, found <EOF>.',
      '- "schema": Cannot query field "nothing" on type "Query".',
      '- "later operation": Cannot query field "nobody" on type "Query". Did you mean "node"?',
      expect.stringMatching(/^- "fragments": /) as string,
      '- "large": The document has 50 aliases; 30 are allowed. Ask for less at once.',
      `- "${sha256('other')}": The name is a SHA-256, but not that of the document's text.`,
      `- "sha256:${sha256('other')}": The name is a SHA-256, but not that of the document's text.`,
      '- "twice": Two documents have this name.',
      expect.stringMatching(/^- "x{100}": No client can send this name\. /) as string,
    ]);
  });

  test.each([
    ['no JSON', '{', /is not JSON/],
    ['a list of another form', [names], /is no list of documents/],
    [
      'a manifest of another version',
      { format: 'apollo-persisted-query-manifest', version: 2, operations: [] },
      /is no list/,
    ],
  ])('a file that holds %s', async (_, content, message) => {
    expect(await mistakeOf(fileOf(content))).toMatch(message);
  });

  test('a file that is not there', async () => {
    expect(await mistakeOf(path.join(folder, 'nowhere.json'))).toMatch(/nowhere.json can't be read/);
  });
});
