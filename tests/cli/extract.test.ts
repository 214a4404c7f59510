import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { printedExtraction } from '../../src/cli/printedExtraction';
import type { Extraction } from '../../src/extraction/extraction';
import { packageRoot } from '../../src/packageRoot';
import { told } from '../linking/told';
import { verbatim } from '../harness/verbatim';

jest.setTimeout(60_000);

const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-extract-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Buffer): string {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
}

const sample = path.join(packageRoot, 'prisma/seed/rubio-mexico-cartels.txt');
// Nothing listens there: a command that wanted a database would fail.
const noDatabase = { DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none' };
const run = (...args: string[]) => verbatim(['extract', ...args], noDatabase);

test('prints the text with its quotes marked, and who says them, without a database and without colours into a pipe', async () => {
  const { code, stdout, stderr } = await run(sample);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^Rubio scraps plan to use US military against cartels in Mexico\n/);
  expect(stdout.replace(/\s+/g, ' ')).toMatch(
    /“\[(\d+) The United States will give support .* makes a request,\]” Rubio said. “\[\1 We are willing .* to Mexico.\]” \[\1\] .*Rubio.* · direct · \d+ % /,
  );
  expect(stdout).toMatch(/\nKIND +NAME +ALSO +TIMES +SURE\n/);
  expect(stdout).not.toContain('\u001b');
});

test('--json gives the extraction itself; - reads stdin; the same text gives the same', async () => {
  const { code, stdout } = await run('--json', sample);
  expect(code).toBe(0);
  const extraction = JSON.parse(stdout) as Extraction;
  const characters = [...extraction.story.body];
  expect(extraction.quotes.length).toBeGreaterThan(5);
  for (const { sources, spans } of extraction.quotes) {
    expect(spans.every(({ start, end }) => end > start && end <= characters.length)).toBe(true);
    for (const { name } of sources) if (name) expect(extraction.story.body).toContain(name);
  }
  const piped = spawnSync(process.execPath, [path.join(packageRoot, 'dist/cli/main.js'), 'extract', '--json', '-'], {
    input: `“Piped,” she said.`,
    env: { PATH: process.env.PATH, ...noDatabase },
    cwd: folder,
    encoding: 'utf8',
  });
  expect((JSON.parse(piped.stdout) as Extraction).story.body).toBe('“Piped,” she said.');
  expect((await run('--json', sample)).stdout).toBe(stdout);
});

test.each([
  ['a file that is not there', () => path.join(folder, 'none.txt'), /^There is no file .*none\.txt\.\n$/],
  ['a folder', () => folder, /is a folder: name one file in it\.\n$/],
  ['an empty file', () => file('empty.txt', ''), /^There is no article in .*empty\.txt/],
  ['a picture', () => file('a.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 0, 0, 2, 0, 3, 0])), /is no text/],
  ['20 MB', () => file('big.txt', 'word '.repeat(4_200_000)), /is larger than 16 MB/],
])('%s is told in a sentence: 1', async (_, given, words) => {
  expect(await run(given())).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(words) as string });
});

test('a text in Latin-1 is read as it was meant', async () => {
  const at = file('latin1.txt', Buffer.from('Un té\n\n"Un té," dijo Inés Gómez.', 'latin1'));
  expect((await run(at)).stdout).toContain('dijo Inés Gómez');
});

test('control characters of a text never reach the terminal', () => {
  const hostile = told('A \u001b[31mheadline', 'He \u001b]0;title\u0007 said \u202eyes.', [{ name: 'He' }]);
  const printed = printedExtraction(hostile, { columns: 80, colours: false });
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
});

test('colours only change the look; quotes within quotes and beyond the first plane keep their brackets', () => {
  const body = 'She said 🦊 “yes” twice.\n\nNo.';
  const extraction = told(
    'Odd',
    body,
    [],
    [{ words: ['🦊 “yes” twice'], kind: 'INDIRECT' }, { words: ['yes'] }, { words: ['No.'], type: 'UNNAMED_GROUP' }],
  );
  const plain = printedExtraction(extraction, { columns: 80, colours: false });
  expect(plain).toContain('She said [1 🦊 “[2 yes]” twice].');
  expect(plain).toContain('[3 No.]\n  [3] several unnamed · direct · 80 %');
  const coloured = printedExtraction(extraction, { columns: 80, colours: true });
  expect(coloured).toContain('\u001b[36m');
  // eslint-disable-next-line no-control-regex -- the codes of colours
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain);
});

test('lines are broken at blanks and no earlier than they must', () => {
  const words = 'a bb ccc dddd '.repeat(20).trim();
  const printed = printedExtraction(told('x', words, []), { columns: 30, colours: false });
  const lines = printed.split('\n\n')[1]!.split('\n');
  expect(lines.join(' ')).toBe(words);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(30);
  expect(lines.slice(0, -1).every((line, i) => line.length + 1 + lines[i + 1]!.split(' ')[0]!.length > 30)).toBe(true);
});
