import { rmSync } from 'node:fs';
import { endPrograms } from '../harness/program';
import { halfwayFolder, killAndStartAgain, kinds, lengthOf } from './killedStarts';

/** How many moments of each kind of start are tried, evenly over its whole length: KILL_MOMENTS=60 for a finer sweep. */
const moments = Number(process.env.KILL_MOMENTS ?? 20);

jest.setTimeout(moments * 120_000);

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('kill -9 at any moment of a start needs no hand', () => {
  let halfway: string;
  const summary: string[] = [];
  beforeAll(async () => {
    halfway = await halfwayFolder();
  });
  afterAll(async () => {
    await endPrograms();
    rmSync(halfway, { recursive: true, force: true });
    process.stdout.write(`${summary.join('\n')}\n`);
  });

  test.each(kinds)('%j', async (kind) => {
    const length = await lengthOf(kind, halfway);
    const problems: unknown[] = [];
    for (let i = 0; i < moments; i++) {
      const afterMs = Math.round((length * (i + 1)) / moments);
      const problem = await killAndStartAgain(kind, afterMs, halfway);
      if (problem !== undefined) problems.push({ afterMs, problem });
    }
    summary.push(
      `killed ${kind.of}, ${kind.start} start, ${kind.on}: ${moments} moments in ${Math.round(length)} ms, ${problems.length} needed a hand`,
    );
    expect(problems).toEqual([]);
  });
});
