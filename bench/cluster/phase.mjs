import { setTimeout as sleep } from 'node:timers/promises';
import { startLoad } from './load.mjs';

/** Makes the function that puts a cluster to a test: two quiet seconds, the fault, five quiet seconds; then it prints what was noticed. */
export function phasesOf({ port, key, readers, maxLagSeconds }) {
  return async (name, fault) => phase(startLoad(port, key, readers), maxLagSeconds, name, fault);
}

async function phase(load, maxLagSeconds, name, fault) {
  await sleep(2000);
  const from = load.now();
  await fault();
  const over = load.now();
  await sleep(5000);
  const { reads, writes, own, ages } = await load.stop();
  console.log(`${name} (${seconds(over - from)} s)`);
  console.log(`  reads  ${told(reads, from)}`);
  console.log(`  writes ${told(writes, from)}`);
  const stale = ages.filter(({ age }) => age > maxLagSeconds * 1000).length;
  const oldest = Math.max(0, ...ages.map(({ age }) => age));
  console.log(`  own change not seen by its writer: ${own.stale} of ${own.stale + own.right}`);
  console.log(
    `  oldest answer ${Math.round(oldest)} ms behind; behind more than the ${maxLagSeconds} s allowed: ${stale}`,
  );
}

/** Errors by code, and how long they went on after the fault began. */
function told(requests, from) {
  const codes = {};
  const failed = requests.filter(({ ok }) => !ok);
  for (const { code } of failed) codes[code] = (codes[code] ?? 0) + 1;
  const last = Math.max(from, ...failed.map(({ at, took }) => at + took));
  const slowest = Math.max(...requests.map(({ took }) => took));
  const errors = failed.length === 0 ? 'no errors' : `${failed.length} errors ${JSON.stringify(codes)}`;
  return `${requests.length}, ${errors}, the last ${seconds(last - from)} s after the fault began, slowest ${Math.round(slowest)} ms`;
}

function seconds(ms) {
  return (ms / 1000).toFixed(1);
}
