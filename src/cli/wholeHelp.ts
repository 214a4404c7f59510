import type { Command, Help } from 'commander';

/** A word of the command line and what it is for. */
type Item = readonly [term: string, description: string];

/** All commands that do something, with their full names: `key create`, not `key`. */
function leaves(command: Command, helper: Help, before = ''): { readonly name: string; readonly command: Command }[] {
  return command.commands.flatMap((one) =>
    one.commands.length > 0
      ? leaves(one, helper, `${before}${one.name()} `)
      : [{ name: before + helper.subcommandTerm(one), command: one }],
  );
}

function itemsOf(command: Command, helper: Help): Item[] {
  return [
    ...helper.visibleArguments(command).map((one): Item => [helper.argumentTerm(one), helper.argumentDescription(one)]),
    ...helper
      .visibleOptions(command)
      .filter((one) => one.long !== '--help')
      .map((one): Item => [helper.optionTerm(one), helper.optionDescription(one)]),
  ];
}

/** The help of a program on one page: each command, and all that each takes. */
export function wholeHelp(program: Command, helper: Help): string {
  const commands = leaves(program, helper);
  const width = Math.max(...commands.flatMap(({ command }) => itemsOf(command, helper)).map(([term]) => term.length));
  const lineWidth = helper.helpWidth ?? 80;
  const parts = commands.map(({ name, command }) =>
    [
      name,
      helper.boxWrap(command.description(), lineWidth - 2).replace(/^/gm, '  '),
      ...itemsOf(command, helper).map(([term, description]) => helper.formatItem(term, width, description, helper)),
    ].join('\n'),
  );
  return [
    `Usage: ${program.name()} <command> [options]`,
    program.description(),
    ...parts,
    `${program.name()} <command> --help tells more of one command. Where the database is comes from the same settings as\nthe server's: npm start -- --help lists them.\n`,
  ].join('\n\n');
}
