import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
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

test('a worker that hangs is killed and replaced, and holds up no end', async () => {
  const program = startProgram({ DATA_DIR: folder, WORKERS: '2', WORKER_TIMEOUT_SECONDS: '2' });
  const url = await program.url();
  process.kill(workersOf(program).get(1)!, 'SIGSTOP'); // as an endless loop does: it neither answers nor ends
  await program.says('a worker hangs and is killed');
  await until('a third worker', () => workersOf(program).size >= 3, { seen: program.output });
  for (let i = 0; i < 10; i++) expect(await headlines(url)).toBe(1);

  process.kill(workersOf(program).get(3)!, 'SIGSTOP');
  program.process.kill('SIGTERM');
  expect(await program.ended).toBe(0);
  expect([...workersOf(program).values()].filter(lives)).toEqual([]);
});

test('a worker that hangs before it serves is killed and replaced', async () => {
  const hanging = path.join(folder, 'hanging.cjs');
  const hang = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)';
  writeFileSync(hanging, `if (require('node:cluster').worker?.id === 3) ${hang};`);
  const program = startProgram({
    DATA_DIR: path.join(folder, 'data'),
    WORKERS: '2',
    WORKER_TIMEOUT_SECONDS: '2',
    NODE_OPTIONS: `--require ${hanging}`,
  });
  const url = await program.url();
  process.kill(workersOf(program).get(1)!, 'SIGKILL');
  await program.says('a worker hangs and is killed');
  await until('a fourth worker', () => workersOf(program).has(4), { seen: program.output });
  for (let i = 0; i < 10; i++) expect(await headlines(url)).toBe(1);
});
