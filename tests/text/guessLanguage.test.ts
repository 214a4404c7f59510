import { guessLanguage } from '../../src/text/guessLanguage';

describe('the language of a text', () => {
  test.each([
    ['en', 'The council voted on Tuesday to close the old bridge, and the mayor said that work would begin in May.'],
    ['de', 'Der Rat hat am Dienstag beschlossen, die alte Brücke zu sperren, und die Arbeiten sollen im Mai beginnen.'],
    [
      'fr',
      'Le conseil a voté mardi la fermeture du vieux pont, et le maire a dit que les travaux commenceraient en mai.',
    ],
    ['es', 'El consejo votó el martes el cierre del viejo puente, y el alcalde dijo que las obras empezarán en mayo.'],
    [
      'it',
      'Il consiglio ha votato martedì la chiusura del vecchio ponte, e il sindaco ha detto che i lavori inizieranno.',
    ],
    [
      'nl',
      'De gemeenteraad heeft dinsdag besloten de oude brug te sluiten, en de burgemeester zei dat het werk begint.',
    ],
    ['ja', '市議会は火曜日、古い橋を閉鎖することを決めた。市長は工事が五月に始まると述べた。'],
    ['ru', 'Городской совет во вторник решил закрыть старый мост, и мэр сказал, что работы начнутся в мае.'],
  ])('%s is told from its letters', (language, text) => expect(guessLanguage(text)).toBe(language));

  test.each(['', ' \n ', '3.5 – 4.2 (+7)', '😀', '\ud83d'])('nothing is guessed where there are no words: %j', (text) =>
    expect(guessLanguage(text)).toBeNull(),
  );

  test('a name and a number are not enough to be sure', () => expect(guessLanguage('Ana Lima 2')).toBeNull());

  test('a long text is looked at from its beginning only', () => {
    const start = 'The council voted on Tuesday to close the old bridge for a year. '.repeat(20);
    expect(guessLanguage(start + 'Der Rat hat beschlossen. '.repeat(100_000))).toBe('en');
  });
});
