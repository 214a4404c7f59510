import { rmSync } from 'node:fs';
import { endPrograms } from '../harness/program';
import { halfwayFolder, killAndStartAgain, kinds, lengthOf } from './killedStarts';

jest.setTimeout(300_000);

const onLinux = process.platform === 'linux' ? describe : describe.skip;

// Each kind at one moment, another one each time; killedStarts.long.test.ts sweeps over all of them.
onLinux('a start that is killed (kill -9) is made good by the next one', () => {
  let halfway: string;
  beforeAll(async () => {
    halfway = await halfwayFolder();
  });
  afterAll(async () => {
    await endPrograms();
    rmSync(halfway, { recursive: true, force: true });
  });

  test.each(kinds)('%j', async (kind) => {
    const part = Math.random();
    const problem = await killAndStartAgain(kind, part * (await lengthOf(kind, halfway)), halfway);
    expect({ kind, part, problem }).toEqual({ kind, part, problem: undefined });
  });
});
