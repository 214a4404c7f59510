import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../packageRoot';

const usage = `Usage: npm start -- [options]

Starts the server: on the embedded PostgreSQL, or on the server of DATABASE_URL. SIGTERM or Ctrl-C stops it.

Options:
  --workers <number>  processes behind the port; another way to say WORKERS
  --demo              bring in 16 articles of Wikinews (CC BY 2.5), with what extraction finds in them
  --help              print this

Commands beside it, for keys, import and export: npx verbatim --help

Settings, all optional, from the environment or from a file .env; with the values that are taken without them:
`;

/** What `npm start -- --help` prints: how to start the server, and all that can be set. */
export function serverHelp(): string {
  const [, ...settings] = readFileSync(path.join(packageRoot, '.env.example'), 'utf8').trim().split('\n\n');
  return `${usage}\n${settings.map(explained).join('\n')}`;
}

/** One setting of .env.example: sentences in comments, and the line that sets it, which is an example where commented out. */
function explained(block: string): string {
  const lines = block.split('\n');
  const setting = lines.pop() ?? '';
  const sentences = lines.map((line) => line.replace(/^# /, '      '));
  const [name = '', value = ''] = setting.replace(/^# /, '').split(/=(.*)/);
  return [setting.startsWith('# ') ? `  ${name}, such as ${value}` : `  ${name}=${value}`, ...sentences, ''].join('\n');
}
