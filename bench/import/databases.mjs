import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { databaseUrlOf } from '../databaseUrl.mjs';
import { migrate } from '../corpus/migrate.mjs';

const require = createRequire(import.meta.url);
const corpus = fileURLToPath(new URL('../corpus/main.mjs', import.meta.url));

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
  if (!existsSync(dataDir)) await fill(dataDir, holding);
  const drop = () => (holding > 0 ? undefined : rmSync(folder, { recursive: true, force: true }));
  if (holding === 0) return { name: 'verbatim', env: { DATABASE_URL: '', DATA_DIR: dataDir }, drop };
  const copy = mkdtempSync(path.join(tmpdir(), 'verbatim-embedded-'));
  spawnSync('cp', ['-a', dataDir, copy]);
  const env = { DATABASE_URL: '', DATA_DIR: path.join(copy, 'data') };
  return { name: 'verbatim', env, drop: () => rmSync(copy, { recursive: true, force: true }) };
}

async function fill(dataDir, holding) {
  const { startEmbedded } = require('../../dist/data/embedded/embedded.js');
  const quiet = () => {};
  const log = { debug: quiet, info: quiet, warn: console.warn, error: console.error };
  const server = await startEmbedded({ dataDir, maxConnections: 20, log });
  const { host, port, user } = server.connection;
  const admin = new pg.Client({ host, port, user, database: 'postgres' });
  try {
    await admin.connect();
    if (holding === 0) {
      await admin.query("CREATE DATABASE verbatim TEMPLATE template0 ENCODING 'UTF8'");
      const client = new pg.Client({ host, port, user, database: 'verbatim' });
      await client.connect();
      await migrate(client);
      await client.end();
      return;
    }
    const BENCH_DATABASE_URL = `postgresql://${user}@localhost:${port}/corpus?host=${encodeURIComponent(host)}`;
    const child = spawn(process.execPath, [corpus, '--articles', String(holding)], {
      env: { ...process.env, BENCH_DATABASE_URL },
      stdio: 'inherit',
    });
    const code = await new Promise((resolve) => child.once('exit', resolve));
    if (code !== 0) throw new Error('The embedded database was not filled.');
    const made = holding === 50_000 ? 'corpus' : `corpus_${holding}`;
    await admin.query(`ALTER DATABASE ${made} RENAME TO verbatim`);
  } finally {
    await admin.end();
    await server.stop();
  }
}
