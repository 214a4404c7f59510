import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { chart } from './chart.mjs';
import { nodeOf } from './sides.mjs';
import { median, table } from './table.mjs';

const readme = new URL('../README.md', import.meta.url);
const picture = new URL('../compare.svg', import.meta.url);
const [begin, end] = ['<!-- npm run compare -- --write -->', '<!-- end of what it wrote -->'];

const middle = (rounds, key) => median(rounds.map((round) => round[key]));
const cpuOf = (rounds) => middle(rounds, 'programCpu') + middle(rounds, 'databaseCpu');
const short = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
const titleOf = ({ file }) => file.replace('.graphql', '').replaceAll('-', ' ');

/** How one side stands to another: by requests a second, taken round by round, and by CPU a request. */
function ratio(results, side, other) {
  const [a, b] = [results.get(side)?.rounds, results.get(other)?.rounds];
  if (!a || !b) return null;
  return { speed: median(a.map((round, i) => round.perSecond / b[i].perSecond)), cpu: cpuOf(b) / cpuOf(a) };
}

function sameness({ compared, wrong, weighed }) {
  if (weighed) return `${short(weighed.shared)} of ten, ranks ${short(weighed.ranks)}`;
  return wrong === 0 ? `${compared} of ${compared}` : `${compared - wrong} OF ${compared}`;
}

function operationTable({ operation, results, sizes }, running, statements, index) {
  const rows = [];
  for (const { key, title } of running) {
    const result = results.get(key);
    if (!result) continue;
    const { rounds } = result;
    const speeds = rounds.map(({ perSecond }) => perSecond);
    const standing = ratio(results, key, 'floor');
    rows.push({
      [titleOf(operation)]: title,
      'requests/s': median(speeds).toFixed(0),
      '(range)': `${Math.min(...speeds).toFixed(0)}–${Math.max(...speeds).toFixed(0)}`,
      'of the database floor': standing ? short(standing.speed) : '',
      'by CPU': standing ? short(standing.cpu) : '',
      'p50 ms': middle(rounds, 'p50').toFixed(1),
      'p99 ms': middle(rounds, 'p99').toFixed(1),
      'CPU ms: program': middle(rounds, 'programCpu').toFixed(3),
      database: middle(rounds, 'databaseCpu').toFixed(3),
      statements: String(statements.get(key)?.[index] ?? ''),
      'same answers': sameness(result),
    });
  }
  return `${table(rows)}\n\nAn answer has ${median(sizes).toFixed(0)} bytes.`;
}

/** What the project asks of itself, operation by operation: requests a second, and by CPU in brackets. */
function standings(measured) {
  const pairs = [
    ['verbatim', 'floor', 'Verbatim / database floor'],
    ['verbatim', 'all', '/ all matches ranked'],
    ['verbatim', 'postgraphile', '/ PostGraphile'],
    ['verbatim', 'mercurius', '/ Mercurius'],
    ['verbatim', 'pothos', '/ Yoga + Pothos'],
    ['verbatim', 'apollo', '/ Apollo + Prisma'],
    ['ready', 'http', 'ready answers / HTTP floor'],
  ];
  const rows = measured.map(({ operation, results }) => {
    const cells = { operation: titleOf(operation) };
    for (const [side, other, head] of pairs) {
      const found = ratio(results, side, other);
      cells[head] = found ? `${short(found.speed)} (${short(found.cpu)})` : '';
    }
    return cells;
  });
  return table(rows);
}

function memoryTable(running, memory) {
  const rows = running.map(({ key, title }) => {
    const { resident, peak } = memory.get(key);
    return { program: title, 'resident at the end, MB': resident.toFixed(0), 'at the most, MB': peak.toFixed(0) };
  });
  return table(rows);
}

async function circumstances(client, running, options) {
  const { dependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const { rows } = await client.query(
    "SELECT current_setting('server_version') AS version, (SELECT count(*) FROM article) AS articles",
  );
  const versions = [...new Set(running.map(nodeOf))];
  const nodes = versions.map((version) => {
    const those = running.filter((side) => nodeOf(side) === version).map(({ title }) => title);
    return versions.length === 1 ? `Node ${version}` : `Node ${version} (${those.join('; ')})`;
  });
  const of = (name) => `${name} ${dependencies[name]}`;
  const peers = [
    'postgraphile',
    'mercurius',
    'graphql-yoga',
    '@pothos/plugin-prisma',
    '@apollo/server',
    '@prisma/client',
  ];
  return [
    `${new Date().toISOString().slice(0, 10)}: ${os.cpus().length} × ${os.cpus()[0].model.trim()}, ${(os.totalmem() / 2 ** 30).toFixed(0)} GB;`,
    `${nodes.join(', ')}, PostgreSQL ${rows[0].version.split(' ')[0]};`,
    `${peers.map(of).join(', ')};`,
    `${Number(rows[0].articles).toLocaleString('en')} articles, ${options.connections} connections, ${options.rounds} rounds of ${options.seconds} s, medians.`,
  ].join('\n');
}

/** Prints what was measured; with `--write` also puts it into README.md, and the picture beside it. */
export async function report({ client, running, measured, memory, statements, options }) {
  const parts = [
    await circumstances(client, running, options),
    standings(measured),
    ...measured.map((one, index) => operationTable(one, running, statements, index)),
    memoryTable(running, memory),
  ];
  console.log(`\n${parts.join('\n\n')}\n`);
  if (!options.write) return;
  const bars = measured.map(({ operation, results }) => ({
    title: titleOf(operation),
    bars: running
      .filter(({ key }) => results.has(key))
      .map(({ key, title }) => ({ key, title, value: middle(results.get(key).rounds, 'perSecond') })),
  }));
  writeFileSync(picture, chart(bars));
  const text = readFileSync(readme, 'utf8');
  const written = `${begin}\n\n![Requests a second](compare.svg)\n\n${parts.join('\n\n')}\n\n${end}`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md lacks the lines "${begin}" and "${end}".`);
  writeFileSync(readme, text.slice(0, from) + written + text.slice(to + end.length));
}
