import { type ChildProcess, execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { queryToTry } from '../../src/process/banner';
import { packageRoot } from '../../src/packageRoot';
import { until } from '../harness/until';
import { startAsStranger, stranger } from './stranger';

jest.setTimeout(600_000);

const collect = (...words: string[]) =>
  spawnSync(process.execPath, [path.join(packageRoot, 'scripts/collect.mjs'), ...words], { encoding: 'utf8' });

let parent: string;
let folder: string;
let dataDir: string;
let server: ChildProcess | undefined;
beforeAll(() => {
  parent = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'verbatim collected '));
  chmodSync(parent, 0o755);
  const made = collect(path.join(parent, 'made'));
  expect(made).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Collected \d+ files, \d+ MB/) as string });
  folder = path.join(parent, 'moved', 'program');
  cpSync(path.join(parent, 'made'), folder, { recursive: true, verbatimSymlinks: true });
  rmSync(path.join(parent, 'made'), { recursive: true });
  dataDir = path.join(parent, 'data');
  mkdirSync(dataDir);
  if (stranger !== undefined) chownSync(dataDir, stranger, stranger);
});
afterAll(async () => {
  if (server?.exitCode === null && server.kill('SIGKILL')) await once(server, 'close');
  // Nobody but root can remove what stands in a folder that may only be read.
  spawnSync('chmod', ['-R', 'u+w', parent]);
  rmSync(parent, { recursive: true, force: true });
});

/** The words after "node" with which the image starts something: the exec form of a line of its Dockerfile. */
function imageStarts(line: RegExp): string[] {
  const [, words = ''] = line.exec(readFileSync(path.join(packageRoot, 'Dockerfile'), 'utf8')) ?? [];
  const [node, ...rest] = JSON.parse(words) as string[];
  expect(node).toBe('node');
  return rest;
}

/** Every file and link below the folder, absolute. */
const everything = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name));

/** Runs a program of the folder to its end. */
async function run(args: readonly string[], variables: Record<string, string>, input = '') {
  const child = startAsStranger(folder, args, variables);
  let stdout = '';
  let stderr = '';
  child.stdout!.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr!.on('data', (data: Buffer) => (stderr += data.toString()));
  child.stdin!.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

test('the folder leans on nothing outside, and holds what runs only', () => {
  const files = everything();
  const links = files.filter((file) => lstatSync(file).isSymbolicLink());
  expect(links.filter((link) => !realpathSync(link).startsWith(folder + path.sep))).toEqual([]);
  const naming = files.filter((file) => readFileSync(file).includes(packageRoot));
  expect(naming).toEqual([]);
  const packages = [
    'typescript',
    'esbuild',
    'monaco-editor',
    'react',
    '@prisma/internals',
    '@prisma/schema-engine-wasm',
    '@vercel/nft',
    'jest',
  ];
  expect(packages.filter((name) => existsSync(path.join(folder, 'node_modules', name)))).toEqual([]);
  expect(files.filter((file) => /\.d\.ts$|\.tsx?$|(mysql|sqlite|sqlserver|cockroachdb)\.wasm/.test(file))).toEqual([]);
  expect(existsSync(path.join(folder, 'node_modules/fastify/LICENSE'))).toBe(true);
});

test('a folder that holds something already is left alone', () => {
  const before = everything().length;
  expect(collect(folder)).toMatchObject({ status: 1, stderr: expect.stringMatching(/^Name one folder/) as string });
  expect(collect()).toMatchObject({ status: 1 });
  expect(everything()).toHaveLength(before);
});

test('started as an ordinary user it serves, takes commands, tells its health, and stops with 0', async () => {
  execFileSync('chmod', ['-R', 'a-w', folder]);
  const variables = { PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn' };
  server = startAsStranger(folder, imageStarts(/^CMD (.*)$/m), variables);
  const ended = once(server, 'close');
  let output = '';
  for (const stream of [server.stdout!, server.stderr!])
    stream.on('data', (data: Buffer) => (output += data.toString()));
  await until(
    'it serves',
    () => {
      if (server?.exitCode !== null) throw new Error(`It ended:\n${output}`);
      return output.includes('Ctrl-C stops it.');
    },
    { seconds: 300, seen: () => output },
  );
  const url = /http:\/\/\S+(?=\/graphql)/.exec(output)![0];

  const ask = async (query: string): Promise<string> => {
    const headers = { 'content-type': 'application/json' };
    return (await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) })).text();
  };
  expect(await ask(queryToTry)).toContain('Rubio scraps plan');

  const page = await (await fetch(`${url}/graphql`, { headers: { accept: 'text/html' } })).text();
  const scripts = [...page.matchAll(/"(explorer\/[^"]+)"/g)].map(([, address]) => address!);
  expect(scripts.length).toBeGreaterThan(3);
  const answers = await Promise.all(scripts.map(async (address) => (await fetch(`${url}/${address}`)).status));
  expect(new Set(answers)).toEqual(new Set([200]));

  const port = new URL(url).port;
  const healthy = (at: string) => run(imageStarts(/^HEALTHCHECK .*CMD (.*)$/m), { PORT: at });
  expect(await healthy(port)).toMatchObject({ code: 0 });

  const command = (args: string[], input?: string) => run(['bin/verbatim.mjs', ...args], variables, input);
  expect(await command(['key', 'create', '--name', 'The desk', '--role', 'EDITOR'])).toMatchObject({ code: 0 });
  const item = { uri: 'urn:test:1', headline: 'Bridge reopens', body_text: '“It holds,” said Ana Gómez.' };
  expect(await command(['import', '-', '--extract'], JSON.stringify(item))).toMatchObject({ code: 0 });
  expect(
    await ask('{ article(by: { slug: "bridge-reopens" }) { quotes(first: 1) { edges { node { text } } } } }'),
  ).toContain('It holds,');
  expect((await command(['export'])).stdout).toContain('urn:test:1');
  expect((await command(['--help'])).stdout).toContain('key create');

  server.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(await healthy(port)).toMatchObject({ code: 1 });
});
