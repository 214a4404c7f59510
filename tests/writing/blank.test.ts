import { isBlank } from '../../src/writing/inputTexts';
import { makeKey, type TestKey } from '../harness/keys';
import { startTestServer, type TestServer } from '../harness/server';

let server: TestServer;
let admin: TestKey;
beforeAll(async () => {
  server = await startTestServer();
  admin = await makeKey(server.database, 'ADMIN');
});
afterAll(() => server.close());

const unseen = [
  '\u200b',
  '\u200d\u2060',
  '\ufeff',
  '\u00ad',
  '\u3164',
  '\u115f\u1160',
  '\uffa0',
  '\u2800',
  '\u3000',
  '\ufe0f',
  '\u{e0020}',
  '\u180e',
];

test.each(unseen)('%j shows nothing, and neither do blanks around it', (text) => {
  expect(isBlank(text)).toBe(true);
  expect(isBlank(` ${text}\n`)).toBe(true);
  expect(isBlank(`a${text}`)).toBe(false);
});

test.each(['.', '—', '☃', '山', '́a', '👩‍🚀', '0'])('%j is something to see', (text) => {
  expect(isBlank(text)).toBe(false);
});

test.each([
  ['addPerson(input: { name: $text })', 'name'],
  ['addPerson(input: { name: "Ann", aliases: [$text] })', 'aliases'],
  ['addOrganization(input: { name: $text })', 'name'],
  ['addPlace(input: { name: $text, placeKind: CITY })', 'name'],
  ['createApiKey(input: { name: $text, role: READER })', 'name'],
  ['draftArticle(input: { headline: $text, body: "B" })', 'headline'],
  ['draftArticle(input: { headline: "H", body: $text })', 'body'],
  ['draftArticle(input: { headline: "H", body: "B", keywords: [$text] })', 'keywords'],
])('%s refuses a text that nobody sees', async (mutation, field) => {
  const query = `mutation ($text: String!) { ${mutation} { userErrors { path message } } }`;
  const { body } = await server.post(query, { text: '\u200b' }, admin.headers);
  const [payload] = Object.values(body.data ?? {}) as { userErrors: { path: string[]; message: string }[] }[];
  expect(payload?.userErrors[0]).toMatchObject({
    path: expect.arrayContaining([field]) as string[],
    message: expect.stringContaining('blank') as string,
  });
});
