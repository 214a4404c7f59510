import { hash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { AnswerStore } from '../../src/cache/answerStore';
import { type Form, ReadyAnswer } from '../../src/cache/readyAnswer';

// What ready answers may take in memory.

const room = 2 ** 20;
const type = 'application/json; charset=utf-8';

test('answers, the requests that ask for them, and their forms never take more than they may', async () => {
  const store = new AnswerStore(room);
  const aliasesOf = new Map<ReadyAnswer, string[]>();
  const formsOf = new Map<ReadyAnswer, Form[]>();
  for (let i = 0; i < 300; i++) {
    const key = `0 {"slug":"article-${i}"}`;
    const tags = new Set(['articles', `article_${i}`, `article_${i}/links`]);
    const text = JSON.stringify({ data: `${i} is not like another one. `.repeat(20 + (i % 200)) });
    const operation = { name: undefined, cost: 1 };
    const answer = new ReadyAnswer({
      key,
      text,
      tags,
      until: Infinity,
      operation,
      grown: (grown) => store.resize(grown),
    });
    expect(store.add(answer)).toBe(true);
    const aliases = Array.from({ length: 20 }, (_, n) => hash('sha256', `${n} ${key}`, 'base64'));
    for (const alias of aliases) store.alias(alias, answer);
    aliasesOf.set(answer, aliases);
    formsOf.set(answer, [
      await answer.form(type, 'identity'),
      await answer.form(type, 'gzip'),
      await answer.form(type, 'br'),
    ]);
    expect(store.kept.bytes).toBeLessThanOrEqual(room);
  }

  const kept = [...formsOf.keys()].filter(({ key }) => store.get(key));
  expect(store.kept.answers).toBe(kept.length);
  expect(kept.length).toBeLessThan(300);
  let held = 0;
  for (const [answer, aliases] of aliasesOf) {
    const known = aliases.filter((alias) => store.aliased(alias) === answer);
    if (!kept.includes(answer)) expect(known).toEqual([]);
    held += known.reduce((sum, { length }) => sum + length, 0);
  }
  for (const answer of kept) {
    // All of the memory that a form's bytes hold on to, each piece once.
    const pieces = new Set(formsOf.get(answer)!.map(({ bytes }) => bytes.buffer));
    for (const { byteLength } of pieces) held += byteLength;
  }
  expect(held).toBeLessThanOrEqual(store.kept.bytes);
  expect(held).toBeGreaterThan(store.kept.bytes / 4);
});

test('no bytes are a view into a larger piece of memory', async () => {
  const operation = { name: undefined, cost: 1 };
  const text = JSON.stringify({ data: 'words and more words. '.repeat(100) });
  const making = { key: 'key', text, tags: new Set<string>(), until: Infinity, operation, grown: () => {} };
  for (const encoding of ['identity', 'gzip', 'br'] as const) {
    const { bytes } = await new ReadyAnswer(making).form(type, encoding);
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
  const store = new AnswerStore(100 * room);
  const before = used();
  for (let i = 0; i < 40; i++) {
    const text = `article_${i}-a-tag-of-its-own person_${i % 3}-a-tag-of-many ${'a'.repeat(room)}`;
    const tags = new Set(
      text
        .slice(0, 100)
        .split(' ', 2)
        .map((tag) => tag.slice(0, 25)),
    );
    const making = { key: `key ${i}`, text, tags, until: Infinity, operation: { name: undefined, cost: 1 } };
    expect(store.add(new ReadyAnswer({ ...making, grown: (answer) => store.resize(answer) }))).toBe(true);
  }
  expect(store.kept.answers).toBe(40);
  expect(used() - before).toBeLessThan(10 * room);
});
