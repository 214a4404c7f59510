import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageRoot } from '../../src/packageRoot';

// What a Relay client writes: pages that can be asked for again, from a root field, from a record, and over a union.
const client = {
  'HomePage.ts': `graphql\`
    query HomePageQuery($words: String) { ...HomePage_articles @arguments(words: $words) }
  \`;
  graphql\`
    fragment HomePage_articles on Query
    @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" }, words: { type: "String" })
    @refetchable(queryName: "HomePageArticlesQuery") {
      articles(first: $count, after: $cursor, filter: { words: $words }) @connection(key: "HomePage_articles") {
        totalCount
        edges { node { headline ...ArticleCard_article } }
      }
    }
  \`;`,
  'ArticleCard.ts': `graphql\`
    fragment ArticleCard_article on Article
    @argumentDefinitions(count: { type: "Int", defaultValue: 3 }, cursor: { type: "String" })
    @refetchable(queryName: "ArticleCardQuotesQuery") {
      headline
      quotes(last: $count, before: $cursor) @connection(key: "ArticleCard_quotes") {
        edges { node { text speaker { __typename ... on Person { name } ... on Organization { name } } } }
      }
    }
  \`;`,
  'EntityPage.ts': `graphql\`
    query EntityPageQuery($id: ID!) { node(id: $id) { ...EntityPage_entity @alias } }
  \`;
  graphql\`
    fragment EntityPage_entity on Entity
    @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" })
    @refetchable(queryName: "EntityPageMentionsQuery") {
      name
      mentions(first: $count, after: $cursor) @connection(key: "EntityPage_mentions") {
        edges { node { rel article { headline } } }
      }
    }
  \`;`,
  'SearchPage.ts': `graphql\`
    query SearchPageQuery($text: String!) { ...SearchPage_results @arguments(text: $text) }
  \`;
  graphql\`
    fragment SearchPage_results on Query
    @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" }, text: { type: "String!" })
    @refetchable(queryName: "SearchPageResultsQuery") {
      search(text: $text, first: $count, after: $cursor) @connection(key: "SearchPage_search") {
        edges { snippet node { __typename id ... on Article { headline } ... on Quote { citation } } }
      }
    }
  \`;`,
};

/** Runs Relay's compiler over a client and a contract in a folder of their own; gives its words, throws when it refuses. */
function compile(folder: string, sources: Record<string, string>, contract?: string): string {
  mkdirSync(path.join(folder, 'src'), { recursive: true });
  for (const [name, text] of Object.entries(sources)) writeFileSync(path.join(folder, 'src', name), text);
  copyFileSync(path.join(packageRoot, 'schema.graphql'), path.join(folder, 'schema.graphql'));
  if (contract) writeFileSync(path.join(folder, 'schema.graphql'), contract);
  writeFileSync(
    path.join(folder, 'relay.config.json'),
    JSON.stringify({
      src: './src',
      schema: './schema.graphql',
      language: 'typescript',
      customScalarTypes: { DateTime: 'string', Date: 'string' },
      typescriptExcludeUndefinedFromNullableUnion: true,
    }),
  );
  return execFileSync(process.execPath, [require.resolve('relay-compiler/cli.js'), 'relay.config.json'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: 'pipe',
  });
}

describe("Relay's compiler", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'verbatim-relay-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  test('accepts the contract, with pages of every kind', () => {
    compile(folder, client);
    const made = path.join(folder, 'src/__generated__');
    expect(existsSync(path.join(made, 'EntityPageMentionsQuery.graphql.ts'))).toBe(true);
    const article = readFileSync(path.join(made, 'ArticleCard_article.graphql.ts'), 'utf8');
    expect(article).toContain('readonly __typename: "Organization"');
    expect(article).toContain('"direction": "backward"');
  });

  test('refuses a contract whose lists it cannot page', () => {
    const contract = readFileSync(path.join(packageRoot, 'schema.graphql'), 'utf8');
    const withoutEdges = contract.replace(/(type QuoteConnection \{\s+"The page\."\s+)edges/, '$1items');
    expect(() => compile(folder, client, withoutEdges)).toThrow(/edges/);
  });

  test('refuses a client that asks for what is not there', () => {
    const wrong = { 'Wrong.ts': 'graphql`query WrongQuery { articles { edges { node { kicker } } } }`;' };
    expect(() => compile(folder, wrong)).toThrow(/kicker/);
  });
});
