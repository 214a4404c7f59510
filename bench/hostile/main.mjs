import { fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { databaseUrl } from '../databaseUrl.mjs';
import { forgetPeak, memoryOf } from '../memory.mjs';
import { start, startFlags, verbatimMain } from '../programs.mjs';
import { hostileRequests } from './requests.mjs';

const { values: options } = parseArgs({
  options: {
    times: { type: 'string', default: '2' },
    match: { type: 'string', default: '' },
    together: { type: 'string', default: '20' },
  },
});
const innocentFile = fileURLToPath(new URL('innocent.mjs', import.meta.url));
const question = JSON.stringify({ query: '{ articles(first: 3) { edges { node { slug headline } } } }' });

const now = () => performance.timeOrigin + performance.now();
const mb = (number) => `${number.toFixed(0)} MB`;

/** The client that asks something innocent every 10 ms, and what it had to wait. */
function innocentClient(url) {
  const child = fork(innocentFile, [url, question]);
  const waits = [];
  child.on('message', (wait) => waits.push(wait));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const during = (from, to) => waits.filter(({ at, took }) => at <= to && at + took >= from);
  const stop = async () => {
    child.send('stop');
    await ended;
  };
  return { during, stop };
}

function summary(waits) {
  const sorted = waits.map(({ took }) => took).sort((a, b) => a - b);
  const at = (share) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(1);
  const wrong = waits.filter(({ well }) => !well).length;
  return `${sorted.length} questions, ${wrong} not answered; waits in ms: p50 ${at(0.5)}, p90 ${at(0.9)}, p99 ${at(0.99)}, p99.9 ${at(0.999)}, longest ${at(1)}`;
}

/** Sends every request, one after the other. @returns a line each, with the longest wait that it gave to the innocent client. */
async function oneAfterTheOther(server, innocent, requests) {
  const lines = [];
  for (const { name, send } of requests) {
    forgetPeak(server.pid);
    const before = memoryOf(server.pid).resident;
    const from = now();
    let answer;
    for (let i = 0; i < Number(options.times); i += 1) answer = await send(server.origin);
    const to = now();
    await sleep(60);
    const waits = innocent.during(from, to).map(({ took }) => took);
    lines.push({ name, ...answer, wait: Math.max(0, ...waits), growth: memoryOf(server.pid).peak - before });
  }
  return lines;
}

/** Sends everything at once, `together` at a time. */
async function allAtOnce(server, requests) {
  const waiting = requests.flatMap((request) => Array.from({ length: Number(options.times) }, () => request));
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next.send(server.origin);
  };
  await Promise.all(Array.from({ length: Number(options.together) }, worker));
}

function print(lines) {
  const width = Math.max(...lines.map(({ name }) => name.length));
  console.log(`${'request'.padEnd(width)}  status  took ms  others waited ms  memory MB  bytes    code`);
  for (const { name, status, code, took, wait, growth, bytes } of lines) {
    const cells = [
      String(status).padStart(6),
      took.toFixed(0).padStart(8),
      wait.toFixed(1).padStart(17),
      growth.toFixed(0).padStart(10),
    ];
    console.log(`${name.padEnd(width)} ${cells.join(' ')}  ${String(bytes).padEnd(8)} ${code}`);
  }
}

async function main() {
  const requests = hostileRequests.filter(({ name }) => name.includes(options.match));
  const server = await start('verbatim', verbatimMain, { execArgv: startFlags(), env: { DATABASE_URL: databaseUrl } });
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, memoryOf(server.pid).peak)), 20);
  const innocent = innocentClient(server.url);
  try {
    await sleep(1_000); // its first questions wait for connections to be made
    const quiet = now();
    await sleep(4_000);
    const calm = innocent.during(quiet, now());
    const idle = memoryOf(server.pid).resident;
    const hostile = now();
    print(await oneAfterTheOther(server, innocent, requests));
    const waited = innocent.during(hostile, now());
    const peakAlone = Math.max(peak, memoryOf(server.pid).peak);
    const together = now();
    await allAtOnce(server, requests);
    const crowded = innocent.during(together, now());
    const alive = await fetch(`${server.origin}/health/ready`);
    await sleep(2_000);
    console.log(`\nquiet:                  ${summary(calm)}`);
    console.log(`one after the other:    ${summary(waited)}; server's peak ${mb(peakAlone)}, ${mb(idle)} before`);
    console.log(
      `${options.together.padStart(2)} at a time:           ${summary(crowded)}; server's peak ${mb(Math.max(peak, memoryOf(server.pid).peak))}`,
    );
    console.log(
      `${requests.length} kinds of hostile requests, ${options.times} of each; afterwards ready: ${alive.status}, ${mb(memoryOf(server.pid).resident)}`,
    );
  } finally {
    clearInterval(watch);
    await innocent.stop();
    await server.stop();
  }
}

await main();
