import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { parseConfig, settingNames } from '../../src/settings/config';
import { nearMisses } from '../../src/settings/nearMisses';
import { packageRoot } from '../../src/packageRoot';

const example = readFileSync(path.join(packageRoot, '.env.example'), 'utf8');

test('.env.example names every setting once, a sentence above each', () => {
  const blocks = example.trim().split('\n\n').slice(1);
  const named = blocks.map((block) => /^(?:# )?([A-Z_]+)=/.exec(block.split('\n').at(-1) ?? '')?.[1]);
  expect(named).toEqual(settingNames);
  for (const block of blocks) expect(block).toMatch(/^# [A-Z][^]*\.\n(# )?[A-Z_]+=\S+$/);
});

test('.env.example shows the values that are taken when nothing is set', () => {
  const shown = parseEnv(example) as Record<string, string>;
  expect(parseConfig({ ...shown, DATA_DIR: '' })).toEqual(parseConfig({}));
  expect(path.resolve(packageRoot, shown.DATA_DIR ?? '')).toBe(parseConfig({}).dataDir);
});

test.each([
  ['postgresql://user:pass@host:5432/db', true],
  ['postgres://host/db?sslmode=require', true],
  ['postgresql:///db?host=/run/postgresql', true],
  ['postgresql://user@/db?host=/run/postgresql', true],
  ['postgresql://host', false],
  ['postgresql://us er@host:port/db', false],
  ['mysql://host/db', false],
  ['host=localhost dbname=db', false],
])('DATABASE_URL %s is understood: %s', (url, understood) => {
  const parse = (): unknown => parseConfig({ DATABASE_URL: url }).databaseUrl;
  if (understood) expect(parse()).toBe(url);
  else expect(parse).toThrow(/^DATABASE_URL is not understood\./);
});

test.each([
  ['https://www.example.org', true],
  ['http://localhost:3000, https://app.example.org', true],
  ['*', true],
  ['https://www.example.org/', false],
  ['www.example.org', false],
  ['https://*.example.org', false],
  ['https://www.example.org,', false],
])('ALLOWED_ORIGINS %s is understood: %s', (origins, understood) => {
  const parse = (): readonly string[] => parseConfig({ ALLOWED_ORIGINS: origins }).allowedOrigins;
  if (understood) expect(parse()).toEqual(origins.split(/, ?/));
  else expect(parse).toThrow(/^ALLOWED_ORIGINS is .*\. Set it to origins such as/);
});

test('an empty variable counts as not set', () => {
  expect(parseConfig({ PORT: '', DATABASE_URL: '' })).toEqual(parseConfig({}));
});

describe('a variable that is nearly a setting', () => {
  test.each([
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DATABASEURL', 'DATABASE_URL'],
    ['database_url', 'DATABASE_URL'],
    ['RESPONSES_CACHE_MB', 'RESPONSE_CACHE_MB'],
    ['RESPONSE_CACHE', 'RESPONSE_CACHE_MB'],
    ['SHUTDOWN_GRACE_MS', 'SHUTDOWN_GRACE_SECONDS'],
    ['ALLOWED_ORIGIN', 'ALLOWED_ORIGINS'],
    ['INTROSPECITON', 'INTROSPECTION'],
    ['POTR', 'PORT'],
  ])('%s is told of: %s', (variable, setting) => {
    expect(nearMisses({ [variable]: 'x' }, settingNames)).toEqual([{ variable, setting }]);
  });

  test('is none of the settings, of what is empty, and of the usual variables', () => {
    const usual = [
      ...[
        'HOME',
        'PATH',
        'HOSTNAME',
        'USER',
        'SHELL',
        'LANG',
        'LC_ALL',
        'PWD',
        'OLDPWD',
        'TERM',
        'TZ',
        'SHLVL',
        'LOGNAME',
        'MAIL',
      ],
      ...[
        'NODE_ENV',
        'NODE_OPTIONS',
        'PGHOST',
        'PGPORT',
        'PGDATA',
        'DATABASE',
        'DATA',
        'EDITOR',
        'CI',
        'DEBUG',
        'LOG',
        'XDG_DATA_DIRS',
      ],
      ...[
        'INIT_CWD',
        'npm_config_port',
        'npm_lifecycle_event',
        'KUBERNETES_PORT',
        'VERBATIM_PORT',
        'DB_URL',
        'REDIS_URL',
        'COLOR',
      ],
    ];
    const env = Object.fromEntries([...usual, ...settingNames].map((name) => [name, 'x']));
    expect(nearMisses({ ...env, DATABSE_URL: '' }, settingNames)).toEqual([]);
  });
});
