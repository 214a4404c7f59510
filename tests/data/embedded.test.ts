import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { accountForNew } from '../../src/data/embedded/account';
import { startEmbedded } from '../../src/data/embedded/embedded';
import { lockFolder } from '../../src/data/embedded/folderLock';
import { nativeFolder } from '../../src/data/embedded/platform';
import { findPrograms } from '../../src/data/embedded/programs';
import { createLog } from '../../src/log';
import { until } from '../harness/until';

const log = createLog({ logLevel: 'silent' });
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'verbatim-embedded-'));
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

describe('the programs', () => {
  /** A copy of the package without the links of its install script, as `npm ci --ignore-scripts` leaves it. */
  function packageWithoutLinks(): string {
    const native = path.join(folder, 'package/native');
    mkdirSync(path.dirname(native), { recursive: true });
    cpSync(path.join(nativeFolder(), '../package.json'), path.join(folder, 'package/package.json'));
    cpSync(nativeFolder(), native, { recursive: true, filter: (source) => !lstatSync(source).isSymbolicLink() });
    return native;
  }

  test('run where they lie once the links are made that the install script would have made', async () => {
    const native = packageWithoutLinks();
    chmodSync(folder, 0o755);
    const programs = await findPrograms(native, accountForNew(), log, []);
    expect(programs).toEqual({ postgres: `${native}/bin/postgres`, initdb: `${native}/bin/initdb` });
    expect(execFileSync(programs.postgres, ['--version']).toString()).toMatch(/^postgres \(PostgreSQL\) 18/);
  });

  test('are copied to the first place that will do when they lie out of reach, or can be neither completed nor changed', async () => {
    const native = packageWithoutLinks();
    if (accountForNew())
      chmodSync(folder, 0o700); // root: "nobody" can't enter
    else chmodSync(path.join(native, 'lib'), 0o555); // an ordinary user: the links can't be made
    const anybodys = mkdtempSync('/tmp/verbatim-anybodys-');
    chmodSync(anybodys, 0o777);
    const place = mkdtempSync('/tmp/verbatim-place-');
    const programs = await findPrograms(native, accountForNew(), log, ['/dev/null/nowhere', anybodys, place]);
    expect(path.dirname(path.dirname(path.dirname(programs.postgres)))).toBe(place);
    const inode = lstatSync(programs.postgres).ino;
    const again = await findPrograms(native, accountForNew(), log, [place]);
    expect(lstatSync(again.postgres).ino).toBe(inode); // not copied twice
    chmodSync(path.join(native, 'lib'), 0o755);
    for (const made of [anybodys, place]) rmSync(made, { recursive: true });
  });

  test('that run nowhere are told of in a sentence', async () => {
    const native = packageWithoutLinks();
    writeFileSync(path.join(native, 'bin/postgres'), 'not a program');
    await expect(findPrograms(native, accountForNew(), log, [])).rejects.toThrow(
      /^The embedded PostgreSQL does not run on this machine \(.+\)\. Set DATABASE_URL/,
    );
  });
});

describe('the lock on the data folder', () => {
  test('keeps others out until it is let go, and is not held up by what a killed process left', async () => {
    const leftover = createServer().listen(path.join(folder, 'left'));
    await new Promise((resolve) => leftover.once('listening', resolve));
    execFileSync('cp', ['-a', path.join(folder, 'left'), path.join(folder, 'lock-000000000000')]); // nobody listens on a copy
    leftover.close();

    const release = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(
      `Another Verbatim (process ${process.pid} on ${hostname()}) is running on the data folder ${folder}.`,
    );
    await release();
    await (
      await lockFolder(folder)
    )();
  });

  test('goes to one at the most of many that ask at once', async () => {
    for (let round = 0; round < 20; round++) {
      const asked = await Promise.allSettled(Array.from({ length: 5 }, () => lockFolder(folder)));
      const held = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      expect(held.length).toBeLessThanOrEqual(1);
      for (const release of held) await release();
    }
  });
});

describe('the data', () => {
  const start = (): ReturnType<typeof startEmbedded> => startEmbedded({ dataDir: folder, maxConnections: 20, log });

  test('is checked on disk, in Unicode, and words are told from the marks around them', async () => {
    const server = await start();
    const client = new Client({ ...server.connection, database: 'postgres' });
    await client.connect();
    const { rows } =
      await client.query(`SELECT current_setting('data_checksums') AS checksums, current_setting('fsync') AS fsync,
      current_setting('server_encoding') AS encoding, current_setting('listen_addresses') AS addresses,
      to_tsvector('simple', '“Élan—vital,” said Ünal')::text AS words, lower('ÉŁ') AS lower`);
    await client.end();
    await server.stop();
    expect(rows).toEqual([
      {
        checksums: 'on',
        fsync: 'on',
        encoding: 'UTF8',
        addresses: '',
        words: `'said':3 'vital':2 'élan':1 'ünal':4`,
        lower: 'éł',
      },
    ]);
  });

  async function served(): Promise<void> {
    const server = await start();
    const client = new Client({ ...server.connection, database: 'postgres' });
    await client.connect();
    await client.end();
    await server.stop();
  }

  test('is served although notes name a living process, which is another by now', async () => {
    await (await start()).stop();
    const cluster = path.join(folder, 'postgresql');
    const note = `${process.pid}\n/proc/self/cwd\n1\n5432\n.\n\n 1 1\nready   \n`;
    writeFileSync(path.join(cluster, 'postmaster.pid'), note);
    writeFileSync(path.join(cluster, '.s.PGSQL.5432.lock'), note);
    chmodSync(path.join(cluster, '.s.PGSQL.5432.lock'), 0o644);
    await served();
  });

  const onLinux = process.platform === 'linux' ? test : test.skip;
  onLinux.each([
    ['SIGINT', 'is at work, and whose supervisor was killed'],
    ['SIGSTOP', 'is frozen, and whose supervisor was killed'],
    ['SIGKILL', 'was killed, and whose processes have yet to notice'],
  ])('is served although a PostgreSQL was left there (%s: one that %s)', async (name) => {
    await (await start()).stop();
    const native = await findPrograms(nativeFolder(), accountForNew(), log);
    const cluster = path.join(folder, 'postgresql');
    const left = spawn(native.postgres, ['-D', '/proc/self/cwd', '-k', '.', '-c', 'listen_addresses='], {
      ...{ cwd: cluster, ...accountForNew(), stdio: 'ignore', env: { LC_ALL: 'C' } },
    });
    const ended = new Promise((resolve) => left.once('exit', resolve));
    const client = new Client({ host: cluster, user: 'verbatim', database: 'postgres' });
    client.on('error', () => {});
    const note = path.join(cluster, 'postmaster.pid');
    await until('it is ready', () => existsSync(note) && /^ready/m.test(readFileSync(note, 'utf8')));
    await client.connect();
    if (name !== 'SIGINT') left.kill(name as NodeJS.Signals);
    await served();
    await ended;
    await client.end().catch(() => {});
  });

  const asRoot = process.getuid?.() === 0 ? test : test.skip;
  asRoot('that root copied is served all the same', async () => {
    await (await start()).stop();
    execFileSync('chown', ['-R', 'root:root', path.join(folder, 'postgresql')]);
    await (await start()).stop();
    expect(lstatSync(path.join(folder, 'postgresql/base')).uid).toBe(65534);
  });
});
