import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { packageRoot } from '../../src/packageRoot';
import { lines, ninjs, openRoom, type Room } from './room';
import { until } from '../harness/until';

jest.setTimeout(180_000);

let room: Room;
beforeEach(async () => (room = await openRoom()));
afterEach(() => room.close());

const stored = async (): Promise<number> =>
  Number((await room.rows<{ count: string }>('select count(*) from article'))[0]!.count);
const many = (count: number): string => lines(...Array.from({ length: count }, (_, i) => ninjs(`r${i}`)));

/** An import of stdin, which nobody ends. */
function importing(): { child: ChildProcess; told: () => string } {
  const child = spawn(process.execPath, [path.join(packageRoot, 'dist/cli/main.js'), 'import', '-'], {
    cwd: packageRoot,
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, DATABASE_URL: room.database.url, DATA_DIR: '', LOG_LEVEL: '' },
  });
  let told = '';
  child.stderr.on('data', (data: Buffer) => (told += data.toString()));
  return { child, told: () => told };
}

test.each(['SIGINT', 'SIGKILL'] as const)('after %s the same import goes on where it was', async (signal) => {
  const { child, told } = importing();
  const ended = once(child, 'close');
  child.stdin!.on('error', () => {}).write(many(1000));
  await until('500 are stored', async () => (await stored()) >= 500, { everyMs: 20, seen: told });
  child.kill(signal);
  const [code] = (await ended) as [number | null];
  const there = await stored();
  expect(there % 250).toBe(0); // whole batches only
  if (signal === 'SIGINT') {
    expect(code).toBe(130);
    expect(told()).toMatch(/Interrupted\. Run the same again to go on/);
  }
  const again = await room.import(room.file('all.jsonl', many(1000)));
  expect(again.code).toBe(0);
  expect(again.stderr).toContain(`${1000 - there} new, 0 changed, ${there} as they were, 0 not imported`);
  expect(await room.rows('select count(*)::int as versions, max(number) as highest from article_version')).toEqual([
    { versions: 1000, highest: 1 },
  ]);
});

test('two imports of the same at the same time make each article once', async () => {
  const file = room.file('all.jsonl', many(600));
  const runs = await Promise.all([room.import(file), room.import(file)]);
  expect(runs.map(({ code }) => code)).toEqual([0, 0]);
  expect(await stored()).toBe(600);
  expect(await room.rows('select count(*)::int as versions from article_version')).toEqual([{ versions: 600 }]);
});
