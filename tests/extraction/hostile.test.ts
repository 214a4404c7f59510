import { stepsOf } from '../harness/steps';
import { quotesOf } from '../../src/extraction/attribution/quotes';
import { wordsOf } from '../../src/extraction/attribution/wordsOf';
import { english } from '../../src/extraction/languages/en';
import { quotationsOf } from '../../src/extraction/quotations/quotations';
import { cutStory } from '../../src/extraction/story/cutStory';
import { readText } from '../../src/extraction/text/readText';

/** The steps that the quotes of a text take. */
function costOf(text: string): number {
  return stepsOf(() => {
    const read = readText(cutStory(text).body, english);
    quotesOf(wordsOf(read, quotationsOf(read)), []);
  });
}

// Four times the text takes four times the work; sixteen times it where the work is quadratic.
test.each([
  ['quotation marks', '"'],
  ['opening marks', '“'],
  ['nested marks', '“‘'],
  ['marks with blanks', '" '],
  ['single marks', "' "],
  ['one word without end', 'a'],
  ['commas', ', '],
  ['reports in one sentence', 'he said that '],
  ['insertions', 'Lee, who said, '],
  ['nouns', 'house '],
  ['brackets', '( '],
  ['paragraphs', '“\n\n'],
  ['lines', 'a\n'],
  ['full stops', '. '],
  ['another language', '他说“我们赢了”。'],
])('the work grows with the length only: %s', (_, piece) => {
  const text = (length: number) => piece.repeat(Math.ceil(length / piece.length));
  const small = costOf(text(5_000));
  const large = costOf(text(20_000));
  expect(large).toBeLessThan(6 * small);
});

test('a line of a million characters, and 100,000 nested marks, are read', () => {
  const long = readText('a b '.repeat(250_000), english);
  expect(long.tokens).toHaveLength(500_000);
  const nested = readText(`${'“‘'.repeat(50_000)}word${'’”'.repeat(50_000)}`, english);
  expect(quotationsOf(nested)).toHaveLength(1);
});
