import { hash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ResponseStore } from '../../src/cache/responseStore';
import { type Representation, CachedResponse } from '../../src/cache/cachedResponse';

// What ready answers may take in memory.

const room = 2 ** 20;
const type = 'application/json; charset=utf-8';

test('answers, the requests that ask for them, and their forms never take more than they may', async () => {
  const store = new ResponseStore(room);
  const aliasesOf = new Map<CachedResponse, string[]>();
  const formsOf = new Map<CachedResponse, Representation[]>();
  for (let i = 0; i < 300; i++) {
    const key = `0 {"slug":"article-${i}"}`;
    const tags = new Set(['articles', `article_${i}`, `article_${i}/links`]);
    const text = JSON.stringify({ data: `${i} is not like another one. `.repeat(20 + (i % 200)) });
    const operation = { name: undefined, cost: 1 };
    const answer = new CachedResponse({
      key,
      text,
      tags,
      expiresAt: Infinity,
      operation,
      onGrow: (onGrow) => store.resize(onGrow),
    });
    expect(store.add(answer)).toBe(true);
    const aliases = Array.from({ length: 20 }, (_, n) => hash('sha256', `${n} ${key}`, 'base64'));
    for (const alias of aliases) store.alias(alias, answer);
    aliasesOf.set(answer, aliases);
    formsOf.set(answer, [
      await answer.representation(type, 'identity'),
      await answer.representation(type, 'gzip'),
      await answer.representation(type, 'br'),
    ]);
    expect(store.stats.bytes).toBeLessThanOrEqual(room);
  }

  const kept = [...formsOf.keys()].filter(({ key }) => store.get(key));
  expect(store.stats.answers).toBe(kept.length);
  expect(kept.length).toBeLessThan(300);
  let held = 0;
  for (const [answer, aliases] of aliasesOf) {
    const known = aliases.filter((alias) => store.byAliasOf(alias) === answer);
    if (!kept.includes(answer)) expect(known).toEqual([]);
    held += known.reduce((sum, { length }) => sum + length, 0);
  }
  for (const answer of kept) {
    // All of the memory that a form's bytes hold on to, each piece once.
    const pieces = new Set(formsOf.get(answer)!.map(({ bytes }) => bytes.buffer));
    for (const { byteLength } of pieces) held += byteLength;
  }
  expect(held).toBeLessThanOrEqual(store.stats.bytes);
  expect(held).toBeGreaterThan(store.stats.bytes / 4);
});

test('no bytes are a view into a larger piece of memory', async () => {
  const operation = { name: undefined, cost: 1 };
  const text = JSON.stringify({ data: 'words and more words. '.repeat(100) });
  const making = { key: 'key', text, tags: new Set<string>(), expiresAt: Infinity, operation, onGrow: () => {} };
  for (const encoding of ['identity', 'gzip', 'br'] as const) {
    const { bytes } = await new CachedResponse(making).representation(type, encoding);
    expect(bytes.buffer.byteLength).toBe(bytes.length);
  }
});

test('answers let go of the texts that they and their tags were taken from', () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const used = (): number => {
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  const store = new ResponseStore(100 * room);
  const before = used();
  for (let i = 0; i < 40; i++) {
    const text = `article_${i}-a-tag-of-its-own person_${i % 3}-a-tag-of-many ${'a'.repeat(room)}`;
    const tags = new Set(
      text
        .slice(0, 100)
        .split(' ', 2)
        .map((tag) => tag.slice(0, 25)),
    );
    const making = { key: `key ${i}`, text, tags, expiresAt: Infinity, operation: { name: undefined, cost: 1 } };
    expect(store.add(new CachedResponse({ ...making, onGrow: (answer) => store.resize(answer) }))).toBe(true);
  }
  expect(store.stats.answers).toBe(40);
  expect(used() - before).toBeLessThan(10 * room);
});
