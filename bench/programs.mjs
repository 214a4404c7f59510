import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const file = (path) => fileURLToPath(new URL(path, import.meta.url));
export const verbatimMain = file('../dist/main.js');
export const floorMain = file('floor/main.mjs');

/** The Node that programs run on: the one that npm runs on, as npm puts the one among the packages before it. */
export const node = process.env.npm_node_execpath || process.execPath;

/** A port that nobody listens on at this moment. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Starts a program of Node and waits until it answers.
 * @returns its address, its process, and how to end it.
 * @throws with what it printed, when it ends or keeps silent.
 */
export async function start(
  name,
  main,
  { env = {}, node: chosen = node, execArgv = [], ready = '/health/ready', cwd, seconds = 60 } = {},
) {
  if (!existsSync(main)) throw new Error(`${main} is not there. Run "npm run build" in the project's folder first.`);
  const port = await freePort();
  const child = spawn(chosen, [...execArgv, main], {
    cwd,
    env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', LOG_LEVEL: 'error', ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const note = (text) => (printed = (printed + text).slice(-20_000));
  child.stdout.on('data', note);
  child.stderr.on('data', note);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const origin = `http://127.0.0.1:${port}`;
  const until = performance.now() + seconds * 1000;
  while (child.exitCode === null && child.signalCode === null && performance.now() < until) {
    const answer = await fetch(origin + ready).catch(() => null);
    await answer?.arrayBuffer();
    if (answer && (answer.status < 500 || ready === '/')) {
      const stop = async () => {
        child.kill('SIGTERM');
        return ended;
      };
      return { name, pid: child.pid, child, url: `${origin}/graphql`, origin, ended, stop, printed: () => printed };
    }
    await sleep(5);
  }
  child.kill('SIGKILL');
  throw new Error(`${name} did not start.\n${printed}`);
}

/** The flags of Node that "npm start" uses, and those of BENCH_NODE_FLAGS, to try some. */
export function startFlags() {
  const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return [...scripts.start.split(' '), ...(process.env.BENCH_NODE_FLAGS ?? '').split(' ')].filter((word) =>
    word.startsWith('--'),
  );
}
