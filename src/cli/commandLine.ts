import { Command, Help, InvalidArgumentError, Option } from 'commander';
import type { Database } from '../data/database';
import { type FormatName, writers } from '../export/formats';
import { readers } from '../import/formats';
import type { Log } from '../log';
import type { AccessRole } from '../contract/schema.types';
import { parseDateTime } from '../contract/scalars';
import { exportFile } from './exporting';
import { printChanges } from './changes';
import { bringDemo } from './demo';
import { extractFile } from './extracting';
import { type ImportArguments, importFiles } from './importing';
import { createKey, listKeys, revokeKey } from './keys';
import { wholeHelp } from './wholeHelp';

/** Opens the database for the time of the work. */
type WithDatabase = (work: (database: Database, log: Log) => Promise<void>) => Promise<void>;

interface Output {
  readonly json?: true;
}

/** What can be asked for on the command line. Parsing it runs the command; what is not understood throws a CommanderError. */
export function commandLine(withDatabase: WithDatabase): Command {
  const program: Command = new Command('verbatim')
    .description('Looks after a Verbatim: run it where the server runs.')
    .configureHelp({
      formatHelp: (command, helper) =>
        command === program ? wholeHelp(command, helper) : Help.prototype.formatHelp.call(helper, command, helper),
    })
    .exitOverride();
  addImport(program, withDatabase);
  addExtract(program);
  program
    .command('demo')
    .description('bring in 16 articles of Wikinews (CC BY 2.5), with what extraction finds in them')
    .action(() => withDatabase(bringDemo));
  program
    .command('export')
    .description(
      'write everything as JSON Lines that import takes: drafts, embargoed and withdrawn articles too. Keys and the audit trail are not in it',
    )
    .argument('[file]', 'where to; without it, or with -, to stdout', '-')
    .addOption(new Option('--format <name>', 'the format').choices(Object.keys(writers)).default('records'))
    .action((file: string, { format }: { format: FormatName }) =>
      withDatabase((database) => exportFile(database, file, format)),
    );
  addChanges(program, withDatabase);
  addKeys(program, withDatabase);
  return program;
}

function addKeys(program: Command, withDatabase: WithDatabase): void {
  const key = program.command('key').description('API keys: who may write, and who may read where not everybody may');
  key
    .command('create')
    .description('make a key; it is shown this once, alone on stdout')
    .requiredOption('--name <name>', 'whose it is or what it is for')
    .addOption(new Option('--role <role>', 'READER, EDITOR or ADMIN').argParser(roleIn).makeOptionMandatory())
    .option('--expires <time>', 'when it stops working: 2027-01-31T00:00:00Z, or 90d for days from now', timeIn)
    .option('--json', 'print the key and what is stored of it as JSON')
    .action((options: { name: string; role: AccessRole; expires?: string } & Output) =>
      withDatabase((database) => createKey(database, options)),
    );
  key
    .command('list')
    .description('print all keys, the latest first; the keys themselves are kept nowhere')
    .option('--json', 'print them as JSON')
    .action((options: Output) => withDatabase((database) => listKeys(database, options)));
  key
    .command('revoke')
    .description('make a key useless, at once')
    .argument('<key>', 'its id, the first characters of it (8 at the least), or the key itself')
    .option('--json', 'print what is stored of it as JSON')
    .action((given: string, options: Output) => withDatabase((database) => revokeKey(database, given, options)));
}

function addChanges(program: Command, withDatabase: WithDatabase): void {
  program
    .command('changes')
    .description(
      'print what a shared cache (a CDN) is to purge, as it changes: one JSON object a line, until it is stopped',
    )
    .addOption(
      new Option('--again <seconds>', 'print each line once more after so long; 0 for not')
        .argParser(secondsIn)
        .default(5),
    )
    .addHelpText('after', '\nLines are {"keys":["…"]}, or {"everything":true} where a change may have been missed.')
    .action((options: { again: number }) => withDatabase((database, log) => printChanges(database, options, log)));
}

function addExtract(program: Command): void {
  program
    .command('extract')
    .description(
      'print the quotes, speakers and names that would be found in an article; needs no database, writes nothing',
    )
    .argument('<file>', 'a text file, or - for stdin')
    .option('--json', 'print what was found as JSON')
    .action((given: string, options: Output) => extractFile(given, options));
}

function addImport(program: Command, withDatabase: WithDatabase): void {
  const formats = ['auto', ...Object.keys(readers)];
  program
    .command('import')
    .description(
      'bring articles in: ninjs, NewsML-G2, NITF, RSS, Atom, Reuters-21578, JSON Lines, plain text. The same input again changes nothing',
    )
    .argument('<path>', 'a file, a folder with all below it, or - for stdin')
    .addOption(new Option('--format <name>', 'what it is').choices(formats).default('auto', 'by its content'))
    .option('--dry-run', 'write nothing: list on stdout what would become of each item, and what would become visible')
    .option('--draft', 'bring everything in as drafts')
    .option('--publish', 'publish what has no word for its state too, such as plain texts, which are drafts otherwise')
    .option(
      '--provider <name>',
      'whose items these are, where they do not tell: tells equal ids of two providers apart',
    )
    .option('--extract', 'look the words through for quotes, speakers, people, places and organizations')
    .addHelpText(
      'after',
      '\nEnds with 0 when all items are there, 3 when some could not be imported (each is named), 130 when it was interrupted.',
    )
    .action((given: string, options: ImportArguments) =>
      withDatabase(async (database, log) => {
        process.exitCode = await importFiles(database, given, options, log);
      }),
    );
}

function roleIn(given: string): AccessRole {
  const role = (['READER', 'EDITOR', 'ADMIN'] as const).find((one) => one === given.toUpperCase());
  if (!role) throw new InvalidArgumentError('It must be READER, EDITOR or ADMIN.');
  return role;
}

function secondsIn(given: string): number {
  if (!/^\d{1,4}$/.test(given))
    throw new InvalidArgumentError('It must be a whole number of seconds, 9999 at the most.');
  return Number(given);
}

function timeIn(given: string): string {
  const days = /^(\d{1,5})d$/.exec(given)?.[1];
  if (days !== undefined) return new Date(Date.now() + Number(days) * 86_400_000).toISOString();
  try {
    return parseDateTime(given);
  } catch {
    throw new InvalidArgumentError(
      'It must be a time with a zone such as 2027-01-31T00:00:00Z, or a number of days such as 90d.',
    );
  }
}
