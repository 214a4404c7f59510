// The program three times, and HAProxy in front.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { node, startFlags, verbatimMain } from '../programs.mjs';

/** Starts one node on a fixed port; resolves when it is ready. Its log is a file. */
export async function startNode(folder, port, env) {
  const child = spawn(node, [...startFlags(), verbatimMain], {
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', LOG_LEVEL: 'warn', PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.stderr.pipe(createWriteStream(path.join(folder, `node-${port}.log`), { flags: 'a' }));
  const ended = once(child, 'exit');
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The node on port ${port} did not start: see its log in ${folder}.`);
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
    await answer?.text();
    if (answer?.ok) break;
    await sleep(20);
  }
  const end = (signal) => {
    child.kill(signal);
    return ended;
  };
  return { port, end };
}

/** Starts HAProxy: in turn to all nodes that are ready, once more to another one where a connection could not be made. */
export async function startBalancer(folder, port, nodePorts) {
  const file = path.join(folder, 'haproxy.cfg');
  const servers = nodePorts.map((each) => `  server n${each} 127.0.0.1:${each} check inter 500ms fall 1 rise 1`);
  writeFileSync(
    file,
    `defaults
  mode http
  timeout connect 1s
  timeout client 60s
  timeout server 60s
  option redispatch
  retries 2
  retry-on conn-failure
frontend verbatim
  bind 127.0.0.1:${port}
  default_backend nodes
backend nodes
  balance roundrobin
  option httpchk GET /health/ready
${servers.join('\n')}
`,
  );
  const child = spawn('haproxy', ['-db', '-f', file], { stdio: ['ignore', 'ignore', 'pipe'] });
  child.stderr.pipe(createWriteStream(path.join(folder, 'haproxy.log')));
  child.once('error', (error) => {
    throw new Error('HAProxy does not start: apt-get install haproxy.', { cause: error });
  });
  const ended = once(child, 'exit');
  while (!(await fetch(`http://127.0.0.1:${port}/health/live`).catch(() => undefined))?.ok) await sleep(50);
  return {
    async end() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
