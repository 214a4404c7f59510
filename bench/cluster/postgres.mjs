// A primary and its streaming replicas, of the PostgreSQL programs that Debian installs, each in a folder and on a port of its own.
import { execFile, execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, chownSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const versions = '/usr/lib/postgresql';

/** The folder of the newest server programs. @throws when there are none */
export function programs() {
  const found = readdirSync(versions).sort((a, b) => Number(a) - Number(b));
  if (found.length === 0) throw new Error(`No PostgreSQL server in ${versions}: apt-get install postgresql.`);
  return path.join(versions, found.at(-1), 'bin');
}

const isRoot = process.getuid() === 0;
const id = (flag) => Number(execFileSync('id', [flag, 'postgres']).toString());

/** Runs a program of PostgreSQL beside everything else (the load must go on), as the user "postgres" where we are root: it refuses root. */
async function run(program, args) {
  const file = path.join(programs(), program);
  const command = isRoot ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', file] : [file];
  const { stdout } = await promisify(execFile)(command[0], [...command.slice(1), ...args]);
  return stdout;
}

/** Handles one server: how to start it, end it and ask it. */
function server(folder, port) {
  const control = (...args) => run('pg_ctl', ['-D', folder, '-l', `${folder}.log`, ...args]);
  return {
    port,
    start: () => control('-w', 'start'),
    restart: (mode) => control('-w', '-m', mode, 'restart'),
    kill: () => control('-m', 'immediate', 'stop'),
    async ask(sql, database = 'verbatim') {
      const at = ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', '-d', database];
      return (await run('psql', [...at, '-Atqc', sql])).trim();
    },
    url: `postgresql://postgres@127.0.0.1:${port}/verbatim`,
  };
}

/** Makes and starts a primary and replicas below `folder`, on ports from `firstPort` on. */
export async function startCluster(folder, firstPort, count) {
  chmodSync(folder, 0o755);
  const home = path.join(folder, 'postgresql');
  mkdirSync(home);
  if (isRoot) chownSync(home, id('-u'), id('-g'));
  const at = (name) => path.join(home, name);
  const settings = `listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 200
shared_buffers = 64MB
wal_level = replica
max_wal_senders = 10
`;
  await run('initdb', ['-D', at('primary'), '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8']);
  appendFileSync(at('primary/postgresql.conf'), `${settings}port = ${firstPort}\n`);
  const primary = server(at('primary'), firstPort);
  await primary.start();
  await primary.ask('CREATE DATABASE verbatim', 'postgres');
  const replicas = [];
  for (let i = 1; i <= count; i++) {
    const from = ['-h', '127.0.0.1', '-p', String(firstPort), '-U', 'postgres'];
    await run('pg_basebackup', [...from, '-D', at(`replica${i}`), '-R', '-c', 'fast']);
    appendFileSync(at(`replica${i}/postgresql.conf`), `port = ${firstPort + i}\n`);
    const replica = server(at(`replica${i}`), firstPort + i);
    await replica.start();
    replicas.push(replica);
  }
  return { primary, replicas, stop: () => Promise.allSettled([...replicas, primary].map((one) => one.kill())) };
}
