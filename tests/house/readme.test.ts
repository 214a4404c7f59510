import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseConfig, settingNames } from '../../src/settings/config';
import { packageRoot } from '../../src/packageRoot';
import { makeKey } from '../harness/keys';
import { startTestServer, type TestServer } from '../harness/server';
import { filesBelow } from './houseRules';
import { linksIn, mappedFolders, printedRequests, settingsIn } from './readme';

const readme = readFileSync(path.join(packageRoot, 'README.md'), 'utf8');

test('the map names the folders of src that there are, and no others', () => {
  const folders = readdirSync(path.join(packageRoot, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'generated')
    .map(({ name }) => name);
  expect(mappedFolders(readme).sort()).toEqual(folders.sort());
});

test('the map is read as it is meant', () => {
  const map = '```\nsrc/\n  main.ts   starts it\n  people/ places/   features\n  auth/   keys\ndocs/\n```\n';
  expect(mappedFolders(map)).toEqual(['people', 'places', 'auth']);
});

test('links lead to files that are there', () => {
  const files = new Set(filesBelow(packageRoot, ['.ci', 'bench', 'docs', 'prisma', 'src', 'tests']));
  const folders = new Set([...files].flatMap((file) => [path.posix.dirname(file), file.split('/')[0]!]));
  const there = new Set([...files, ...folders, ...readdirSync(packageRoot)]);
  const links = linksIn(readme);
  expect(links).toContain('docs/operating.md');
  expect(links.filter((link) => !there.has(link.replace(/\/$/, '')))).toEqual([]);
});

test('the settings are those that the program reads, with their presets', () => {
  const settings = settingsIn(readme);
  expect(Object.keys(settings).sort()).toEqual([...settingNames].sort());
  const given = Object.fromEntries(Object.entries(settings).filter(([, preset]) => preset !== ''));
  expect(parseConfig({ ...given, DATA_DIR: path.join(packageRoot, given.DATA_DIR!) })).toEqual(parseConfig({}));
});

describe('what is printed', () => {
  let server: TestServer;
  beforeAll(async () => (server = await startTestServer({ seeded: true })));
  afterAll(() => server.close());

  test('are a query and mutations', () => {
    const queries = printedRequests(readme).map(({ request }) => queryIn(request));
    expect(queries).toEqual([
      expect.stringMatching(/^\{ person/),
      expect.stringMatching(/^mutation \{ draftArticle/),
      expect.stringMatching(/^mutation \{ extractArticle/),
    ]);
  });

  test.each(printedRequests(readme))('is the answer to %j', async ({ request, answer }) => {
    const query = queryIn(request);
    const asEditor = query.startsWith('mutation');
    const headers = asEditor ? (await makeKey(server.database, 'EDITOR')).headers : {};
    expect((await server.post(query, {}, headers)).body).toEqual(JSON.parse(answer));
  });
});

function queryIn(request: string): string {
  return (JSON.parse(request) as { query: string }).query;
}
