import { linesIn } from './quotesIn';

type Case = [text: string, ...expected: string[]];

describe('German: who said what', () => {
  test.each<Case>([
    ['„Wir öffnen den Hafen wieder“, so Anna Weber.', 'STATED Anna Weber: Wir öffnen den Hafen wieder'],
    ['Der Zeitung sagte Anna Weber am Dienstag: „Der Hafen ist offen.“', 'STATED Anna Weber: Der Hafen ist offen.'],
    ['Im Juni erklärte Anna Weber: „Der Hafen ist offen.“', 'STATED Anna Weber: Der Hafen ist offen.'],
    ['Anna Weber kam spät. Sie fügte hinzu: „Der Hafen ist offen.“', 'STATED Anna Weber: Der Hafen ist offen.'],
    ['Anna Weber betonte, dass der Hafen offen bleibe.', 'STATED Anna Weber: der Hafen offen bleibe'],
    ['Anna Weber erklärte am 3. Mai in Kiel, der Hafen sei offen.', 'STATED Anna Weber: der Hafen sei offen'],
    ['Anna Weber kündigte an, den Hafen zu öffnen.', 'STATED Anna Weber: den Hafen zu öffnen'],
    ['Der Hafen sei offen, teilte Anna Weber mit.', 'STATED Anna Weber: Der Hafen sei offen'],
    ['Wie Anna Weber berichtete, ist der Hafen offen.', 'STATED Anna Weber: ist der Hafen offen'],
    ['Der Hafen ist laut Anna Weber seit Mai offen.', 'STATED Anna Weber: Der Hafen ist | seit Mai offen'],
    ['Nach Angaben der Polizei war der Fahrer müde.', 'STATED der Polizei: war der Fahrer müde'],
    ['Der Feuerwehr zufolge brannte nur das Dach.', 'STATED Der Feuerwehr: brannte nur das Dach'],
    ['Anna Weber hat erklärt, dass der Hafen offen sei.', 'STATED Anna Weber: der Hafen offen sei'],
  ])('%s', (text, ...expected) => expect(linesIn(text, 'de')).toEqual(expected));

  test.each<Case>([
    ['Anna Weber bestritt, dass der Hafen offen sei.', 'DENIED Anna Weber: der Hafen offen sei'],
    ['Anna Weber sagte nicht, dass der Hafen offen sei.', 'DENIED Anna Weber: der Hafen offen sei'],
    ['Niemand sagte, der Hafen sei offen.'],
    ['Wenn Anna Weber sagt, der Hafen sei offen, kommen die Schiffe.'],
    ['Anna Weber könnte sagen, der Hafen sei offen.'],
  ])('what is denied or unsaid is no statement: %s', (text, ...expected) =>
    expect(linesIn(text, 'de')).toEqual(expected),
  );

  test.each([
    'Das Boot „Weißer Hai“ fuhr unter dem Motto „Freie See für alle Menschen“ aus.',
    'Die Wirtin zeigte sich betont ruhig.',
    'Laut Verfassung gehört das Meer allen.',
    'Das Gesetz war von Anna Weber scharf kritisiert worden.',
  ])('no quote: %s', (text) => expect(linesIn(text, 'de')).toEqual([]));
});
