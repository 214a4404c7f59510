import { codePointsOf } from '../../src/extraction/text/codePoints';
import { english } from '../../src/extraction/languages/en';
import { type ReadText, readText } from '../../src/extraction/text/readText';

function words(text: string): string[] {
  return readText(text, english).tokens.map((token) => token.text);
}

function sentences(text: string): string[] {
  return readText(text, english).sentences.map(({ start, end }) => text.slice(start, end));
}

describe('tokens', () => {
  test.each([
    ['Rubio’s plan didn’t fail.', ['Rubio', '’s', 'plan', 'did', 'n’t', 'fail', '.']],
    ['AT&T paid $1.13bn (£600m).', ['AT&T', 'paid', '$', '1.13bn', '(', '£', '600m', ')', '.']],
    ['The U.S. met Gov. O’Malley at 3 p.m.', ['The', 'U.S.', 'met', 'Gov.', 'O’Malley', 'at', '3', 'p.m.']],
    ['“No,” she said… @NolteNC', ['“', 'No', ',', '”', 'she', 'said', '…', '@NolteNC']],
    ['players’ rights, rock-n-roll', ['players', '’', 'rights', ',', 'rock-n-roll']],
    ['', []],
    [' \n\n ', []],
  ])('%s', (text, expected) => expect(words(text)).toEqual(expected));

  test('stand where they say', () => {
    const text = 'Zoë 😀 said “déjà vu” – in 1,000.5 cafés.';
    const { tokens } = readText(text, english);
    for (const { text: word, start, end } of tokens) expect(text.slice(start, end)).toBe(word);
    expect(tokens.map((token) => token.text).join('')).toBe(text.replaceAll(' ', ''));
  });
});

describe('sentences', () => {
  test.each([
    [
      'Mr. Smith said “No way!” He left the U.S. The deal died.',
      ['Mr. Smith said “No way!”', 'He left the U.S.', 'The deal died.'],
    ],
    ['The U.S. Senate met George W. Bush.', ['The U.S. Senate met George W. Bush.']],
    ['“Ready?” she asked. (They were.)', ['“Ready?” she asked.', '(They were.)']],
    ['A headline\nThe text goes on', ['A headline', 'The text goes on']],
    ['Version 2.0 of node.js is out.', ['Version 2.0 of node.js is out.']],
  ])('%s', (text, expected) => expect(sentences(text)).toEqual(expected));

  test('belong to one paragraph each, without a gap', () => {
    const read: ReadText = readText('One. Two.\n\nThree.\nFour', english);
    expect(read.paragraphs.map(({ firstSentence, lastSentence }) => [firstSentence, lastSentence])).toEqual([
      [0, 2],
      [2, 3],
      [3, 4],
    ]);
  });
});

describe('code points', () => {
  test.each(['', 'plain', 'a😀b😀', '😀', 'lone \ud83d half'])('%j', (text) => {
    const count = codePointsOf(text);
    let unit = 0;
    [...text].forEach((character, point) => {
      expect(count(unit)).toBe(point);
      unit += character.length;
    });
    expect(count(text.length)).toBe([...text].length);
  });
});
