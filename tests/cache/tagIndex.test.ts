import { CachedResponse } from '../../src/cache/cachedResponse';
import { TagIndex } from '../../src/cache/tagIndex';
import { Random } from '../world/random';

const operation = { name: undefined, cost: 1 };

test('answers are found by each of their tags, whatever comes and goes', () => {
  const random = new Random(7);
  // Some of many, so that most are alone, and some of few.
  const drawTag = (): string => `person_${random.int(0, random.chance(0.5) ? 3 : 399)}`;
  const index = new TagIndex();
  const entered = new Map<CachedResponse, ReadonlySet<string>>();
  const most = { alone: 0, few: 0, many: 0 };
  for (let i = 0; i < 3000; i++) {
    const growing = i % 600 < 400;
    if (growing || entered.size === 0) {
      const tags = new Set(Array.from({ length: random.int(0, 5) }, drawTag));
      const answer = new CachedResponse({
        key: `${i}`,
        text: '',
        tags,
        expiresAt: Infinity,
        operation,
        onGrow: () => {},
      });
      index.add(answer);
      entered.set(answer, tags);
    } else {
      const answer = random.pick([...entered.keys()]);
      index.remove(answer);
      entered.delete(answer);
    }
    const tag = drawTag();
    const expected = [...entered].filter(([, tags]) => tags.has(tag)).map(([answer]) => answer.key);
    const found = index.responsesWith(tag).map(({ key }) => key);
    expect(found.sort()).toEqual(expected.sort());
    most[expected.length < 2 ? 'alone' : expected.length < 9 ? 'few' : 'many'] += 1;
  }
  for (const times of Object.values(most)) expect(times).toBeGreaterThan(100);
});
