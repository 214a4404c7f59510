import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { endPrograms, startProgram, untilNobodyIn, type Program } from '../harness/program';
import { until } from '../harness/until';
import { headline, sample, stopped } from './sampleServed';

jest.setTimeout(120_000);

/** What lies in a folder; nothing when it is not there yet. */
function namesIn(where: string): string[] {
  return existsSync(where) ? readdirSync(where) : [];
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

describe('killed during its very first start, it leaves no PostgreSQL behind and the next start works', () => {
  /** The folder in which initdb works, before the finished database gets its name. */
  const unfinished = (): string | undefined => namesIn(folder).find((name) => name.startsWith('postgresql.new-'));
  const hasMade = (file: string) => (): boolean => existsSync(path.join(folder, unfinished() ?? 'none yet', file));
  const hasSaid =
    (words: string) =>
    (program: Program): boolean =>
      program.output().includes(words);

  const moments: [string, (program: Program) => boolean][] = [
    ['the folder is locked', () => namesIn(folder).some((name) => name.startsWith('lock-'))],
    ['initdb has a folder', () => unfinished() !== undefined],
    ['initdb has made the first database', hasMade('base/1/PG_VERSION')],
    ['initdb has made the last database', hasMade('base/5/PG_VERSION')],
    ['the database has its name', () => namesIn(folder).includes('postgresql')],
    ['PostgreSQL starts', () => existsSync(path.join(folder, 'postgresql', 'postmaster.pid'))],
    ['the migrations are applied', hasSaid('migrations applied')],
    ['the sample article is loaded', hasSaid('the sample article is loaded')],
    ['it serves', hasSaid('Ctrl-C stops it.')],
  ];

  test.each(moments)('when %s', async (_, isReached) => {
    const program = startProgram({ DATA_DIR: folder });
    // On a busy machine a moment can go by between two looks: the program is then killed later, which is a moment too.
    const isThere = (): boolean => {
      if (program.process.exitCode !== null) throw new Error(`Ended by itself:\n${program.output()}`);
      return isReached(program) || program.output().includes('Ctrl-C stops it.');
    };
    await until('the moment of the kill', isThere, { everyMs: 1, seen: program.output });
    program.process.kill('SIGKILL');
    expect(await program.ended).toBe('SIGKILL');
    await untilNobodyIn(folder);

    const next = startProgram({ DATA_DIR: folder });
    expect(await headline(await next.url())).toBe(sample);
    const rest = namesIn(folder).map((name) => name.replace(/^lock-.*/, 'lock'));
    expect(rest.sort()).toEqual(['lock', 'postgresql']);
    await stopped(next);
  });
});
