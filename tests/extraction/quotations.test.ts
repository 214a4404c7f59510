import { extract } from '../../src/extraction/extract';
import { type Story } from '../../src/extraction/extraction';
import { cutStory } from '../../src/extraction/story/cutStory';

function storyOf(body: string, language = 'en'): Story {
  return { ...cutStory(''), headline: 'A story', body, language };
}

/** The quotes in quotation marks: their spans, and the words that name the source. */
function quoted(body: string, language?: string): { spans: string[]; source: string | null; kind: string }[] {
  const points = [...body];
  const text = ({ start, end }: { start: number; end: number }) => points.slice(start, end).join('');
  return extract(storyOf(body, language))
    .quotes.filter(({ kind }) => kind !== 'INDIRECT')
    .map(({ spans, sources, kind }) => ({
      spans: spans.map(text),
      source: sources[0] ? text(sources[0].span) : null,
      kind,
    }));
}

function spansOf(body: string, language?: string): string[] {
  return quoted(body, language).flatMap(({ spans }) => spans);
}

describe('quotation marks', () => {
  test.each([
    ['curly', '“We won the vote,” Ann Lee said.', ['We won the vote,']],
    ['straight', '"We won the vote," Ann Lee said.', ['We won the vote,']],
    ['single curly', '‘We won the players’ vote,’ Ann Lee said.', ['We won the players’ vote,']],
    [
      'single straight',
      "'We won the players' vote and don't care,' Ann Lee said.",
      ["We won the players' vote and don't care,"],
    ],
    ['typewriter', "``We won the vote,'' Ann Lee said.", ['We won the vote,']],
    ['nested', '“She told me ‘go home’ and I went,” Ann Lee said.', ['She told me ‘go home’ and I went,']],
    ['nested of one kind', '“She cried “go home” and I went,” Ann Lee said.', ['She cried “go home” and I went,']],
    ['broken', '“We won,” Ann Lee said. “Now we rest and sleep.”', ['We won,', 'Now we rest and sleep.']],
    [
      'over paragraphs',
      'Ann Lee said: “We won the vote.\n\n“Now we can rest.”',
      ['We won the vote.', 'Now we can rest.'],
    ],
    ['unclosed', 'Ann Lee said: “We won the vote.\n\nThen she left.', ['We won the vote.']],
    ['pictures', '😀 “We 😀 won the vote,” Ann Lee said.', ['We 😀 won the vote,']],
  ])('%s', (_, body, spans) => expect(spansOf(body)).toEqual(spans));

  test.each([
    [
      'German',
      '„Wir haben die Wahl gewonnen“, sagte Anna Weber am Montag.',
      'de',
      'Wir haben die Wahl gewonnen',
      'Anna Weber',
    ],
    [
      'German books',
      '»Wir haben die Wahl gewonnen«, sagte Anna Weber.',
      'de',
      'Wir haben die Wahl gewonnen',
      'Anna Weber',
    ],
    [
      'French',
      '« Nous avons gagné cette élection », a déclaré Anne Leroy.',
      'fr',
      'Nous avons gagné cette élection',
      'Anne Leroy',
    ],
  ])('%s', (_, body, language, span, source) => {
    expect(quoted(body, language)).toEqual([{ spans: [span], source, kind: 'DIRECT' }]);
  });

  test.each([
    ['apostrophes', "The players' rights and the '90s don't count, it's said; rock 'n' roll does."],
    ['titles of works', 'He has been on CNN’s “State of the Union” since June.'],
    ['nicknames', 'In late 2000 George “Jay” Keyworth left the board.'],
    ['inches', 'The 27" screen and the 6" pipe were sold.'],
    ['nothing', ''],
  ])('no quote: %s', (_, body) => expect(quoted(body)).toEqual([]));
});

describe('sources', () => {
  test.each([
    ['behind', '“We won the vote,” said Ann Lee, who lives in Rome.', 'Ann Lee'],
    ['before', 'Ann Lee told reporters on Monday: “We won the vote.”', 'Ann Lee'],
    ['an apposition', 'Ann Lee, a lawyer in Rome, said: “We won the vote.”', 'Ann Lee, a lawyer in Rome'],
    ['a title', '“We won the vote,” the mayor of Rome said.', 'the mayor of Rome'],
    ['signed', '“We won the vote, all of us.” — Ann Lee', 'Ann Lee'],
    ['inverted at the start', 'Said Ann Lee: “We won the vote.”', 'Ann Lee'],
    ['parenthesis', '“We won the vote,” Sen. Ann Lee (D-Va.) said.', 'Sen. Ann Lee (D-Va.)'],
    ['what is told in what is told', 'Ann Lee said she believes the vote was “a great and lovely thing.”', 'Ann Lee'],
    [
      'the turn of paragraphs',
      'Ann Lee spoke of the vote, and she said it was won.\n\n“We will rest now and sleep.”',
      'she',
    ],
  ])('%s', (_, body, source) => expect(quoted(body).map((quote) => quote.source)).toEqual([source]));

  test('a fragment in a reported sentence is mixed', () => {
    expect(quoted('Ann Lee said the vote was “a great thing” for Rome.')).toEqual([
      { spans: ['the vote was', 'a great thing', 'for Rome'], source: 'Ann Lee', kind: 'MIXED' },
    ]);
  });
});
