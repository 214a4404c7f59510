import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startEmbedded, type Embedded } from '../../src/data/embedded/embedded';
import { createLog } from '../../src/log';
import { openTestDatabase, type TestDatabase } from '../harness/database';
import { endPrograms, startProgram } from '../harness/program';

/** Starts the program, which must end with code 1; gives what it says to a person. */
async function complaint(variables: Record<string, string>, before?: string): Promise<string> {
  const program = startProgram(variables, before);
  const code = await program.ended;
  const said = program.complaint();
  expect({ code, said }).toEqual({ code: 1, said });
  expect(program.output()).not.toMatch(/\n\s+at /); // no stack
  return said;
}

let folder: string;
let database: TestDatabase;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'verbatim-mistakes-'));
  database = await openTestDatabase();
});
afterAll(async () => {
  await endPrograms();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

test('all mistakes in the environment are told at once, and no secret is repeated', async () => {
  const said = await complaint({
    PORT: '70000',
    LOG_LEVEL: 'loud',
    INTROSPECTION: 'yes',
    DATABASE_URL: 'mysql://root:hunter2@localhost/news',
    SHUTDOWN_GRACE_SECONDS: '-1',
  });
  expect(said.split('\n')).toEqual([
    'PORT is "70000". Set it to a whole number from 0 to 65535 (0 takes any free port).',
    'DATABASE_URL is not understood. Set it to postgresql://user:password@host:5432/database, with special characters in the password percent-encoded.',
    'LOG_LEVEL is "loud". Set it to one of fatal, error, warn, info, debug, trace, silent.',
    'INTROSPECTION is "yes". Set it to true or false.',
    'SHUTDOWN_GRACE_SECONDS is "-1". Set it to a whole number from 0 to 3600 (seconds).',
  ]);
});

test('a port in use', async () => {
  const other: Server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  const said = await complaint({ PORT: String(port), DATABASE_URL: database.url });
  expect(said).toBe(`Port ${port} is in use by another program. Stop that one, or set PORT to another number.`);
  other.close();
});

test('a folder that cannot be written', async () => {
  const file = path.join(folder, 'a file');
  writeFileSync(file, '');
  expect(await complaint({ DATA_DIR: path.join(file, 'data') })).toBe(
    `The data folder ${path.join(file, 'data')} can't be written (a file is in the way). Set DATA_DIR to a folder that this user may write, or DATABASE_URL to a PostgreSQL server.`,
  );
});

test.each([
  ['below /proc, where nobody can make one', '/proc/news', /no folder can be made there|permission denied/],
  ['far below it', '/proc/news/data/here', /no folder can be made there|permission denied/],
  ['below a device', '/dev/null/news', /a file is in the way/],
  ['of a name that is too long', `/tmp/${'x'.repeat(300)}`, /the path is too long/],
])('a folder %s', async (_, dataDir, expected) => {
  const said = await complaint({ DATA_DIR: dataDir });
  expect(said).toMatch(/^The data folder \S+ can't be written \([^)]+\)\. Set DATA_DIR to a folder [^\n]+$/);
  expect(said).toMatch(expected);
});

test('data of another major version of PostgreSQL, and a folder that holds something else', async () => {
  const older = path.join(folder, 'older');
  mkdirSync(path.join(older, 'postgresql'), { recursive: true });
  writeFileSync(path.join(older, 'postgresql', 'PG_VERSION'), '17\n');
  expect(await complaint({ DATA_DIR: older })).toMatch(/was written by PostgreSQL 17, this version brings 18\. Use /);

  const other = path.join(folder, 'other');
  mkdirSync(path.join(other, 'postgresql'), { recursive: true });
  expect(await complaint({ DATA_DIR: other })).toMatch(
    /is not a PostgreSQL data folder\. Move it away, or set DATA_DIR/,
  );
});

test('a platform without a PostgreSQL of ours', async () => {
  const riscv = `Object.defineProperty(process, 'arch', { value: 'riscv64' })`;
  expect(await complaint({ DATA_DIR: path.join(folder, 'riscv') }, riscv)).toMatch(
    /^The embedded PostgreSQL is not made for this platform \(\w+-riscv64\)\. Set DATABASE_URL to a PostgreSQL server/,
  );
  const missing = `Object.defineProperty(process, 'arch', { value: process.arch === 'x64' ? 'arm64' : 'x64' })`;
  expect(await complaint({ DATA_DIR: path.join(folder, 'missing') }, missing)).toMatch(
    /^The embedded PostgreSQL is not installed: .* Set DATABASE_URL to a PostgreSQL server/,
  );
});

describe('a wrong DATABASE_URL', () => {
  test.each([
    ['without a database', 'postgresql://localhost', /^DATABASE_URL is not understood\. Set it to postgresql:/],
    [
      'nobody there',
      'postgresql://me:secret@127.0.0.1:1/news',
      /^No PostgreSQL server answers at 127\.0\.0\.1:1\. Start it, or/,
    ],
    [
      'an unknown host',
      'postgresql://me:secret@no.such.host.invalid/news',
      /no\.such\.host\.invalid.*Correct DATABASE_URL/,
    ],
    [
      'no such socket',
      'postgresql://me@localhost/news?host=/nowhere',
      /^No PostgreSQL server answers at \/nowhere\/\.s\.PGSQL\.5432\./,
    ],
    [
      'no such certificate',
      'postgresql://me@localhost/news?sslrootcert=/nowhere.pem',
      /^DATABASE_URL is not understood: .*nowhere\.pem/,
    ],
  ])('%s', async (_, url, expected) => {
    const said = await complaint({ DATABASE_URL: url });
    expect(said).toMatch(expected);
    expect(said).not.toContain('secret');
  });

  test('a server that is not PostgreSQL, and one that never answers', async () => {
    const hangsUp = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    const silent = createServer().listen(0, '127.0.0.1');
    await Promise.all([hangsUp, silent].map((server) => new Promise((resolve) => server.once('listening', resolve))));
    const url = (server: Server): string =>
      `postgresql://me:secret@127.0.0.1:${(server.address() as AddressInfo).port}/news`;
    expect(await complaint({ DATABASE_URL: url(hangsUp) })).toMatch(
      /closed the connection; it may not be PostgreSQL\. Correct/,
    );
    expect(await complaint({ DATABASE_URL: url(silent), DATABASE_POOL_TIMEOUT_SECONDS: '1' })).toMatch(
      /did not answer in time\./,
    );
    hangsUp.close();
    silent.close();
  });

  test('a database that is missing, a server without TLS', async () => {
    const missing = new URL(database.url);
    missing.pathname = '/no_such_database';
    expect(await complaint({ DATABASE_URL: missing.href })).toMatch(
      /^There is no database no_such_database on the server\. Create it \(CREATE DATABASE /,
    );
    const tls = new URL(database.url);
    tls.searchParams.set('sslmode', 'require');
    const said = await complaint({ DATABASE_URL: tls.href });
    if (!tls.searchParams.has('host')) return; // that server may well speak TLS
    expect(said).toMatch(/^The database server speaks no TLS\. Take sslmode out of DATABASE_URL/);
  });

  describe('on a server that asks for passwords', () => {
    let server: Embedded;
    let host: string;
    let rules: string;
    beforeAll(async () => {
      rules = mkdtempSync(path.join('/tmp', 'verbatim-rules-'));
      // Readable to the account that PostgreSQL runs as.
      chmodSync(rules, 0o755);
      const file = path.join(rules, 'pg_hba.conf');
      writeFileSync(file, 'local all verbatim trust\nlocal all barred reject\nlocal all all scram-sha-256\n', {
        mode: 0o644,
      });
      server = await startEmbedded({
        dataDir: path.join(folder, 'locked'),
        maxConnections: 20,
        log: createLog({ logLevel: 'silent' }),
        settings: { hba_file: file },
      });
      host = server.connection.host;
      const client = new Client({ ...server.connection, database: 'postgres' });
      await client.connect();
      for (const statement of [
        `CREATE ROLE reporter LOGIN PASSWORD 'right'`,
        'CREATE ROLE barred LOGIN',
        'CREATE DATABASE news',
        `CREATE DATABASE old ENCODING 'LATIN1' LOCALE 'C' LOCALE_PROVIDER libc TEMPLATE template0`,
      ]) {
        await client.query(statement);
      }
      await client.end();
    });
    afterAll(async () => {
      await server.stop();
      rmSync(rules, { recursive: true });
    });

    const url = (login: string, name = 'news'): string =>
      `postgresql://${login}@localhost/${name}?host=${encodeURIComponent(host)}`;

    test.each([
      [
        'a wrong password',
        'reporter:wrong',
        /^The database server refused the password of the user reporter\. Correct DATABASE_URL\.$/,
      ],
      [
        'no password',
        'reporter',
        /^The database server wants a password for the user reporter\. Add it to DATABASE_URL\.$/,
      ],
      ['a user that is kept out', 'barred', /^The database server doesn't let the user barred in from here\./],
      [
        'a user who owns nothing',
        'reporter:right',
        /^The user reporter may not .*ALTER DATABASE "news" OWNER TO "reporter"/,
      ],
    ])('%s', async (_, login, expected) => {
      expect(await complaint({ DATABASE_URL: url(login) })).toMatch(expected);
    });

    test('a database that is not in Unicode', async () => {
      expect(await complaint({ DATABASE_URL: url('verbatim', 'old') })).toMatch(/^The database is encoded in LATIN1\./);
    });
  });
});

describe('a database that this version must not touch', () => {
  const row = (name: string): string =>
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at) VALUES ('${name}', '', '${name}', now(), now())`;
  const forget = `DELETE FROM _prisma_migrations WHERE checksum = ''`;

  test('one of a newer version', async () => {
    await database.pool.query(row('29990101000000_from_the_future'));
    expect(await complaint({ DATABASE_URL: database.url })).toBe(
      'The database was made by a newer version of Verbatim (it holds the migration 29990101000000_from_the_future). Start that version or a later one, or use another database.',
    );
    await database.pool.query(forget);
  });

  test('one to which the settings of a session do not come through', async () => {
    const url = new URL(database.url);
    url.searchParams.set('options', '-c verbatim.session=off');
    expect(await complaint({ DATABASE_URL: url.href })).toMatch(/^A pooler .* leaves out the settings of a session\./);
  });

  test('one that holds other tables', async () => {
    const foreign = await openTestDatabase();
    await foreign.pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE TABLE somebody_elses (id int)');
    expect(await complaint({ DATABASE_URL: foreign.url })).toBe(
      'The database holds tables that are not of Verbatim. Create an empty database and name it in DATABASE_URL.',
    );
    await foreign.close();
  });
});
