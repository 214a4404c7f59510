import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { endPrograms, startProgram, untilNobodyIn } from '../harness/program';
import { type Run, verbatim } from '../harness/verbatim';
import { lines, ninjs } from './room';

jest.setTimeout(180_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'verbatim-import-'));
  chmodSync(folder, 0o755);
});
afterEach(async () => {
  await endPrograms();
  await untilNobodyIn(folder);
  rmSync(folder, { recursive: true, force: true });
});

test('articles come into the embedded database beside the server that owns it, and without one', async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'verbatim-items-')), 'a.jsonl');
  const bring = (...uris: readonly string[]): Promise<Run> => {
    writeFileSync(file, lines(...uris.map((uri) => ninjs(uri))));
    return verbatim(['import', file], { DATA_DIR: folder });
  };
  const early = await bring('a');
  expect([early.code, early.stderr]).toEqual([
    1,
    expect.stringMatching(/^There is no database in .* yet\. Start Verbatim once/),
  ]);

  const program = startProgram({ DATA_DIR: folder });
  const url = `${await program.url()}/graphql`;
  expect((await bring('a', 'b')).code).toBe(0);
  const query = '{ article(by: { uri: "b" }) { headline } }';
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  expect(((await answer.json()) as { data: unknown }).data).toEqual({ article: { headline: 'Bridge b reopens' } });
  program.process.kill('SIGTERM');
  expect(await program.ended).toBe(0);

  const alone = await bring('a', 'b', 'c');
  expect([alone.code, alone.stderr]).toEqual([0, expect.stringMatching(/^1 new, 0 changed, 2 as they were/m)]);
  rmSync(path.dirname(file), { recursive: true });
});
