import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sampleSlug } from '../src/explorer/openingExample';
import { packageRoot } from '../src/packageRoot';
import type { Viewer } from '../src/auth/audience';
import { visitors } from './articles/newsroom';
import { makeKey } from './harness/keys';
import { startTestServer, type TestServer } from './harness/server';

const page = 'totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const speaker = 'speaker { __typename ... on Entity { name aliases } }';
const quote = `text citation kind cue { text } ${speaker} saidIn { name } paragraph { index }`;
const quotes = `quotes(first: 2) { ${page} edges { node { ${quote} } } }`;
const article = `headline provider { name } ${quotes}`;
const articles = `articles(first: 2) { ${page} edges { cursor node { ${article} } } }`;

/** Every root field, asked for much and deep. `$id` is the id of a record of the type that the field gives. */
const cases: Readonly<Record<string, string>> = {
  node: `query ($id: ID!) { node(id: $id) { id __typename ... on Article { ${article} } ... on Person { ${articles} } } }`,
  nodes: `query ($id: ID!) { nodes(ids: [$id, "person_00000000-0000-0000-0000-000000000000"]) { ... on Article { ${article} } } }`,
  viewer: '{ viewer { role name __typename } }',
  article: `{ article(by: { slug: "${sampleSlug}" }) {
    headline body wordCount status located { name within { name } } subjects { edges { node { name } } } ${quotes}
    paragraphs { text quotes { text } } images { caption photographer { name } people { name } } corrections { text }
    people { ${page} edges { node { name roles { title organization { name } } ${articles} } } }
    organizations { edges { node { name people { edges { node { name } } } } } }
    places { edges { node { name within { name children { totalCount } } } } }
    mentions { edges { node { rel spans { text } entity { name externalIds { value } } } } }
    versions { edges { node { number } } } rewrittenFrom { headline } translations { totalCount } } }`,
  articles: `{ ${articles} }`,
  person: `{ person(by: { slug: "marco-rubio" }) { name roles { title } ${articles} quotes(last: 3) { ${page} } mentions { totalCount } } }`,
  people: `{ people(filter: { name: "Melanie Jolie" }) { ${page} edges { node { name ${articles} } } } }`,
  organization: `{ organization(by: { slug: "newsnation" }) { name parent { name } providedArticles { ${page} } people { totalCount } ${articles} } }`,
  organizations: `{ organizations(filter: { nameStartsWith: "n" }, orderBy: NAME) { ${page} edges { node { name ${articles} } } } }`,
  place: `{ place(by: { slug: "canada" }) { name within { name } children { ${page} edges { node { name ${articles} } } } ${quotes.replace('quotes', 'quotesSaidHere')} } }`,
  places: `{ places(filter: { placeKind: [COUNTRY, CITY] }, last: 5) { ${page} edges { node { name ${articles} } } } }`,
  subject: `{ subject(by: { code: "medtop:11000000" }) { name ${articles} } }`,
  subjects: `{ subjects { ${page} edges { node { code ${articles} } } } }`,
  quote: `query ($id: ID!) { quote(id: $id) { ${quote} spans { text prefix suffix } article { ${article} } } }`,
  quotes: `{ quotes(filter: { words: "cartels" }, orderBy: RELEVANCE) { ${page} edges { node { ${quote} article { headline } } } } }`,
  search: `{ search(text: "cooperation Mexico", first: 5) { ${page} edges { score snippet node {
    id ... on Article { ${article} } ... on Quote { ${quote} } ... on Place { ${articles} } } } } }`,
  withdrawal: '{ withdrawal(by: { slug: "withdrawn" }) { slug kind notice withdrawnAt } }',
  articleDiff: `query ($id: ID!) { articleDiff(article: $id, from: 1, to: 2) { from to changes { kind text }
    quotes { state quote { ${quote} article { ${article} } } } } }`,
  auditEntries: `{ auditEntries(first: 5) { ${page} edges { node { actor action record {
    id ... on Article { ${article} } ... on ApiKey { name } } } } } }`,
  apiKeys: `{ apiKeys(first: 5) { ${page} edges { cursor node { id name role prefix createdAt revokedAt } } } }`,
};

/**
 * The root fields that take another number than one: what no table holds, and the diff, whose edit script is not SQL's to make:
 * the two texts and their quotes are fetched first.
 */
