import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { load } from '../compare/load.mjs';
import { ask } from '../compare/sameness.mjs';
import { bodyOf, sides, startSide } from '../compare/sides.mjs';
import { median, table } from '../compare/table.mjs';
import { variablesOf } from '../compare/variables.mjs';
import { databaseUrlOf } from '../databaseUrl.mjs';
import { operations } from '../operations.mjs';

/** What a request costs as the data grows: the program without ready answers, on databases of several sizes, in turns. */
const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '5000,50000,500000' },
    operations: { type: 'string', default: '1,2,3,4,5' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '8' },
    warmup: { type: 'string', default: '3' },
    connections: { type: 'string', default: '50' },
  },
});
const verbatim = sides.find(({ key }) => key === 'verbatim');
const connections = Number(options.connections);

/** The program on a database of a size, and a connection to that database. */
async function open(articles) {
  const databaseUrl = databaseUrlOf(articles);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect().catch((error) => {
    throw new Error(`There are no ${articles} articles: npm run data -- --articles ${articles}`, { cause: error });
  });
  return { articles, client, side: await startSide(verbatim, databaseUrl) };
}

/** Time and CPU of one operation at each size, as medians over the rounds (ms). */
async function measure(opened, operation, folder) {
  const plans = [];
  for (const { articles, client, side } of opened) {
    const lines = (await variablesOf(client, operation.name)).map((variables) => bodyOf(side, operation, variables));
    const file = path.join(folder, `${operation.name}-${articles}`);
    writeFileSync(file, `${lines.join('\n')}\n`);
    const sizes = [];
    for (const line of lines.slice(0, 30)) sizes.push((await ask(side.url, line)).bytes);
    plans.push({ articles, client, side, file, bytes: median(sizes), rounds: [] });
  }
  for (let round = 0; round < Number(options.rounds); round += 1) {
    for (const { client, side, file, rounds } of round % 2 === 0 ? plans : plans.toReversed()) {
      await load(client, side, file, { seconds: Number(options.warmup), connections });
      rounds.push(await load(client, side, file, { seconds: Number(options.seconds), connections }));
    }
  }
  return plans.map(({ articles, bytes, rounds }) => ({
    articles,
    bytes,
    time: median(rounds.map(({ perSecond }) => 1000 / perSecond)),
    cpu: median(rounds.map(({ programCpu, databaseCpu }) => programCpu + databaseCpu)),
    p99: median(rounds.map(({ p99 }) => p99)),
  }));
}

function rowsOf(operation, sizes) {
  return sizes.map(({ articles, bytes, time, cpu, p99 }) => ({
    operation: operation.file.replace('.graphql', ''),
    articles: articles.toLocaleString('en'),
    'time a request, ms': time.toFixed(3),
    'to the smallest': (time / sizes[0].time).toFixed(2),
    'CPU a request, ms': cpu.toFixed(3),
    'by CPU': (cpu / sizes[0].cpu).toFixed(2),
    'p99, ms': p99.toFixed(0),
    'bytes of an answer': bytes.toFixed(0),
  }));
}

async function main() {
  const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-growth-'));
  const wanted = new Set(options.operations.split(',').map(Number));
  const opened = [];
  try {
    for (const size of options.sizes.split(',')) opened.push(await open(Number(size)));
    for (const operation of operations.filter(({ number }) => wanted.has(number)))
      console.log(`${table(rowsOf(operation, await measure(opened, operation, folder)))}\n`);
  } finally {
    for (const { client, side } of opened) {
      await side.stop();
      await client.end();
    }
    rmSync(folder, { recursive: true });
  }
}

await main();
