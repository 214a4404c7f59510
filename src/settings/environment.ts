import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Config, parseConfig, settingNames } from './config';
import { type NearMiss, nearMisses } from './nearMisses';
import { packageRoot } from '../packageRoot';
import { StartError } from '../errors/startError';

/**
 * The configuration of this process: the command line, the environment, and below them the file .env. Only here is the
 * environment read.
 * @param args what the server was started with: `--workers N` is another way to say WORKERS
 * @throws StartError naming every mistake
 */
export function readEnvironment(args: readonly string[] = []): Config {
  const { workers } = parseArguments(args);
  const file = path.join(packageRoot, '.env');
  try {
    if (existsSync(file)) process.loadEnvFile(file);
  } catch (error) {
    throw new StartError(`${file} can't be read. Correct or remove it.`, { cause: error });
  }
  return parseConfig(workers === undefined ? process.env : { ...process.env, WORKERS: workers });
}

/** The variables that were probably meant to be settings, .env's too. Call it after `readEnvironment`. */
export function misspeltSettings(): readonly NearMiss[] {
  return nearMisses(process.env, settingNames);
}

/** Whether how to start the server is all that is asked. */
export function asksForHelp(args: readonly string[]): boolean {
  return args.includes('--help') || args.includes('-h');
}

/** Whether the server was started to bring in the articles of the demo. @throws StartError where the arguments are wrong */
export function asksForDemo(args: readonly string[]): boolean {
  return parseArguments(args).demo === true;
}

interface Arguments {
  readonly workers?: string | undefined;
  readonly demo?: boolean | undefined;
}

function parseArguments(args: readonly string[]): Arguments {
  try {
    return parseArgs({ args: [...args], options: { workers: { type: 'string' }, demo: { type: 'boolean' } } }).values;
  } catch (error) {
    throw new StartError(
      `The command line is not understood: ${args.join(' ')}. All that it takes is --workers and a number, --demo, and --help.`,
      { cause: error },
    );
  }
}
