import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { commandLine } from '../../src/cli/commandLine';
import { settingNames } from '../../src/settings/config';
import { banner } from '../../src/process/banner';
import { packageRoot } from '../../src/packageRoot';

/** The commands below one that have none below them, with the words that name them. */
function commandsBelow(command: Command, before: readonly string[] = []): { words: string[]; command: Command }[] {
  return command.commands.flatMap((one) => {
    const words = [...before, one.name()];
    return one.commands.length > 0 ? commandsBelow(one, words) : [{ words, command: one }];
  });
}

test('verbatim --help tells every command, and every argument and option of each', () => {
  const program = commandLine(() => Promise.resolve());
  const parts = program.helpInformation().split('\n\n');
  const commands = commandsBelow(program);
  expect(commands.map(({ words }) => words.join(' '))).toEqual(expect.arrayContaining(['import', 'key create']));
  for (const { words, command } of commands) {
    const part = parts.find((one) => one.startsWith(words.join(' ')));
    expect(part?.replace(/\s+/g, ' ')).toContain(command.description());
    for (const { flags } of command.options) expect(part).toContain(`\n  ${flags} `);
    for (const argument of command.registeredArguments) expect(part).toContain(`\n  ${argument.name()} `);
  }
});

test('the help of one command is about that command', () => {
  const command = commandLine(() => Promise.resolve()).commands.find((one) => one.name() === 'export')!;
  expect(command.helpInformation()).toMatch(/^Usage: verbatim export/);
  expect(command.helpInformation()).not.toContain('key create');
});

test.each(['--help', '-h'])('npm start -- %s tells every option and setting, and starts nothing', (option) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(packageRoot, 'dist/main.js'), option], {
    encoding: 'utf8',
    env: { ...process.env, PORT: 'none' },
  });
  expect([status, stderr]).toEqual([0, '']);
  for (const name of settingNames) expect(stdout).toMatch(new RegExp(`^  ${name}[=,].*\n      [A-Z]`, 'm'));
  for (const name of ['--workers <number>', '--demo', 'npx verbatim --help']) expect(stdout).toContain(name);
});

test('the banner ends with where to go next, and all of it is there', () => {
  const next = banner('http://127.0.0.1:4000', { databaseUrl: undefined, dataDir: 'data' }).split(
    'Where to go next:',
  )[1]!;
  expect(next).toMatch(/\n\nCtrl-C stops it\.\n$/);
  expect(next).toContain(':4000/graphql');
  expect(existsSync(path.join(packageRoot, /docs\/\w+\.md/.exec(next)![0]))).toBe(true);
  const named = [...next.matchAll(/npx verbatim (\w+)/g)].map(([, name]) => name);
  expect(named).toEqual(['demo', 'import']);
  const commands = commandLine(() => Promise.resolve()).commands.map((one) => one.name());
  expect(commands).toEqual(expect.arrayContaining(named));
});
