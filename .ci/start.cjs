// start.cjs: `npm start` on a new embedded database, until it serves; asks it, and ends it. Fails where any of this does.
const { spawn } = require('node:child_process');
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');

const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-start-'));
const env = { ...process.env, DATA_DIR: path.join(folder, 'data'), PORT: '0' };
const program = spawn('npm', ['start'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
let said = '';
let problem = 'It ended before it served.';
program.stdout.on('data', (data) => {
  said += data;
  const url = /http:\/\/\S+\/graphql/.exec(said)?.[0];
  if (!url || !problem || !said.includes('Ctrl-C stops it.')) return;
  problem = undefined;
  ask(url)
    .catch((error) => (problem = error.message))
    .finally(() => program.kill('SIGTERM'));
});

async function ask(url) {
  const response = await fetch(`${url}?query=${encodeURIComponent('{ articles { totalCount } }')}`, {
    headers: { accept: 'application/json' },
  });
  const { data } = await response.json();
  if (data?.articles.totalCount !== 1) throw new Error(`It does not serve the sample article: ${JSON.stringify(data)}`);
}

program.once('close', (code) => {
  rmSync(folder, { recursive: true, force: true });
  if (code !== 0) problem ??= `It ended with code ${code}.`;
  console.log(problem ?? `Node ${process.version} starts it, it answers, and ends with code 0.`);
  process.exit(problem ? 1 : 0);
});
