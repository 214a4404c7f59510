import { editScript } from '../../src/articles/anchoring/editScript';
import { inTextOrder } from '../../src/articles/textOrder';
import { changedWords } from '../../src/articles/quotes/changedWords';
import { occurrencesOf } from '../../src/text/spans';

test('what has no place in the text stays behind what it stood behind', () => {
  const things = [
    { name: 'none before all', position: 1, start: null },
    { name: 'a', position: 2, start: 50 },
    { name: 'none behind a', position: 3, start: null },
    { name: 'none behind that', position: 4, start: null },
    { name: 'b', position: 5, start: 10 },
  ];
  expect(inTextOrder(things.toReversed()).map(({ name }) => name)).toEqual([
    'none before all',
    'b',
    'a',
    'none behind a',
    'none behind that',
  ]);
});

describe('the words that stand where others stood', () => {
  const before = 'Asked about it she said: “We will give support to them all,” and went on her way home.';
  const words = 'We will give support to them all,';
  const changed = (after: string) => changedWords(editScript(before, after), occurrencesOf(words, before)[0]!)?.text;

  test.each([
    ['a word within', before.replace('support', 'all our 💙 support'), 'We will give all our 💙 support to them all,'],
    ['the first word', before.replace('We will', 'They may'), 'They may give support to them all,'],
    ['the last word', before.replace('them all,', 'everyone,'), 'We will give support to everyone,'],
    ['a word before them, which went', before.replace('Asked about it she', 'She'), words],
  ])('are found when an edit changed %s', (_, after, expected) => {
    expect(changed(after)).toBe(expected);
  });

  test('have the offsets of the new text, in code points', () => {
    const after = `💙💙 ${before.replace('support', 'help')}`;
    const span = changedWords(editScript(before, after), occurrencesOf(words, before)[0]!)!;
    expect([...after].slice(span.start, span.end).join('')).toBe(span.text);
  });

  test('are not proposed where their borders went too, or nothing is left', () => {
    expect(
      changed('Asked about it she said that they would give support to all of them, and went on her way home.'),
    ).toBeUndefined();
    expect(changed('Asked about it she said nothing and went on her way home.')).toBeUndefined();
    expect(changed('Asked about it she said: “” and went on her way home.')).toBeUndefined();
  });
});
