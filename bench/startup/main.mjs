import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { familyOf, memoryOf, shareOf } from '../memory.mjs';
import { start, startFlags, verbatimMain } from '../programs.mjs';
import { median } from '../compare/table.mjs';

const { values: options } = parseArgs({
  options: {
    tries: { type: 'string', default: '5' },
    later: { type: 'string', default: '2' },
    idle: { type: 'string', default: '5' },
  },
});

const question = JSON.stringify({
  query: '{ articles(first: 1) { edges { node { headline quotes { totalCount } } } } }',
});

/** Asks until there is an answer with data. */
async function firstAnswer(url) {
  for (;;) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: question,
    }).catch(() => null);
    const answer = await response?.json().catch(() => null);
    if (answer?.data?.articles.edges.length === 1) return;
    await sleep(5);
  }
}

/** Starts the program on a data folder. @returns ms to the first answer, to the end after SIGTERM, and memory when idle. */
async function once(dataDir, idleSeconds) {
  const since = performance.now();
  const server = await start('verbatim', verbatimMain, {
    execArgv: startFlags(),
    env: { DATA_DIR: dataDir, DATABASE_URL: '' },
    ready: '/health/live',
  });
  await firstAnswer(server.url);
  const answered = performance.now() - since;
  await sleep(idleSeconds * 1000);
  const { resident } = memoryOf(server.pid);
  const postgres = familyOf(server.pid).filter(({ name }) => name.startsWith('postgres'));
  const memory = {
    node: resident,
    postgres: postgres.reduce((sum, { pid }) => sum + shareOf(pid), 0),
    processes: postgres.length,
  };
  const stopping = performance.now();
  const code = await server.stop();
  if (code !== 0) throw new Error(`It ended with code ${code}.\n${server.printed()}`);
  return { answered, stopped: performance.now() - stopping, memory };
}

const line = (name, numbers, unit) =>
  console.log(
    `${name.padEnd(44)} ${median(numbers).toFixed(0).padStart(6)} ${unit}   (${Math.min(...numbers).toFixed(0)} to ${Math.max(...numbers).toFixed(0)}, ${numbers.length} tries)`,
  );

async function main() {
  const [first, later] = [[], []];
  for (let i = 0; i < Number(options.tries); i += 1) {
    const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-startup-'));
    const dataDir = path.join(folder, 'data');
    try {
      first.push(await once(dataDir, 0));
      for (let j = 0; j < Number(options.later); j += 1)
        later.push(await once(dataDir, j === 0 ? Number(options.idle) : 0));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const idle = later.filter((_, i) => i % Number(options.later) === 0).map(({ memory }) => memory);
  line(
    'first start, to the first answer',
    first.map(({ answered }) => answered),
    'ms',
  );
  line(
    'later starts, to the first answer',
    later.map(({ answered }) => answered),
    'ms',
  );
  line(
    'SIGTERM to the end',
    [...first, ...later].map(({ stopped }) => stopped),
    'ms',
  );
  line(
    `Node's memory, idle for ${options.idle} s (RSS)`,
    idle.map(({ node }) => node),
    'MB',
  );
  line(
    `PostgreSQL's memory, ${idle[0].processes} processes (PSS)`,
    idle.map(({ postgres }) => postgres),
    'MB',
  );
  line(
    'both',
    idle.map(({ node, postgres }) => node + postgres),
    'MB',
  );
}

await main();
