import { chmodSync, chownSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageRoot } from '../../src/packageRoot';
import { endPrograms, processesIn, startProgram, untilNobodyIn, type Program } from '../harness/program';
import { type Run, verbatim } from '../harness/verbatim';

jest.setTimeout(180_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'verbatim-keys-'));
  chmodSync(folder, 0o755);
});
afterEach(async () => {
  await endPrograms();
  await untilNobodyIn(folder);
  rmSync(folder, { recursive: true, force: true });
});

const run = (args: string, uid?: number): Promise<Run> => verbatim(args.split(' '), { DATA_DIR: folder }, uid);

async function viewer(program: Program, token: string): Promise<unknown> {
  const response = await fetch(`${await program.url()}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ viewer { role name } }' }),
  });
  return ((await response.json()) as { data?: { viewer: unknown } }).data?.viewer ?? response.status;
}

async function stop(program: Program): Promise<void> {
  program.process.kill('SIGTERM');
  expect(await program.ended).toBe(0);
}

const printed = (program: Program): string[] => program.output().match(/vbt_[\w-]{43}/g) ?? [];

test('the first start prints a key once, on stdout; the command line works beside the server, and without it', async () => {
  const first = startProgram({ DATA_DIR: folder, LOG_LEVEL: 'trace' });
  await first.url();
  const [token] = printed(first);
  expect(printed(first)).toHaveLength(1);
  expect(first.complaint()).toBe('');
  expect(await viewer(first, token!)).toEqual({ role: 'ADMIN', name: 'first administrator' });

  const made = await run('key create --name beside --role EDITOR');
  expect(await viewer(first, made.stdout.trim())).toEqual({ role: 'EDITOR', name: 'beside' });
  expect((await run(`key revoke ${made.stdout.slice(0, 12)}`)).code).toBe(0);
  expect(await viewer(first, made.stdout.trim())).toBe(401);
  await stop(first);
  expect(first.output().split(token!)).toHaveLength(2); // not in the log either, to its last line

  const alone = await run('key create --name alone --role READER');
  expect([alone.code, alone.stdout]).toEqual([0, expect.stringMatching(/^vbt_/)]);
  expect(processesIn(folder)).toEqual([]);
  expect(readdirSync(folder)).toEqual(['postgresql']);

  const second = startProgram({ DATA_DIR: folder, FIRST_ADMIN_KEY: `vbt_${'A'.repeat(43)}` });
  expect(await viewer(second, alone.stdout.trim())).toEqual({ role: 'READER', name: 'alone' });
  expect(await viewer(second, token!)).toEqual({ role: 'ADMIN', name: 'first administrator' });
  expect(await viewer(second, `vbt_${'A'.repeat(43)}`)).toBe(401);
  expect(printed(second)).toEqual([]);
  expect(second.output()).toContain('FIRST_ADMIN_KEY opens nothing');
  await stop(second);
});

test('the first key is the one of FIRST_ADMIN_KEY, which is told nobody again', async () => {
  const token = `vbt_${'Verbatim'.repeat(5)}AAA`;
  for (let start = 0; start < 2; start += 1) {
    const program = startProgram({ DATA_DIR: folder, FIRST_ADMIN_KEY: token, LOG_LEVEL: 'trace' });
    expect(await viewer(program, token)).toEqual({ role: 'ADMIN', name: 'first administrator' });
    await stop(program);
    expect(program.output()).not.toContain(token.slice(12));
    expect(program.output()).not.toContain('FIRST_ADMIN_KEY');
  }
  const { stdout } = await run('key list --json');
  expect(JSON.parse(stdout)).toHaveLength(1);
});

test('a FIRST_ADMIN_KEY that is none is not repeated, and nothing starts', async () => {
  const program = startProgram({ DATA_DIR: folder, FIRST_ADMIN_KEY: 'my-password' });
  expect(await program.ended).toBe(1);
  expect(program.output()).toMatch(/^FIRST_ADMIN_KEY is not understood\. Set it to vbt_ and 43 characters/);
  expect(program.output()).not.toContain('my-password');
});

test('several commands at once on a folder that nobody serves are all carried out', async () => {
  const program = startProgram({ DATA_DIR: folder });
  await program.url();
  program.process.kill('SIGKILL');
  await program.ended;
  const runs = await Promise.all(['a', 'b', 'c'].map((name) => run(`key create --name ${name} --role READER`)));
  expect(runs.filter(({ code }) => code === 0).length).toBeGreaterThan(0);
  const made = runs.map(({ stdout }) => stdout.slice(0, 12)).filter(Boolean);
  const { stdout } = await run('key list --json');
  const listed = (JSON.parse(stdout) as { prefix: string }[]).map(({ prefix }) => prefix);
  expect(listed).toEqual(expect.arrayContaining(made));
});

test('a folder without a database is left as it is', async () => {
  for (const args of ['key list', 'key create --name x --role ADMIN', 'key revoke vbt_AAAAAAAA']) {
    const { code, stderr } = await run(args);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^There is no database in .* yet\. Start Verbatim once/)]);
  }
  expect(readdirSync(folder)).toEqual([]);
});

/** Whether other users may come to the project: not where it lies in root's home. */
function isOpen(place: string): boolean {
  return (statSync(place).mode & 0o001) !== 0 && (place === path.dirname(place) || isOpen(path.dirname(place)));
}

const asRoot = process.getuid?.() === 0 && isOpen(packageRoot) ? test : test.skip;

asRoot('root serves: root may, another user is told why not; and root may where another user serves', async () => {
  const nobody = 65534;
  const program = startProgram({ DATA_DIR: folder });
  await program.url();
  expect((await run('key list')).code).toBe(0);
  const { code, stderr } = await run('key list', 1234);
  expect([code, stderr]).toEqual([
    1,
    `This user may not use the data folder ${folder}. Run this as the user that Verbatim runs as, or as root.\n`,
  ]);
  await stop(program);
  // Handed over, as a restored backup is: now it is the other user's.
  chownSync(folder, nobody, nobody);
  const theirs = await run('key create --name theirs --role EDITOR', nobody);
  expect(theirs).toMatchObject({ code: 0, stdout: expect.stringMatching(/^vbt_/) as string });
  expect((await run('key list')).stdout).toContain('theirs');
  expect((await run('key list', nobody)).stdout).toContain('theirs');
});
