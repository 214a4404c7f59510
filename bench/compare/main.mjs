import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { databaseUrlOf } from '../databaseUrl.mjs';
import { memoryOf } from '../memory.mjs';
import { operations } from '../operations.mjs';
import { prepare as preparePostgraphile } from '../peers/postgraphile/prepare.mjs';
import { load } from './load.mjs';
import { report } from './report.mjs';
import { ask, compare } from './sameness.mjs';
import { bodyOf, sides, startSide } from './sides.mjs';
import { statementsOf } from './statements.mjs';
import { variablesOf } from './variables.mjs';
import { weigh } from './weigh.mjs';

const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: '50000' },
    operations: { type: 'string', default: '1,2,3,4,5' },
    only: { type: 'string', default: sides.map(({ key }) => key).join(',') },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '8' },
    warmup: { type: 'string', default: '2' },
    connections: { type: 'string', default: '50' },
    samples: { type: 'string', default: '50' },
    write: { type: 'boolean' },
  },
});
const wantedOperations = new Set(options.operations.split(',').map(Number));
const wantedSides = new Set(options.only.split(','));
const databaseUrl = databaseUrlOf(Number(options.size));

/** The files of bodies that each side is sent, and what is asked to compare the answers. */
function prepare(folder, operation, sets, side) {
  const lines = sets.map((variables) => bodyOf(side, operation, variables));
  if (!lines[0]) return null;
  const file = path.join(folder, `${operation.name}-${side.key}`);
  writeFileSync(file, `${lines.join('\n')}\n`);
  const step = Math.max(1, Math.floor(lines.length / Number(options.samples)));
  return { side, file, lines, samples: lines.filter((_, i) => i % step === 0) };
}

async function prime({ side, lines }) {
  const queue = [...lines];
  const worker = async () => {
    for (let body = queue.pop(); body; body = queue.pop()) await ask(side.url, body);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

/** Asks all sides in turns, forth and back, so that a slow moment of the machine meets each of them. */
async function measure(client, running, operation, folder) {
  const sets = await variablesOf(client, operation.name);
  const plans = running.map((side) => prepare(folder, operation, sets, side)).filter(Boolean);
  const reference = plans.find(({ side }) => side.key === 'floor') ?? plans[0];
  const results = new Map();
  for (const plan of plans) {
    if (plan.side.primed) await prime(plan);
    const pairs = reference.samples.map((body, i) => [body, plan.samples[i]]);
    if (plan.side.ranksOtherwise) {
      results.set(plan.side.key, { rounds: [], weighed: await weigh(reference.side, plan.side, pairs) });
      continue;
    }
    const complaints = plan === reference ? [] : await compare(reference.side, plan.side, pairs);
    for (const complaint of complaints.slice(0, 3)) console.log(`${operation.file}  ${complaint}`);
    results.set(plan.side.key, { rounds: [], compared: pairs.length, wrong: complaints.length });
  }
  const connections = Number(options.connections);
  for (let round = 0; round < Number(options.rounds); round += 1) {
    for (const { side, file } of round % 2 === 0 ? plans : plans.toReversed()) {
      await load(client, side, file, { seconds: Number(options.warmup), connections });
      results
        .get(side.key)
        .rounds.push(await load(client, side, file, { seconds: Number(options.seconds), connections }));
    }
  }
  const sizes = [];
  for (const body of reference.samples) sizes.push((await ask(reference.side.url, body)).bytes);
  console.error(`${operation.file} measured`);
  return { operation, results, sizes, bodies: new Map(plans.map(({ side, lines }) => [side.key, lines[0]])) };
}

/** Statements a request of every operation, side by side; what answers from memory needs none. */
async function countStatements(measured) {
  const counts = new Map();
  for (const side of sides.filter(({ key }) => wantedSides.has(key))) {
    const bodies = measured.map((one) => one.bodies.get(side.key));
    counts.set(side.key, await statementsOf(side, databaseUrl, bodies));
  }
  return counts;
}

async function main() {
  const unknown = [...wantedSides].filter((key) => !sides.some((side) => side.key === key));
  if (unknown.length > 0)
    throw new Error(`--only knows ${sides.map(({ key }) => key).join(', ')}; not ${unknown.join(', ')}.`);
  const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-bench-'));
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const running = [];
  try {
    if (wantedSides.has('postgraphile')) await preparePostgraphile(client);
    for (const side of sides) if (wantedSides.has(side.key)) running.push(await startSide(side, databaseUrl));
    const measured = [];
    for (const operation of operations.filter(({ number }) => wantedOperations.has(number)))
      measured.push(await measure(client, running, operation, folder));
    const memory = new Map(running.map(({ key, pid }) => [key, memoryOf(pid)]));
    await Promise.all(running.map((side) => side.stop()));
    const statements = await countStatements(measured);
    await report({ client, running, measured, memory, statements, options });
    if (measured.some(({ results }) => [...results.values()].some(({ wrong }) => wrong))) {
      process.exitCode = 1;
      console.log('Not all give the same answers.');
    }
  } finally {
    await Promise.all(running.map((side) => side.stop()));
    await client.end();
    rmSync(folder, { recursive: true });
  }
}

await main();
