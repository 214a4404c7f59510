import { makeKey, type TestKey } from '../harness/keys';
import { recordLog } from '../harness/logLines';
import { startTestServer, type TestServer } from '../harness/server';
import { runAlone } from '../harness/testServer';

const { log, lines } = recordLog();
let server: TestServer;
let editor: TestKey;
beforeAll(async () => {
  server = await startTestServer({ seeded: true, log });
  editor = await makeKey(server.database, 'EDITOR');
});
afterAll(() => server.close());

const refused = {
  errors: [
    {
      message:
        'The database can not do this at the moment, for want of resources. Try again later, or tell the operator.',
      extensions: { code: 'SERVICE_UNAVAILABLE' },
    },
  ],
};

/** Has PostgreSQL itself raise what it raises when it is short of something. */
const shortOf = (state: string, name: string, returns: string) =>
  runAlone(
    server.database.connection,
    `CREATE OR REPLACE FUNCTION ${name} RETURNS ${returns} LANGUAGE plpgsql STABLE AS
       $$ BEGIN RAISE EXCEPTION 'could not extend file "base/1/2": secret words' USING ERRCODE = '${state}'; END $$`,
  );

test.each([
  ['53100', /^The disk of the database server is full\. Make room there/],
  ['53200', /^The database server has no memory left\./],
  ['53400', /^The database server has reached a limit of its configuration\./],
  ['53000', /^The database server is short of resources\./],
])(
  'a database that says %s is told as unavailable, to writers and readers, with a word for the operator',
  async (state, cure) => {
    await shortOf(state, 'no_room()', 'trigger');
    await runAlone(
      server.database.connection,
      'CREATE OR REPLACE TRIGGER no_room BEFORE INSERT ON article_version EXECUTE FUNCTION no_room()',
    );
    const draft =
      'mutation { draftArticle(input: { headline: "H", body: "B" }) { article { id } userErrors { message } } }';
    const write = await server.post(draft, {}, editor.headers);
    await runAlone(server.database.connection, 'DROP TRIGGER no_room ON article_version');
    await runAlone(server.database.connection, `ALTER TABLE article RENAME TO kept`);
    await shortOf(state, 'short_read()', 'SETOF kept');
    await runAlone(server.database.connection, `CREATE VIEW article AS SELECT * FROM short_read()`);
    const read = await server.post('{ articles(first: 1) { edges { node { byline } } } }');
    await runAlone(
      server.database.connection,
      'DROP VIEW article; DROP FUNCTION short_read(); ALTER TABLE kept RENAME TO article',
    );
    for (const answer of [write, read]) {
      expect({ status: answer.status, body: answer.body }).toEqual({ status: 503, body: refused });
      expect(answer.headers.get('retry-after')).toBe('5');
      const line = lines.find(({ requestId }) => requestId === answer.headers.get('x-request-id'));
      expect(line).toMatchObject({
        level: 50,
        code: expect.any(String) as string,
        cure: expect.stringMatching(cure) as string,
      });
    }
    expect((await server.send('/health/ready')).status).toBe(200); // what is there can be read
  },
);
