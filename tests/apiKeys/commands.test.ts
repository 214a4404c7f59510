import { randomBytes } from 'node:crypto';
import { newToken, storedForm } from '../../src/auth/keys';
import { isToken } from '../../src/settings/knownForms';

test('a new key has the form that programs look for, and is never the same', () => {
  const keys = Array.from({ length: 1000 }, newToken);
  for (const key of keys) {
    expect(key).toMatch(/^vbt_[A-Za-z0-9_-]{43}$/);
    expect(isToken(key)).toBe(true);
    const { prefix, hash } = storedForm(key);
    expect([key.startsWith(prefix), prefix.length, hash.length]).toEqual([true, 12, 32]);
  }
  expect(new Set(keys).size).toBe(1000);
});

test('nothing else is a key', () => {
  const key = `vbt_${randomBytes(31).toString('base64url')}AA`.slice(0, 47).replace(/.$/, 'A');
  expect(isToken(key)).toBe(true);
  const others = ['', 'vbt_', key.slice(0, -1), `${key}A`, ` ${key}`, `${key}\n`, `VBT${key.slice(3)}`];
  others.push(`${key.slice(0, -1)}B`, key.replace('vbt_', 'vbx_'), `${key.slice(0, 20)}é${key.slice(21)}`);
  for (const other of others) expect([other, isToken(other)]).toEqual([other, false]);
});
