import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { cpuOf } from '../compare/cpu.mjs';
import { table } from '../compare/table.mjs';
import { memoryOf } from '../memory.mjs';
import { start, startFlags, verbatimMain } from '../programs.mjs';
import { copyOf } from '../stale/database.mjs';
import { findRecords, Newsroom } from './newsroom.mjs';
import { Interests, noticed, Readers } from './readers.mjs';
import { ReadyLines } from './readyLines.mjs';

/** What readers notice of a newsroom that publishes all the time: how many answers are ready nevertheless, and how long all take. */
const { values: options } = parseArgs({
  options: {
    articles: { type: 'string', default: '50000' },
    readers: { type: 'string', default: '16' },
    pause: { type: 'string', default: '1000' },
    warmup: { type: 'string', default: '60' },
    seconds: { type: 'string', default: '60' },
    memory: { type: 'string', default: '160' },
  },
});

const share = ({ ready, all }) => (all === 0 ? '-' : (ready / all).toFixed(3));
const atShare = (sorted, part) => (sorted[Math.floor(sorted.length * part)] ?? NaN).toFixed(1);

/** One row: what was noticed in so many seconds. */
function rowOf(part, seconds, { times, errors }, counts) {
  const sorted = times.sort((a, b) => a - b);
  const all = { all: 0, ready: 0 };
  for (const name of ['ArticlePage', 'HomePage', 'PersonPage', 'Deep'])
    for (const key of ['all', 'ready']) all[key] += counts.get(name)?.[key] ?? 0;
  const of = (name) => share(counts.get(name) ?? { all: 0, ready: 0 });
  return {
    part,
    'reads/s': (times.length / seconds).toFixed(0),
    ready: share(all),
    ...{ article: of('ArticlePage'), home: of('HomePage'), person: of('PersonPage'), deep: of('Deep') },
    ...{ 'p50, ms': atShare(sorted, 0.5), 'p99, ms': atShare(sorted, 0.99), errors: String(errors) },
  };
}

async function watch(node, records) {
  const lines = new ReadyLines(node.child.stderr);
  const interests = new Interests(records.articles, records.people);
  const readers = new Readers(Number(options.readers), node.origin, interests);
  const newsroom = new Newsroom(node.origin, records.key, records, {
    pause: Number(options.pause),
    onPublished: (slug) => interests.published(slug),
  });
  const part = async (name, seconds) => {
    [readers.seen] = [noticed()];
    lines.counted();
    const [cpu, began] = [cpuOf(node.pid), performance.now()];
    await sleep(seconds * 1000);
    const took = (performance.now() - began) / 1000;
    console.error(
      `${name}: ${((cpuOf(node.pid) - cpu) / took / 10).toFixed(0)} % of a processor, ${memoryOf(node.pid).resident.toFixed(0)} MB`,
    );
    return rowOf(name, took, readers.seen, lines.counted());
  };
  const rows = [await part('warm-up', Number(options.warmup)), await part('warm', Number(options.seconds))];
  await newsroom.stop();
  await readers.stop();
  console.log(table(rows));
  const times = newsroom.times.sort((a, b) => a - b);
  console.log(
    `\n${records.articles.length} articles, ${newsroom.publications} publications (median ${atShare(times, 0.5)} ms, p99 ${atShare(times, 0.99)} ms), ` +
      `${newsroom.edits} edits, ${newsroom.failures.length} of both failed`,
  );
  for (const failure of newsroom.failures.slice(0, 3)) console.log(`  ${failure}`);
}

const copy = await copyOf(Number(options.articles), 'publishing');
const client = new pg.Client({ connectionString: copy.url });
let node;
try {
  await client.connect();
  const records = await findRecords(client);
  const env = { DATABASE_URL: copy.url, LOG_LEVEL: 'info', RESPONSE_CACHE_MB: options.memory };
  node = await start('the program', verbatimMain, { env, execArgv: startFlags() });
  await watch(node, records);
} finally {
  await client.end();
  await node?.stop();
  await copy.drop();
}
process.exit();
