import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { median } from '../compare/table.mjs';
import { operations } from '../operations.mjs';
import { start, startFlags, verbatimMain } from '../programs.mjs';
import { send } from './ask.mjs';
import { copyOf } from './database.mjs';
import { grace, Ledger } from './ledger.mjs';
import { openRecords } from './records.mjs';

/** Reads after every write, on one node or several, and looks for an answer that is older than it may be. */
const { values: options } = parseArgs({
  options: {
    nodes: { type: 'string', default: '1,3' },
    reads: { type: 'string', default: '1000000' },
    readers: { type: 'string', default: '8' },
    writers: { type: 'string', default: '2' },
    pause: { type: 'string', default: '20' },
    articles: { type: 'string', default: '5000' },
  },
});
const wanted = Number(options.reads);
const queries = new Map(operations.map(({ name, query }) => [name, query]));
const anyOf = (list) => list[Math.floor(Math.random() * list.length)];

/** Asks one thing of one node, again and again, and lets the ledger judge the answers. */
async function readOn(node, records, ledger) {
  while (ledger.reads < wanted) {
    const record = anyOf(records);
    const [name, variables] = Math.random() < 0.2 ? ['HomePage', {}] : [record.operation, { slug: record.slug }];
    const sent = performance.now();
    const text = await send(node.origin, { query: queries.get(name), variables });
    const { errors, data } = JSON.parse(text);
    if (errors) throw new Error(`${node.origin}: ${text}`);
    ledger.judge(node.number, text, sent);
    if (Object.values(data)[0] === null) ledger.missed(node.number, record.number, sent);
  }
}

/** Changes records that are its own: by mutations on any node, by plain SQL, and by hiding and showing them. */
async function writeOn(nodes, records, ledger) {
  let writes = 0;
  while (ledger.reads < wanted) {
    const record = anyOf(records);
    const draw = Math.random();
    if (draw < 0.7) await record.revise(anyOf(nodes));
    else if (draw < 0.85) await record.reviseBySql();
    else await record.hideAndShow(anyOf(nodes));
    writes += 1;
    await sleep(Number(options.pause));
  }
  return writes;
}

function print(nodes, ledger, writes, seconds) {
  const [first, ...others] = [...ledger.stale];
  console.log(
    `${nodes} ${nodes === 1 ? 'node' : 'nodes'}: ${ledger.reads} reads in ${seconds.toFixed(0)} s that showed ${ledger.marks} marks, ` +
      `${writes} writes; stale: ${ledger.stale.length}`,
  );
  if (ledger.lags.length > 0)
    console.log(
      `  ${ledger.lags.length} marks on other nodes were behind within the ${grace} ms: median ${median(ledger.lags).toFixed(1)} ms, ` +
        `at most ${ledger.lags.reduce((most, lag) => Math.max(most, lag), 0).toFixed(1)} ms after the write was answered`,
    );
  for (const line of [first, ...others].filter(Boolean).slice(0, 5)) console.log(`  ${line}`);
}

async function check(count) {
  const copy = await copyOf(Number(options.articles), 'stale');
  const key = `vbt_${randomBytes(32).toString('base64url')}`;
  const nodes = [];
  let records;
  try {
    records = await openRecords(copy.url, key, new Ledger());
    for (let number = 0; number < count; number += 1) {
      const env = { DATABASE_URL: copy.url };
      nodes.push({ number, ...(await start(`node ${number}`, verbatimMain, { env, execArgv: startFlags() })) });
    }
    for (const record of records.all) await record.revise(nodes[0]);
    const { ledger } = records;
    const since = performance.now();
    const readers = nodes.flatMap((node) =>
      Array.from({ length: Number(options.readers) }, () => readOn(node, records.all, ledger)),
    );
    const shares = Array.from({ length: Number(options.writers) }, (_, writer) =>
      records.all.filter(({ number }) => number % Number(options.writers) === writer),
    );
    const [writes] = await Promise.all([
      Promise.all(shares.map((share) => writeOn(nodes, share, ledger))),
      Promise.all(readers),
    ]);
    const sum = writes.reduce((total, more) => total + more, 0);
    print(count, ledger, sum, (performance.now() - since) / 1000);
    if (ledger.stale.length > 0) process.exitCode = 1;
  } finally {
    await records?.close();
    await Promise.all(nodes.map((node) => node.stop()));
    await copy.drop();
  }
}

for (const count of options.nodes.split(',').map(Number)) await check(count);
process.exit();
