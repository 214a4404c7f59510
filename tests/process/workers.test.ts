import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openTestDatabase } from '../harness/database';
import { endPrograms, startProgram, untilNobodyIn } from '../harness/program';
import { until } from '../harness/until';
import { headlines, lives, workersOf } from './workers';

jest.setTimeout(120_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'verbatim-workers-'));
});
afterEach(async () => {
  await endPrograms();
  await untilNobodyIn(folder);
  rmSync(folder, { recursive: true, force: true });
});

test('workers share the port and the embedded database; one that dies is replaced; the end is in order', async () => {
  const program = startProgram({ DATA_DIR: folder }, undefined, ['--workers', '2']);
  const url = await program.url();
  const [first, second] = [...workersOf(program).values()];
  for (let i = 0; i < 10; i++) expect(await headlines(url)).toBe(1);
  for (const worker of [1, 2]) await program.says(`"worker":${worker},"requestId"`); // both have answered

  process.kill(first!, 'SIGKILL');
  await program.says('a worker ended by itself and is replaced');
  await until('a third worker', () => workersOf(program).size >= 3, { seen: program.output });
  for (let i = 0; i < 10; i++) expect(await headlines(url)).toBe(1);
  await program.says('"worker":3,"requestId"');

  program.process.kill('SIGTERM');
  expect(await program.ended).toBe(0);
  expect([second!, workersOf(program).get(3)!].filter(lives)).toEqual([]);
});

test('workers do not outlive their lead, however it ends', async () => {
  const program = startProgram({ DATA_DIR: folder, WORKERS: '2' });
  await program.url();
  const pids = [...workersOf(program).values()];
  expect(pids).toHaveLength(2);
  program.process.kill('SIGKILL');
  await program.ended;
  await until('no worker lives', () => !pids.some(lives));
});

test('what stands in the way of the first worker is said once, and ends the program', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const database = await openTestDatabase();
  const program = startProgram({ DATABASE_URL: database.url, PORT: String(port), WORKERS: '3' });
  expect(await program.ended).toBe(1);
  expect(program.complaint().match(/is in use by another program/g)).toHaveLength(1);
  other.close();
  await database.close();
});

test('words on the command line that are not understood are told', async () => {
  const program = startProgram({ DATA_DIR: folder }, undefined, ['--worker=2']);
  expect(await program.ended).toBe(1);
  expect(program.complaint()).toMatch(
    /^The command line is not understood: --worker=2\. All that it takes is --workers/,
  );
});
