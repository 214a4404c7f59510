// A primary, two streaming replicas, three nodes and a load balancer on this machine, and what readers and writers notice of faults.
//   npm run cluster            (about two minutes; PostgreSQL and HAProxy come from Debian)
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startBalancer, startNode } from './nodes.mjs';
import { phasesOf } from './phase.mjs';
import { startCluster } from './postgres.mjs';

const [firstPort, readers] = [Number(process.env.BENCH_CLUSTER_PORT ?? 55432), Number(process.env.BENCH_READERS ?? 16)];
const maxLagSeconds = 2;
const ports = { balancer: firstPort + 20, nodes: [1, 2, 3].map((i) => firstPort + 10 + i) };
const key = `vbt_${randomBytes(32).toString('base64url')}`;

const phase = phasesOf({ port: ports.balancer, key, readers, maxLagSeconds });

const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-cluster-'));
const ends = [() => rmSync(folder, { recursive: true, force: true })];
try {
  await measure();
} finally {
  for (const end of ends.reverse()) await end();
}

async function measure() {
  const cluster = await startCluster(folder, firstPort, 2);
  ends.push(() => cluster.stop());
  const env = {
    DATABASE_URL: cluster.primary.url,
    DATABASE_REPLICA_URLS: cluster.replicas.map(({ url }) => url).join(','),
    DATABASE_REPLICA_MAX_LAG_SECONDS: String(maxLagSeconds),
    FIRST_ADMIN_KEY: key,
    RESPONSE_CACHE_MB: '0', // what is measured is the way to the database
  };
  const nodes = [];
  for (const port of ports.nodes) nodes.push(await startNode(folder, port, env));
  ends.push(() => Promise.all(nodes.map((node) => node.end('SIGTERM'))));
  const balancer = await startBalancer(folder, ports.balancer, ports.nodes);
  ends.push(() => balancer.end());
  const transactionsOf = (i) =>
    cluster.replicas[i].ask("SELECT xact_commit FROM pg_stat_database WHERE datname = 'verbatim'");

  const [first, second] = cluster.replicas;
  await phase('nothing special', async () => sleep(8000));
  console.log(`  transactions at the replicas so far: ${await transactionsOf(0)}, ${await transactionsOf(1)}`);
  await phase('a replica is killed, and started again after 5 s', async () => {
    await first.kill();
    await sleep(5000);
    await first.start();
  });
  await phase('a replica stops replaying for 10 s', async () => {
    await second.ask('SELECT pg_wal_replay_pause()');
    await sleep(10_000);
    await second.ask('SELECT pg_wal_replay_resume()');
  });
  await phase('the primary is restarted (fast)', async () => cluster.primary.restart('fast'));
  await phase('the primary crashes and is started again', async () => cluster.primary.restart('immediate'));
  await phase('a node is killed, and started again after 3 s', async () => {
    await nodes[0].end('SIGKILL');
    await sleep(3000);
    nodes[0] = await startNode(folder, ports.nodes[0], env);
  });
}
