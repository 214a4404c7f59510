import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { packageRoot } from '../../src/packageRoot';

jest.setTimeout(300_000);

let parent: string;
beforeAll(() => (parent = mkdtempSync(path.join(os.tmpdir(), 'verbatim clone '))));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

/** What is made here, and belongs to no clone. */
const made = ['.git', 'node_modules', 'dist', 'data', 'coverage', 'src/generated'];

/** The project as it is in git, in an empty folder, with the packages that are installed here. */
function freshClone(): string {
  const clone = path.join(parent, 'verbatim');
  cpSync(packageRoot, clone, {
    recursive: true,
    filter: (file) => path.basename(file) !== 'node_modules' && !made.includes(path.relative(packageRoot, file)),
  });
  symlinkSync(path.join(packageRoot, 'node_modules'), path.join(clone, 'node_modules'));
  return clone;
}

test('npx verbatim works before any build, builds once, and says so', () => {
  const clone = freshClone();
  const run = () => {
    const { status, stdout, stderr } = spawnSync('npx', ['verbatim', 'extract', '-'], {
      cwd: clone,
      encoding: 'utf8',
      input: 'Bridge reopens\n\n“It holds,” said Ana Gómez.\n',
      env: { ...process.env, npm_config_offline: 'true', npm_config_update_notifier: 'false' },
    });
    return { status, stderr, found: stdout.includes('Ana Gómez') };
  };
  expect(run()).toEqual({ status: 0, stderr: 'Building Verbatim from its sources …\n', found: true });
  expect(run()).toEqual({ status: 0, stderr: '', found: true });
});
