import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { openScratch } from '../harness/scratch';
import { endPrograms, processesIn, startProgram, untilNobodyIn, type Program } from '../harness/program';
import { until } from '../harness/until';
import { headline, sample, stopped } from './sampleServed';

jest.setTimeout(120_000);

async function untilReady(url: string, ready: boolean): Promise<void> {
  await until(`ready: ${ready}`, async () => (await fetch(`${url}/health/ready`)).ok === ready);
}

/** A session on the embedded database beside the program's own. */
async function session(dataDir: string): Promise<Client> {
  const client = new Client({ host: path.join(dataDir, 'postgresql'), user: 'verbatim', database: 'verbatim' });
  client.on('error', () => {});
  await client.connect();
  return client;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'verbatim-life-'));
});
afterEach(async () => {
  await endPrograms();
  await untilNobodyIn(folder);
  rmSync(folder, { recursive: true, force: true });
});

test('the first start serves the sample article, the second keeps the data, SIGTERM and SIGINT end with 0', async () => {
  const first = startProgram({ DATA_DIR: folder });
  expect(await headline(await first.url())).toBe(sample);
  expect(first.output()).toContain('the sample article is loaded');
  const client = await session(folder);
  await client.query(`UPDATE organization SET name = 'Kept' WHERE name = 'NewsNation'`);
  await client.end();
  await stopped(first);
  expect(processesIn(folder)).toEqual([]);
  expect(readdirSync(folder)).toEqual(['postgresql']);

  const second = startProgram({ DATA_DIR: folder });
  expect(await headline(await second.url())).toBe(sample);
  expect(second.output()).not.toContain('the sample article is loaded');
  const again = await session(folder);
  const { rowCount } = await again.query(`SELECT FROM organization WHERE name = 'Kept'`);
  expect(rowCount).toBe(1);
  await again.end();
  second.process.kill('SIGINT');
  expect(await second.ended).toBe(0);
});

test('a start right after a kill does not trip over what is still ending', async () => {
  for (let round = 0; round < 3; round++) {
    const program = startProgram({ DATA_DIR: folder });
    await program.url();
    program.process.kill('SIGKILL');
    await program.ended;
  }
  const last = startProgram({ DATA_DIR: folder });
  expect(await headline(await last.url())).toBe(sample);
  await stopped(last);
});

test('a second process on the same folder says so and stops, the first goes on', async () => {
  const first = startProgram({ DATA_DIR: folder });
  const url = await first.url();
  const second = startProgram({ DATA_DIR: folder });
  expect(await second.ended).toBe(1);
  expect(second.complaint()).toBe(
    `Another Verbatim (process ${first.process.pid} on ${hostname()}) is running on the data folder ${folder}. Stop it first, or set DATA_DIR (and PORT) for this one.`,
  );
  expect(await headline(url)).toBe(sample);
  await stopped(first);
});

test('of several that start at once on an empty folder, no more than one serves and the others say why', async () => {
  const programs = [1, 2, 3].map(() => startProgram({ DATA_DIR: folder }));
  const serving = await Promise.all(
    programs.map((program) =>
      program.url().then(
        () => true,
        () => false,
      ),
    ),
  );
  for (const [index, program] of programs.entries()) {
    if (serving[index]) continue;
    expect(await program.ended).toBe(1);
    expect(program.complaint()).toMatch(/^Another Verbatim \(process \d+ on .+\) is running/);
  }
  expect(serving.filter(Boolean)).toHaveLength(1);
  for (const [index, program] of programs.entries()) if (serving[index]) await stopped(program);
});

describe('with a request in hand', () => {
  let program: Program;
  let answer: Promise<string>;
  let holdingUp: Client;
  beforeEach(async () => {
    program = startProgram({ DATA_DIR: folder });
    const url = await program.url();
    holdingUp = await session(folder);
    await holdingUp.query('BEGIN; LOCK TABLE article IN ACCESS EXCLUSIVE MODE');
    answer = headline(url);
    answer.catch(() => {}); // looked at later
    const other = await session(folder);
    const waiting = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'`;
    await until('a statement that waits', async () => (await other.query(waiting)).rowCount);
    await other.end();
  });

  test('it is finished before the end, also when npm and the terminal both pass the signal on', async () => {
    program.process.kill('SIGTERM');
    program.process.kill('SIGINT');
    await program.says('requests in hand are finished');
    const health = await fetch(`${await program.url()}/health/ready`, { headers: { connection: 'close' } });
    expect([health.status, await health.json()]).toEqual([
      503,
      { status: 'unavailable', reason: 'The server is closing.' },
    ]);
    await holdingUp.query('COMMIT');
    await holdingUp.end();
    expect(await answer).toBe(sample);
    expect(await program.ended).toBe(0);
  });

  test('a second signal, sent on purpose, ends the program at once, and PostgreSQL with it', async () => {
    program.process.kill('SIGTERM');
    await program.says('requests in hand are finished');
    await pause(600); // what comes within half a second counts as the same signal
    program.process.kill('SIGTERM');
    expect(await program.ended).toBe(1);
    await expect(answer).rejects.toThrow();
    await untilNobodyIn(folder);
  });
});

test('a signal during the start ends it in good order', async () => {
  const program = startProgram({ DATA_DIR: folder });
  const note = path.join(folder, 'postgresql', 'postmaster.pid');
  await until('PostgreSQL’s note of its pid', () => existsSync(note), { everyMs: 1, seen: program.output });
  await stopped(program);
  expect(program.output()).not.toContain('Verbatim is running');
});

test('a signal ends a start that waits for others', async () => {
  const database = await openScratch();
  const client = new Client(database.connection);
  await client.connect();
  await client.query('SELECT pg_advisory_lock(7263458112)'); // another node has begun to start, and does not go on
  const program = startProgram({ DATABASE_URL: database.url });
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'`;
  await until('it waits for the start lock', async () => (await client.query(waiting)).rowCount);
  await stopped(program);
  expect(program.output()).toContain('the start was left in the middle');
  await client.end();
  await database.drop();
});

test('a PostgreSQL that ends by itself is started again, and the program is ready again', async () => {
  const program = startProgram({ DATA_DIR: folder });
  const url = await program.url();
  const pid = Number.parseInt(readFileSync(path.join(folder, 'postgresql', 'postmaster.pid'), 'utf8'), 10);
  process.kill(pid, 'SIGKILL');
  await program.says('is started again');
  await untilReady(url, true);
  expect(await headline(url)).toBe(sample);
  await stopped(program);
});

test('works in a folder whose path is longer than a socket address, with spaces and accents', async () => {
  const dataDir = path.join(folder, 'a folder with spaces, é and "quotes"', 'x'.repeat(120));
  const program = startProgram({ DATA_DIR: dataDir });
  expect(await headline(await program.url())).toBe(sample);
  const second = startProgram({ DATA_DIR: dataDir });
  expect(await second.ended).toBe(1);
  expect(second.complaint()).toMatch(/^Another Verbatim \(process \d+ on .+\) is running/);
  await stopped(program);
});
