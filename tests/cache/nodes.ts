import { type Cable, openCable } from '../harness/cable';
import { openTestDatabase } from '../harness/database';
import { makeKey, type TestKey } from '../harness/keys';
import { type Answer, startTestServer, type TestServer } from '../harness/server';
import { sessionOf } from '../../src/data/connection';
import { openPools } from '../../src/data/database';

/** Two nodes on one database; the first one's line for hearing of changes can be cut by itself. */
export interface Nodes {
  readonly server: TestServer;
  readonly other: TestServer;
  readonly line: Cable;
  readonly editor: TestKey;
  readonly reader: TestKey;
  /** The slugs of published articles. */
  readonly slugs: readonly string[];
  /** Asks for an article's page, and tells whether the answer was ready. */
  page(slug: string, node?: TestServer): Promise<Asked>;
  ask(query: string, node?: TestServer, headers?: Readonly<Record<string, string>>): Promise<Asked>;
  /** Changes an article's byline by a mutation at a node. */
  edit(slug: string, byline: string, node?: TestServer): Promise<void>;
  close(): Promise<void>;
}

export interface Asked {
  readonly answer: Answer;
  readonly wasReady: boolean;
}

const articlePage = `query Page($slug: String!) {
  article(by: { slug: $slug }) { id byline body quotes { edges { node { text speaker { ... on Person { name } } } } } }
}`;

/** Opens them, with three published articles that say the same. */
export async function openNodes(): Promise<Nodes> {
  const database = await openTestDatabase({ seeded: true });
  const line = await openCable({ on: database });
  const server = await startTestServer({ database: { ...database, newClient: () => line.database.newClient() } });
  const otherPools = openPools(sessionOf(database.connection, database.config), database.config, database.log);
  const other = await startTestServer({ database: { ...database, ...otherPools, close: () => otherPools.close() } });
  const [editor, reader] = [await makeKey(database, 'EDITOR'), await makeKey(database, 'READER')];

  const ask: Nodes['ask'] = async (query, node = server, headers = {}) => {
    let answer: Answer | undefined;
    const statements = await node.statementsOf(async () => (answer = await node.post(query, {}, headers)));
    return { answer: answer!, wasReady: statements.every((text) => /^\/\* (viewer|note use) \*\//.test(text)) };
  };
  const change = async (mutation: string, input: object, node = server): Promise<Record<string, unknown>> => {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const text = `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { article { id slug version } userErrors { message } } }`;
    const { body } = await node.post(text, { input }, editor.headers);
    const { article, userErrors } = (body.data as { done: { article: Record<string, unknown>; userErrors: unknown[] } })
      .done;
    expect(userErrors).toEqual([]);
    return article;
  };
  const slugs: string[] = [];
  for (const headline of ['First bridge', 'Second bridge', 'Third bridge']) {
    const { id, version, slug } = await change('draftArticle', { headline, body: '“It holds,” the mayor said.' });
    await change('publishArticle', { id, expectedVersion: version });
    slugs.push(slug as string);
  }
  return {
    server,
    other,
    line,
    editor,
    reader,
    slugs,
    ask,
    page: (slug, node) => ask(articlePage.replace('($slug: String!)', '').replace('$slug', JSON.stringify(slug)), node),
    async edit(slug, byline, node = server) {
      const found = await node.post(
        'query ($slug: String!) { article(by: { slug: $slug }) { id version } }',
        { slug },
        editor.headers,
      );
      const { id, version } = (found.body.data as { article: { id: string; version: number } }).article;
      await change('reviseArticle', { id, byline, expectedVersion: version }, node);
    },
    async close() {
      await other.close();
      await server.stop();
      await line.database.close();
      await database.close();
    },
  };
}
