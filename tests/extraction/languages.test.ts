import { extract } from '../../src/extraction/extract';
import { cutStory } from '../../src/extraction/story/cutStory';

function quotesIn(body: string, language: string) {
  return extract({ ...cutStory(''), headline: '', body, language }).quotes;
}

describe('the language that a text is read in', () => {
  test('a text in a language that is not known here has no quotes', () => {
    const body =
      'El alcalde Pedro Ruiz visitó el puente el martes. «El puente seguirá cerrado hasta mayo», dijo Ruiz a los vecinos.';
    expect(quotesIn(body, 'es')).toEqual([]);
    expect(cutStory(body).language).toBe('es');
  });

  test('a text that is no English is not read as English, whatever its label says', () => {
    const spanish =
      'El alcalde dijo que el puente seguirá cerrado hasta mayo, y los vecinos de la ciudad protestan mucho.';
    expect(quotesIn(spanish, 'en')).toEqual([]);
    const german = 'Der Rat tagte am Dienstag lange. „Wir haben die Wahl gewonnen“, sagte Anna Weber nach der Sitzung.';
    expect(quotesIn(german, 'en')).toMatchObject([{ kind: 'DIRECT' }]);
  });

  test('a text whose label says "undetermined" is read as what its words are', () => {
    expect(quotesIn('“We have won the vote at last,” Ann Lee said.', 'und')).toHaveLength(1);
    expect(cutStory('Ann Lee said that it was over and that she would go.').language).toBe('en');
  });

  test.each(['en', 'de', 'und', 'xx', ''])('a text without words has no quotes (%j)', (language) =>
    expect(quotesIn('1 2 3', language)).toEqual([]),
  );
});
