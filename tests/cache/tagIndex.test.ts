import { ReadyAnswer } from '../../src/cache/readyAnswer';
import { TagIndex } from '../../src/cache/tagIndex';

const operation = { name: undefined, cost: 1 };

/** Numbers below `end`, the same in every run. */
function drawing(seed: number): (end: number) => number {
  let state = seed;
  return (end) => (state = (state * 48271) % 0x7fffffff) % end;
}

test('answers are found by each of their tags, whatever comes and goes', () => {
  const draw = drawing(7);
  const index = new TagIndex();
  const entered = new Map<ReadyAnswer, ReadonlySet<string>>();
  const most = { alone: 0, few: 0, many: 0 };
  for (let i = 0; i < 3000; i++) {
    const growing = i % 600 < 400;
    if (growing || entered.size === 0) {
      const tags = new Set(Array.from({ length: draw(6) }, () => `person_${draw(draw(2) ? 4 : 400)}`));
      const answer = new ReadyAnswer({ key: `${i}`, text: '', tags, until: Infinity, operation, grown: () => {} });
      index.add(answer);
      entered.set(answer, tags);
    } else {
      const answer = [...entered.keys()][draw(entered.size)]!;
      index.remove(answer);
      entered.delete(answer);
    }
    const tag = `person_${draw(draw(2) ? 4 : 400)}`;
    const expected = [...entered].filter(([, tags]) => tags.has(tag)).map(([answer]) => answer.key);
    const found = index.answersWith(tag).map(({ key }) => key);
    expect(found.sort()).toEqual(expected.sort());
    most[expected.length < 2 ? 'alone' : expected.length < 9 ? 'few' : 'many'] += 1;
  }
  for (const times of Object.values(most)) expect(times).toBeGreaterThan(100);
});
