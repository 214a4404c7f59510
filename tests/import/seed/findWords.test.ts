import { normalizeBody, paragraphsOf } from '../../../src/text/body';
import { slugOf } from '../../../src/articles/slug';
import { codePointCount, occurrencesOf, wordsAfter, wordsAt, wordsBefore } from '../../../src/text/spans';

describe('a body', () => {
  test.each([
    [
      'line ends and blank lines',
      '  One\r\nand more \t\r\n \r\n\r\nTwo\u2029Three\u00a0\n',
      'One\nand more\n\nTwo\n\nThree',
    ],
    ['composed letters', 'Me\u0301lanie', 'M\u00e9lanie'],
    ['a mark at the start of a file', '\ufeffOne\n\nTwo', 'One\n\nTwo'],
    ['mistakes and inner blanks', 'to fright  drug cartels', 'to fright  drug cartels'],
    ['nothing', ' \n\n\t\n', ''],
  ])('is put in order: %s', (_, text, body) => {
    expect(normalizeBody(text)).toBe(body);
    expect(normalizeBody(body)).toBe(body);
    expect(paragraphsOf(text)).toEqual(body === '' ? [] : body.split('\n\n'));
  });
});

describe('a slug', () => {
  test.each([
    [
      'Rubio scraps plan to use US military against cartels in Mexico',
      'rubio-scraps-plan-to-use-us-military-against-cartels-in-mexico',
    ],
    ['U.S. Government', 'us-government'],
    ['Mélanie Joly', 'melanie-joly'],
    ['Don’t — “St. John’s” & 50 %!', 'dont-st-johns-50'],
    ['Straße in Łódź', 'strasse-in-lodz'],
    ['Me\u0301lanie', 'melanie'],
    ['Мюнхен', 'myunhen'],
    ['新闻', 'xin-wen'],
    ['🙂 …', ''],
    ['', ''],
  ])('of %j is %j', (text, slug) => {
    expect(slugOf(text)).toBe(slug);
  });

  test('ends with a whole word, 200 characters at the most', () => {
    expect(slugOf('word '.repeat(100))).toBe('word-'.repeat(40).slice(0, -1));
    expect(slugOf('w'.repeat(300))).toBe('w'.repeat(200));
  });
});

describe('words', () => {
  const text = '🎉 U.S. news: the U.S. Government 🎉🎉 says “Zoë.” Zoëland';

  test('are found to the letter, as whole words, counted by code points', () => {
    expect(codePointCount('a🎉é')).toBe(3);
    expect(occurrencesOf('U.S.', text)).toEqual([
      { start: 2, end: 6, text: 'U.S.' },
      { start: 17, end: 21, text: 'U.S.' },
    ]);
    expect(occurrencesOf('Zoë', text)).toHaveLength(1);
    expect(occurrencesOf('zoë', text)).toEqual([]);
    expect(occurrencesOf('🎉', text)).toHaveLength(3);
    expect(occurrencesOf('land', text)).toEqual([]);
    expect(occurrencesOf('', text)).toEqual([]);
    expect(occurrencesOf('ana', 'ana anana')).toEqual([{ start: 0, end: 3, text: 'ana' }]);
    expect(occurrencesOf('𝒶', '𝒶𝒶 𝒶')).toEqual([{ start: 3, end: 4, text: '𝒶' }]); // letters outside the basic plane
    expect(occurrencesOf('北京', '在北京的')).toEqual([{ start: 1, end: 3, text: '北京' }]); // no blanks between words
    for (const { start, end, text: words } of occurrencesOf('U.S.', text))
      expect(wordsAt(text, start, end)).toBe(words);
  });

  test('around a span begin and end with whole words, 32 code points at the most', () => {
    const long = 'The quick brown fox jumps over the lazy dog, SAID the quick brown fox that jumps over the dog.';
    const [span] = occurrencesOf('SAID', long);
    expect(wordsBefore(long, span!.start)).toBe('fox jumps over the lazy dog, ');
    expect(wordsAfter(long, span!.end)).toBe(' the quick brown fox that jumps');
    expect(wordsBefore(long, 0)).toBe('');
    expect(wordsBefore(long, 9)).toBe('The quick');
    expect(wordsAfter(long, codePointCount(long))).toBe('');
    expect(wordsAfter(long, codePointCount(long) - 4)).toBe('dog.');
    expect(wordsBefore('x'.repeat(50), 40)).toBe('x'.repeat(32)); // one long word is better than none
    expect(wordsAfter('🎉'.repeat(50), 0)).toBe('🎉'.repeat(32));
  });
});