const statementsFor: Readonly<Record<string, number>> = { viewer: 0, articleDiff: 3 };

/** A restricted field is asked as the role that it takes, the others as a reader. */
const roleFor: Readonly<Record<string, Viewer['role']>> = {
  articleDiff: 'EDITOR',
  auditEntries: 'EDITOR',
  apiKeys: 'ADMIN',
};

let server: TestServer;
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  server = await startTestServer({
    seeded: true,
    config: { responseCacheBytes: 0 }, // what is asked of the database, each time
    viewerOf: ({ headers }) => ({ role: (headers['x-test-role'] ?? 'READER') as Viewer['role'], name: 'test' }),
  });
  await server.database.pool.query(`
    WITH topic AS (INSERT INTO subject (code, name) VALUES ('medtop:11000000', 'Politics') RETURNING id)
    INSERT INTO article_subject (article_id, subject_id) SELECT article.id, topic.id FROM article, topic`);
  const { body } = await server.post(
    '{ articles { edges { node { id } } } quotes(first: 1) { edges { node { id } } } }',
  );
  const found = body.data as Record<'articles' | 'quotes', { edges: [{ node: { id: string } }] }>;
  const [articleId, quoteId] = [found.articles.edges[0].node.id, found.quotes.edges[0].node.id];
  ids = { node: articleId, nodes: articleId, quote: quoteId, articleDiff: await withdrawnArticle() };
  await makeKey(server.database, 'ADMIN');
});

/** The id of an article of two versions that was published and withdrawn: what restricted fields have something to tell of. */
async function withdrawnArticle(): Promise<string> {
  const { draft, done } = visitors(server);
  const { id } = await draft('One word.', { slug: 'withdrawn' });
  await done('reviseArticle', { id, expectedVersion: 1, body: 'Two words.' });
  await done('publishArticle', { id, expectedVersion: 2 });
  await done('withdrawArticle', { id, expectedVersion: 2, kind: 'KILL', notice: 'It was wrong.' });
  return id;
}

afterAll(() => server.close());

test('every root field has a case', () => {
  const schema = buildSchema(readFileSync(path.join(packageRoot, 'schema.graphql'), 'utf8'));
  expect(Object.keys(cases).sort()).toEqual(Object.keys(schema.getQueryType()!.getFields()).sort());
});

test.each(Object.entries(cases))('Query.%s', async (field, query) => {
  const sent = await server.statementsOf(async () => {
    const headers = { 'x-test-role': roleFor[field] ?? 'READER' };
    const { status, body } = await server.post(query, ids[field] === undefined ? {} : { id: ids[field] }, headers);
    expect(body.errors).toBeUndefined();
    expect(status).toBe(200);
    expect(body.data![field] ?? null).not.toBeNull();
  });
  expect(sent).toHaveLength(statementsFor[field] ?? 1);
});

const others: readonly (readonly [string, string, number])[] = [
  [
    'all root fields at once, with introspection',
    `{ a: ${articles} b: quotes(first: 1) { totalCount } viewer { role } __typename __schema { queryType { name } } }`,
    1,
  ],
  ['introspection', '{ __schema { types { name fields { name } } } __type(name: "Quote") { description } }', 0],
  ['nothing but a name', '{ __typename }', 0],
  ['what is skipped', `{ __typename articles @skip(if: true) { totalCount } }`, 0],
  ['a document that is refused', '{ articles { kicker } }', 0],
  ['arguments that are refused', '{ articles(first: -1) { totalCount } }', 0],
  [
    'an operation that costs too much',
    `{ articles(first: 100) { edges { node { people(first: 100) { edges { node { ${articles} } } } } } } }`,
    0,
  ],
];

test.each(others)('%s', async (_, query, statements) => {
  expect(await server.statementsOf(() => server.post(query))).toHaveLength(statements);
});

test('the count sees what a client of the pool sends', async () => {
  const sent = await server.statementsOf(async () => {
    const client = await server.database.pool.connect();
    await client.query('SELECT 1');
    await client.query({ name: 'two', text: 'SELECT 2' });
    client.release();
    await server.database.pool.query('SELECT 3');
  });
  expect(sent).toEqual(['SELECT 1', 'SELECT 2', 'SELECT 3']);
});
