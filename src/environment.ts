import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Config, parseConfig } from './config';
import { packageRoot } from './packageRoot';
import { StartError } from './startError';

/**
 * The configuration of this process: the environment, and below it the file .env. Only here is the environment read.
 * @throws StartError naming every mistake
 */
export function readEnvironment(): Config {
  const file = path.join(packageRoot, '.env');
  try {
    if (existsSync(file)) process.loadEnvFile(file);
  } catch (error) {
    throw new StartError(`${file} can't be read. Correct or remove it.`, { cause: error });
  }
  return parseConfig(process.env);
}
