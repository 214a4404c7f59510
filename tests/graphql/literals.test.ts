import { sampleSlug } from '../../src/explorer/openingExample';
import { recordLog } from '../harness/logLines';
import { startTestServer, type TestServer } from '../harness/server';
import { until } from '../harness/until';

const { log, lines } = recordLog();
/** One that has been asked before for what differs in literals only, and one that never has. */
let taught: TestServer;
let fresh: TestServer;

beforeAll(async () => {
  taught = await startTestServer({ seeded: true, log, config: { responseCacheBytes: 0 } });
  fresh = await startTestServer({ seeded: true, config: { responseCacheBytes: 0 } });
});

afterAll(async () => {
  await fresh.close();
  await taught.close();
});

let asked = 0;

/** Asks the one that was asked before. */
async function ask(query: string, variables?: Record<string, unknown>): Promise<string> {
  asked++;
  return (await taught.post(query, variables, { 'x-request-id': `request-${asked}` })).text;
}

/** What the log says of the last requests: whether their documents were known. */
async function known(count: number): Promise<unknown[]> {
  const last = Array.from({ length: count }, (_, i) => `request-${asked - i}`);
  const told = () => new Map(lines.map((line) => [line.requestId, line.known]));
  await until('the log tells of all', () => last.every((id) => told().has(id)));
  return last.map((id) => told().get(id));
}

interface Pair {
  /** Asked first; the second differs from it in literals and layout only, and comes after. */
  readonly first: string;
  readonly second: string;
  readonly variables?: Record<string, unknown>;
  /** Whether the second can be answered as the first: otherwise it is not valid, or has another form. */
  readonly known: boolean;
}

