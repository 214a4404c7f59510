import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { databaseUrlOf } from '../databaseUrl.mjs';
import { migrate } from '../corpus/migrate.mjs';

const require = createRequire(import.meta.url);

/**
 * A database on the server: empty, or a copy of the one with so many articles. Its name tells its sessions from others'.
 * @returns the environment of a program that uses it, and how to drop it
 */
export async function onServer(holding) {
  const url = new URL(databaseUrlOf(holding || 50_000));
  const source = decodeURIComponent(url.pathname.slice(1));
  const name = `verbatim_import_${process.pid}`;
  url.pathname = '/postgres';
  const maintain = async (...statements) => {
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  const template = holding > 0 ? source : 'template0';
  await maintain(`CREATE DATABASE ${name} TEMPLATE "${template}" ENCODING 'UTF8'`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  if (holding === 0) {
    const client = new pg.Client({ connectionString: own.href });
    await client.connect();
    await migrate(client);
    await client.end();
  }
  await maintain('CHECKPOINT');
  return { name, env: { DATABASE_URL: own.href }, drop: () => maintain(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/** The same in an embedded PostgreSQL. The folder with articles in it is kept from run to run, as filling it takes long. */
export async function embedded(holding) {
  const folder =
    holding > 0
      ? path.join(tmpdir(), `verbatim-embedded-${holding}`)
      : mkdtempSync(path.join(tmpdir(), 'verbatim-embedded-'));
  const dataDir = path.join(folder, 'data');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(dataDir)) {
    const unfinished = `${dataDir}.part`;
    await fill(unfinished, holding);
    renameSync(unfinished, dataDir);
  }
  const drop = () => (holding > 0 ? undefined : rmSync(folder, { recursive: true, force: true }));
  if (holding === 0) return { name: 'verbatim', env: { DATABASE_URL: '', DATA_DIR: dataDir }, drop };
  const copy = mkdtempSync(path.join(tmpdir(), 'verbatim-embedded-'));
  execFileSync('cp', ['-a', dataDir, copy]);
  const env = { DATABASE_URL: '', DATA_DIR: path.join(copy, 'data') };
  return { name: 'verbatim', env, drop: () => rmSync(copy, { recursive: true, force: true }) };
}

/** Makes an embedded database with the records of the server's database of so many articles, by way of pg_dump. */
async function fill(dataDir, holding) {
  const { startEmbedded } = require('../../dist/data/embedded/embedded.js');
  const log = { debug() {}, info() {}, warn: console.warn, error: console.error };
  const settings = { max_wal_size: '4GB', maintenance_work_mem: '512MB', synchronous_commit: 'off' };
  const server = await startEmbedded({ dataDir, maxConnections: 20, log, settings });
  const { host, port, user } = server.connection;
  const connect = async (database) => {
    const client = new pg.Client({ host, port, user, database });
    await client.connect();
    return client;
  };
  try {
    const admin = await connect('postgres');
    await admin.query("CREATE DATABASE verbatim TEMPLATE template0 ENCODING 'UTF8'");
    await admin.end();
    const client = await connect('verbatim');
    if (holding === 0) await migrate(client);
    else {
      const copy = `pg_dump --no-owner '${databaseUrlOf(holding)}' | psql --quiet --output=/dev/null --set=ON_ERROR_STOP=1 -h '${host}' -p ${port} -U ${user} verbatim`;
      execFileSync('bash', ['-o', 'pipefail', '-c', copy], { stdio: 'inherit' });
      await client.query('VACUUM (ANALYZE, FREEZE)');
    }
    await client.end();
  } finally {
    await server.stop();
  }
}
