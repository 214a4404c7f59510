import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { node } from '../programs.mjs';
import { embedded, onServer } from './databases.mjs';
import { archiveOf } from './items.mjs';
import { watch } from './watch.mjs';

const { values: options } = parseArgs({
  options: {
    items: { type: 'string', default: '10000' },
    holding: { type: 'string', default: '0,500000' },
    engines: { type: 'string', default: 'server,embedded' },
    ways: { type: 'string', default: 'plain,extract' },
    input: { type: 'string' },
  },
});
const command = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const engines = { server: onServer, embedded };

/** Runs one import. @returns what it says at its end, seconds, CPU and memory */
async function run({ env, name }, input, extract) {
  const since = performance.now();
  const args = ['--enable-source-maps', command, 'import', input, ...(extract ? ['--extract'] : [])];
  const child = spawn(node, args, {
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => (said += text));
  const closed = once(child, 'close');
  const used = await watch(child, name);
  await closed;
  const seconds = (performance.now() - since) / 1000;
  const summary = said.trim().split('\n').at(-1);
  const created = Number(/^(\d+) new/.exec(summary)?.[1]);
  if (!created) throw new Error(`Nothing was imported.\n${said}`);
  return { ...used, seconds, created, summary };
}

function tell(what, { created, seconds, main, threads, database, resident, peak }) {
  const each = (time) => (time / created).toFixed(2).padStart(6);
  console.log(
    `${what.padEnd(30)} ${String(created).padStart(7)} ${(created / seconds).toFixed(0).padStart(6)} ${each(main)} ${each(threads)} ${each(database)} ${resident.toFixed(0).padStart(6)} ${peak.toFixed(0).padStart(6)}`,
  );
}

console.log(`${'engine, articles there, way'.padEnd(30)}     new    a s   CPU ms an article     memory, MB`);
console.log(`${''.padEnd(45)}   main  other  datab.  mean   most`);
const list = (given) => given.split(',');
const cases = list(options.holding).flatMap((holding) =>
  list(options.engines).flatMap((engine) =>
    list(options.ways).map((way) => ({ holding: Number(holding), engine, way })),
  ),
);
for (const { holding, engine, way } of cases) {
  const input = options.input ?? (await archiveOf(Number(options.items), holding || 500_000));
  const database = await engines[engine](holding);
  try {
    tell(`${engine}, ${holding}, ${way}`, await run(database, input, way === 'extract'));
  } finally {
    await database.drop();
  }
}