const pairs: Readonly<Record<string, Pair>> = {
  'a text': {
    first: 'query A1 { article(by: { slug: "none" }) { headline } }',
    second: `query A1 { article(by: { slug: "${sampleSlug}" }) { headline } }`,
    known: true,
  },
  'another layout': {
    first: 'query A2 { articles(first: 1) { totalCount } }',
    second: '# a comment\nquery A2 {\n  articles(first: 1), { totalCount }\n}',
    known: true,
  },
  'a number that decides how many rows come': {
    first: 'query A3 { people(first: 1) { edges { node { name } } } }',
    second: 'query A3 { people(first: 3) { edges { node { name } } } }',
    known: true,
  },
  'a number that is too large for its argument': {
    first: 'query A4 { people(first: 1) { totalCount } }',
    second: 'query A4 { people(first: 101) { totalCount } }',
    known: true,
  },
  'a number that is too large for an Int': {
    first: 'query A5 { people(first: 1) { totalCount } }',
    second: 'query A5 {\n people(first: 99999999999) { totalCount } }',
    known: false,
  },
  'a moment that is none': {
    first: 'query A6 { articles(filter: { publishedFrom: "2020-01-01T00:00:00Z" }) { totalCount } }',
    second: 'query A6 { articles(filter: { publishedFrom: "2020-02-31T00:00:00Z" }) { totalCount } }',
    known: false,
  },
  'a moment in another zone': {
    first: 'query A7 { articles(filter: { publishedFrom: "2020-01-01T00:00:00Z" }) { totalCount } }',
    second: 'query A7 { articles(filter: { publishedFrom: "2020-01-01T01:00:00+01:00" }) { totalCount } }',
    known: true,
  },
  'an id as a number': {
    first: 'query A8 { node(id: "5") { id } }',
    second: 'query A8 { node(id: 5) { id } }',
    known: false,
  },
  'ids in a list': {
    first: 'query A9 { nodes(ids: ["a", "b"]) { id } }',
    second: 'query A9 { nodes(ids: ["person_00000000-0000-0000-0000-000000000000", "nobody"]) { id } }',
    known: true,
  },
  'one id where a list is wanted': {
    first: 'query B1 { nodes(ids: "a") { id } }',
    second: 'query B1 { nodes(ids: "person_00000000-0000-0000-0000-000000000000") { id } }',
    known: true,
  },
  'merged fields whose arguments are equal no longer': {
    first: 'query B2 { a: person(by: { slug: "x" }) { name } a: person(by: { slug: "x" }) { slug } }',
    second: 'query B2 { a: person(by: { slug: "x" }) { name } a: person(by: { slug: "y" }) { slug } }',
    known: false,
  },
  'merged fields in other words': {
    first: 'query B3 { a: person(by: { slug: "x" }) { name } a: person(by: { slug: "x" }) { slug } }',
    second:
      'query B3 { a: person(by: { slug: "marco-rubio" }) { name } a: person(by: { slug: "marco-rubio" }) { slug } }',
    known: true,
  },
  'a block string': {
    first: 'query B4 { person(by: { slug: """x""" }) { name } }',
    second: 'query B4 { person(by: { slug: """\n  marco-rubio\n  """ }) { name } }',
    known: true,
  },
  'a block string beside an equal text': {
    first: 'query B5 { a: person(by: { slug: "x" }) { name } a: person(by: { slug: "x" }) { slug } }',
    second: 'query B5 { a: person(by: { slug: "x" }) { name } a: person(by: { slug: """x""" }) { slug } }',
    known: false,
  },
  'the escapes of a text': {
    first: 'query B6 { person(by: { slug: "x" }) { name } }',
    second: 'query B6 { person(by: { slug: "\\u006darco-rubio" }) { name } }',
    known: true,
  },
  'U+0000': {
    first: 'query B7 { person(by: { slug: "x" }) { name } }',
    second: 'query B7 { person(by: { slug: "\\u0000" }) { name } }',
    known: true,
  },
  'one literal for arguments of several types': {
    first: 'query B8 { person(by: { slug: "x" }) { name } node(id: "x") { id } }',
    second: 'query B8 { person(by: { slug: "marco-rubio" }) { name } node(id: "marco-rubio") { id } }',
    known: true,
  },
  'literals in fragments and in other operations': {
    first:
      'query B9 { ...F } fragment F on Query { person(by: { slug: "x" }) { name quotes(first: 2) { totalCount } } }',
    second:
      'query B9 { ...F } fragment F on Query { person(by: { slug: "marco-rubio" }) { name quotes(first: 1) { totalCount } } }',
    known: true,
  },
  'the name of a type': {
    first: 'query C1 { __type(name: "Person") { name } }',
    second: 'query C1 { __type(name: "Query") { name kind: __typename } }'.replace(' kind: __typename', ''),
    known: true,
  },
  'a default value, which stays what it is': {
    first: 'query C2($n: Int = 1) { people(first: $n) { edges { node { name } } } }',
    second: 'query C2($n: Int = 2) { people(first: $n) { edges { node { name } } } }',
    known: false,
  },
  'a wrong variable, told by its line and column': {
    first: 'query C3($n: Int!) { person(by: { slug: "x" }) { quotes(first: $n) { totalCount } } }',
    second: '\n\n  query C3($n: Int!) { person(by: { slug: "marco-rubio" }) { quotes(first: $n) { totalCount } } }',
    variables: { n: 'many' },
    known: true,
  },
  'a variable that is missing': {
    first: 'query C4($s: String!) { person(by: { slug: $s }) { quotes(first: 1) { totalCount } } }',
    second: 'query C4($s: String!)\n{ person(by: { slug: $s }) { quotes(first: 2) { totalCount } } }',
    known: true,
  },
  'variables that are named like those in the places of literals': {
    first: 'query C5($s: String!) { person(by: { slug: $s }) { name quotes(first: 1) { totalCount } } }',
    second: 'query C5($s: String!) { person(by: { slug: $s }) { name quotes(first: 2) { totalCount } } }',
    variables: { s: 'marco-rubio', '0: Int': 50 },
    known: true,
  },
  'both a page from the start and one from the end': {
    first: 'query C6 { people(first: 1, last: 2) { totalCount } }',
    second: 'query C6 { people(first: 2, last: 1) { totalCount } }',
    known: true,
  },
};

test.each(Object.entries(pairs))('%s', async (_, { first, second, variables, known: isKnown }) => {
  await ask(first, variables);
  const answer = await ask(second, variables);
  expect(answer).toBe((await fresh.post(second, variables)).text);
  expect((await known(1))[0]).toBe(isKnown ? true : /"code":"GRAPHQL_/.test(answer) ? undefined : false);
});

test('one client with hundreds of literals has one operation, one plan and one prepared statement, and others keep theirs', async () => {
  const other = 'query Other($slug: String!) { person(by: { slug: $slug }) { name } }';
  for (let i = 0; i < 2; i++) await ask(other, { slug: 'marco-rubio' });
  const statements = await taught.statementsOf(async () => {
    for (let i = 0; i < 200; i++) await ask(`query Many { article(by: { slug: "a-${i}" }) { headline } }`);
  });
  expect(new Set(statements).size).toBe(1);
  expect(statements).toHaveLength(200);
  expect((await known(200)).filter((each) => each === false)).toHaveLength(1);
  const { rows } = await taught.database.pool.query<{ count: number }>(
    "select count(*)::int as count from pg_prepared_statements where statement like '%read Many%'",
  );
  expect(rows[0]!.count).toBe(1);
  await ask(other, { slug: 'melanie-joly' });
  expect(await known(1)).toEqual([true]);
});
