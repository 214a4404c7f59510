import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import pg from 'pg';
import { databaseUrl } from '../databaseUrl.mjs';
import { operations } from '../operations.mjs';
import { floorMain, start, startFlags, verbatimMain } from '../programs.mjs';
import { added, cpuOf, cpuOfSessions } from './cpu.mjs';
import { ask, compare } from './sameness.mjs';
import { median, row, table } from './table.mjs';
import { variablesOf } from './variables.mjs';

const { values: options } = parseArgs({
  options: {
    operations: { type: 'string', default: '1,2,3,4,5' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    connections: { type: 'string', default: '50' },
    warmup: { type: 'string', default: '3' },
    samples: { type: 'string', default: '50' },
    only: { type: 'string' }, // floor | verbatim: that side alone, without comparing
  },
});
const wanted = new Set(options.operations.split(',').map(Number));
const script = fileURLToPath(new URL('load.lua', import.meta.url));
const run = promisify(execFile);

/** Puts one side under load. @returns requests, seconds, latencies (ms), and the CPU (ms) that they took. */
async function load(client, side, bodies, seconds) {
  const [program, sessions] = [cpuOf(side.pid), await cpuOfSessions(client)];
  const { stdout } = await run('wrk', [
    '-t1',
    `-c${options.connections}`,
    `-d${seconds}s`,
    '-s',
    script,
    side.url,
    '--',
    bodies,
  ]).catch((error) => {
    throw error.code === 'ENOENT' ? new Error('wrk is not installed. On Debian: apt-get install wrk') : error;
  });
  const result = JSON.parse(stdout.trim().split('\n').at(-1));
  if (result.failed > 0)
    throw new Error(
      `${side.name}: ${result.failed} requests failed (${result.failures}).\n${side.printed().slice(-2000)}`,
    );
  return {
    ...result,
    perSecond: result.requests / result.seconds,
    programCpu: (cpuOf(side.pid) - program) / result.requests,
    databaseCpu: added(sessions, await cpuOfSessions(client)) / result.requests,
  };
}

/** @returns the row of the table for one operation, and whether both sides gave the same answers. */
async function measure(client, sides, operation, folder) {
  const sets = await variablesOf(client, operation.name);
  const lines = sets.map((variables) =>
    JSON.stringify({ operationName: operation.name, query: operation.query, variables }),
  );
  const bodies = path.join(folder, operation.name);
  writeFileSync(bodies, `${lines.join('\n')}\n`);
  const samples = lines.filter((_, i) => i % Math.max(1, Math.floor(lines.length / Number(options.samples))) === 0);
  const complaints = options.only ? [] : await compare(sides[0], sides[1], samples);
  for (const complaint of complaints.slice(0, 3)) console.log(`${operation.file}  ${complaint}`);

  for (const side of sides) await load(client, side, bodies, options.warmup);
  const results = new Map(sides.map((side) => [side.name, []]));
  for (let round = 0; round < Number(options.rounds); round += 1) {
    const order = round % 2 === 0 ? sides : sides.toReversed();
    for (const side of order) results.get(side.name).push(await load(client, side, bodies, options.seconds));
  }
  const sizes = [];
  for (const line of samples) sizes.push((await ask(sides.at(-1).url, line)).bytes);
  return {
    same: complaints.length === 0,
    row: row(operation, results, { bytes: median(sizes), compared: samples.length, wrong: complaints.length }),
  };
}

async function main() {
  const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-bench-'));
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const sides = [];
  try {
    if (options.only !== 'verbatim')
      sides.push(await start('floor', floorMain, { env: { DATABASE_URL: databaseUrl }, ready: '/' }));
    if (options.only !== 'floor')
      sides.push(await start('verbatim', verbatimMain, { execArgv: startFlags(), env: { DATABASE_URL: databaseUrl } }));
    const rows = [];
    for (const operation of operations.filter(({ number }) => wanted.has(number))) {
      const { same, row: line } = await measure(client, sides, operation, folder);
      rows.push(line);
      if (!same) process.exitCode = 1;
    }
    console.log(table(rows));
    if (process.exitCode === 1) console.log('The two sides do not answer the same.');
  } finally {
    await Promise.all(sides.map((side) => side.stop()));
    await client.end();
    rmSync(folder, { recursive: true });
  }
}

await main();
