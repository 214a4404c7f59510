// Three PostgreSQL servers that Patroni keeps, HAProxy that finds the primary by Patroni's health checks, three nodes and a load
// balancer on this machine; then the primary dies, and later its part is handed over by plan.
//   npm run patroni            (about two minutes; patroni, etcd-server, postgresql and haproxy come from Debian)
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, chownSync, createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startBalancer, startNode } from './nodes.mjs';
import { phasesOf } from './phase.mjs';
import { programs } from './postgres.mjs';

const first = Number(process.env.BENCH_CLUSTER_PORT ?? 55532);
const ports = { etcd: first, primary: first + 5, balancer: first + 6 };
const members = [1, 2, 3].map((i) => ({
  name: `member${i}`,
  port: first + 10 + i,
  rest: first + 20 + i,
  node: first + 30 + i,
}));
const maxLagSeconds = 5;
const key = `vbt_${randomBytes(32).toString('base64url')}`;
const phase = phasesOf({ port: ports.balancer, key, readers: Number(process.env.BENCH_READERS ?? 16), maxLagSeconds });

const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-patroni-'));
const home = path.join(folder, 'postgresql');
chmodSync(folder, 0o755);
mkdirSync(home);
const isRoot = process.getuid() === 0;
if (isRoot) chownSync(home, ...['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres']).toString())));
const asPostgres = isRoot ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups'] : ['env'];
const ends = [() => rmSync(folder, { recursive: true, force: true })];

/** Starts a program as the user "postgres", its words in a file; its end is asked for by SIGTERM. */
function run(name, program, args) {
  const child = spawn(asPostgres[0], [...asPostgres.slice(1), program, ...args], {
    cwd: home,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const file = createWriteStream(path.join(folder, `${name}.log`), { flags: 'a' });
  child.stdout.pipe(file);
  child.stderr.pipe(file);
  const ended = once(child, 'exit');
  ends.push(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  return child;
}

function startMember({ name, port, rest }) {
  const config = path.join(home, `${name}.json`);
  const local = (rule) => `host ${rule} 127.0.0.1/32 trust`;
  const settings = {
    scope: 'verbatim',
    name,
    restapi: { listen: `127.0.0.1:${rest}`, connect_address: `127.0.0.1:${rest}` },
    etcd3: { host: `127.0.0.1:${ports.etcd}` },
    bootstrap: {
      dcs: {
        ...{ ttl: 20, loop_wait: 5, retry_timeout: 5 },
        postgresql: { use_pg_rewind: true, parameters: { max_connections: 200, shared_buffers: '64MB' } },
      },
      initdb: [{ encoding: 'UTF8' }, { locale: 'C.UTF-8' }],
      pg_hba: [local('all all'), local('replication all')],
    },
    postgresql: {
      ...{ listen: `127.0.0.1:${port}`, connect_address: `127.0.0.1:${port}` },
      ...{ data_dir: path.join(home, name), bin_dir: programs(), pgpass: path.join(home, `${name}.pgpass`) },
      authentication: { superuser: { username: 'postgres' }, replication: { username: 'replicator' } },
      parameters: { unix_socket_directories: home },
    },
  };
  writeFileSync(config, JSON.stringify(settings)); // JSON is YAML
  return run(name, 'patroni', [config]);
}

/** HAProxy as Patroni's documentation has it: connections go to the primary, and are cut when it is one no more. */
function startPrimaryAddress() {
  const file = path.join(home, 'primary.cfg');
  const servers = members.map(
    ({ name, port, rest }) =>
      `  server ${name} 127.0.0.1:${port} check port ${rest} inter 1s fall 2 rise 1 on-marked-down shutdown-sessions`,
  );
  writeFileSync(
    file,
    `defaults
  mode tcp
  timeout connect 1s
  timeout client 60s
  timeout server 60s
listen primary
  bind 127.0.0.1:${ports.primary}
  option httpchk OPTIONS /primary
  http-check expect status 200
${servers.join('\n')}
`,
  );
  run('primary', 'haproxy', ['-db', '-f', file]);
}

const is = (part, { rest }) =>
  fetch(`http://127.0.0.1:${rest}/${part}`).then(
    async (answer) => (await answer.text(), answer.ok),
    () => false,
  );

/** The member that has a part now: waits until one has. */
async function whoIs(part, among = members) {
  for (;;) {
    for (const member of among) if (await is(part, member)) return member;
    await sleep(100);
  }
}

async function measure() {
  const own = `http://127.0.0.1:${ports.etcd}`;
  const peer = `http://127.0.0.1:${ports.etcd + 1}`;
  const urls = {
    'listen-client-urls': own,
    'advertise-client-urls': own,
    'listen-peer-urls': peer,
    'initial-advertise-peer-urls': peer,
  };
  const flags = Object.entries({ ...urls, 'data-dir': path.join(home, 'etcd'), 'initial-cluster': `default=${peer}` });
  run(
    'etcd',
    'etcd',
    flags.map(([name, value]) => `--${name}=${value}`),
  );
  const processes = new Map();
  for (const member of members) {
    processes.set(member, startMember(member));
    await whoIs(processes.size === 1 ? 'primary' : 'replica', [member]);
  }
  startPrimaryAddress();
  const primary = await whoIs('primary');
  const client = new pg.Client({ host: '127.0.0.1', port: primary.port, user: 'postgres', database: 'postgres' });
  await client.connect();
  await client.query('CREATE DATABASE verbatim');
  await client.end();
  const urlOf = (port) => `postgresql://postgres@127.0.0.1:${port}/verbatim`;
  const env = {
    DATABASE_URL: urlOf(ports.primary),
    DATABASE_REPLICA_URLS: members.map(({ port }) => urlOf(port)).join(','),
    DATABASE_REPLICA_MAX_LAG_SECONDS: String(maxLagSeconds),
    FIRST_ADMIN_KEY: key,
    RESPONSE_CACHE_MB: '0', // what is measured is the way to the database
  };
  const nodes = [];
  for (const { node } of members) nodes.push(await startNode(folder, node, env));
  ends.push(() => Promise.all(nodes.map((node) => node.end('SIGTERM'))));
  const balancer = await startBalancer(
    folder,
    ports.balancer,
    members.map(({ node }) => node),
  );
  ends.push(() => balancer.end());

  await phase('nothing special', () => sleep(3000));
  await phase('the primary and its Patroni are killed; another is promoted', async () => {
    processes.get(primary).kill('SIGKILL');
    execFileSync(asPostgres[0], [
      ...asPostgres.slice(1),
      path.join(programs(), 'pg_ctl'),
      '-D',
      path.join(home, primary.name),
      '-m',
      'immediate',
      'stop',
    ]);
    await whoIs(
      'primary',
      members.filter((member) => member !== primary),
    );
  });
  processes.set(primary, startMember(primary));
  await whoIs('replica', [primary]);
  await phase('the part of the primary is handed over by plan', async () => {
    const leader = await whoIs('primary');
    const body = JSON.stringify({ leader: leader.name });
    await (await fetch(`http://127.0.0.1:${leader.rest}/switchover`, { method: 'POST', body })).text();
    await whoIs(
      'primary',
      members.filter((member) => member !== leader),
    );
  });
}

try {
  await measure();
} finally {
  for (const end of ends.reverse()) await end();
}
process.exit();
