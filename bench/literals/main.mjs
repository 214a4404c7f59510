import readline from 'node:readline';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { cpuOf } from '../compare/cpu.mjs';
import { databaseUrlOf } from '../databaseUrl.mjs';
import { memoryOf } from '../memory.mjs';
import { start, startFlags, verbatimMain } from '../programs.mjs';

const { values: options } = parseArgs({
  options: {
    requests: { type: 'string', default: '100000' },
    articles: { type: 'string', default: '5000' },
    shapes: { type: 'boolean', default: false },
  },
});
const requests = Number(options.requests);
const others = 50;

const page = `headline standfirst byline publishedAt quotes(first: 5) { edges { node { text speaker { ... on Person { name } } } } }
  people(first: 5) { edges { node { name slug } } }`;
/** What one client asks without end: each time another literal, or another document. */
const flood = (n) =>
  options.shapes
    ? `query Flood { a${n}: article(by: { slug: "none" }) { ${page} } }`
    : `query Flood { article(by: { slug: "none-${n}" }) { ${page} } }`;
/** What another client asks now and then. */
const other = (n) => `query Other { a${n}: article(by: { slug: "none" }) { ${page} } }`;

const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });

function ask(url, query) {
  return new Promise((resolve, reject) => {
    const request = http.request(
      url,
      { agent, method: 'POST', headers: { 'content-type': 'application/json' } },
      (answer) => {
        let text = '';
        answer.on('data', (part) => (text += part));
        answer.on('end', () => (text.startsWith('{"data"') ? resolve() : reject(new Error(text))));
      },
    );
    request.on('error', reject);
    request.end(JSON.stringify({ query }));
  });
}

/** Counts, by the program's log, how many documents of each operation were new to it. */
function countNew(stream) {
  const counts = { Flood: 0, Other: 0 };
  readline.createInterface({ input: stream }).on('line', (line) => {
    const operation = /"operation":"(\w+)"/.exec(line)?.[1];
    if (operation in counts && line.includes('"known":false')) counts[operation]++;
  });
  return counts;
}

const server = await start('verbatim', verbatimMain, {
  execArgv: startFlags(),
  env: { DATABASE_URL: databaseUrlOf(Number(options.articles)), RESPONSE_CACHE_MB: '0', LOG_LEVEL: 'info' },
});
try {
  const counts = countNew(server.child.stderr);
  for (let twice = 0; twice < 2; twice++) for (let n = 0; n < others; n++) await ask(server.url, other(n));
  const before = { cpu: cpuOf(server.pid), memory: memoryOf(server.pid).resident, at: performance.now() };
  let next = 0;
  const client = async () => {
    while (next < requests) await ask(server.url, flood(next++));
  };
  await Promise.all(Array.from({ length: 8 }, client));
  const seconds = (performance.now() - before.at) / 1000;
  const cpu = (cpuOf(server.pid) - before.cpu) / requests;
  const { resident } = memoryOf(server.pid);
  await sleep(300); // the log comes a little later
  const newToIt = { ...counts };
  for (let n = 0; n < others; n++) await ask(server.url, other(n));
  await sleep(300);
  console.log(`${requests} requests, each with another ${options.shapes ? 'document' : 'literal'}`);
  console.log(`  a second          ${Math.round(requests / seconds)}`);
  console.log(`  CPU each          ${cpu.toFixed(2)} ms`);
  console.log(`  memory            ${Math.round(before.memory)} → ${Math.round(resident)} MB`);
  console.log(`  new documents     ${newToIt.Flood}`);
  console.log(`  another client's  ${counts.Other - newToIt.Other} of ${others} forgotten`);
} finally {
  await server.stop();
}
