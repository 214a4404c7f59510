import { serverAudits } from 'graphql-http';
import { startTestServer, type TestServer } from '../harness/server';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(() => server.close());

// The suite of the GraphQL over HTTP specification itself, under its own ids.
const audits = serverAudits({ url: () => `${server.url}/graphql` });

test('all of them are here', () => {
  expect(audits).toHaveLength(61);
});

test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s %s', async (_, __, audit) => {
  const result = await audit.fn();
  if (result.status !== 'ok') throw new Error(`${result.status}: ${result.reason}`);
});
