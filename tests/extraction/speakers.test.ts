import { linesIn, quotesIn } from './quotesIn';

type Case = [text: string, ...expected: string[]];

describe('whose words they are', () => {
  test.each<Case>([
    [
      'Critics of Maria Alvarez said: “She has let us all down.”',
      'STATED Critics of Maria Alvarez: She has let us all down.',
    ],
    [
      'Supporters of Senator Thomas Keller said the tax was fair.',
      'STATED Supporters of Senator Thomas Keller: the tax was fair',
    ],
    [
      'Thomas Keller’s lawyer, Emma Brandt, said: “He is innocent of all this.”',
      'STATED Emma Brandt: He is innocent of all this.',
    ],
    ['Her deputy Thomas Keller said the plant was safe.', 'STATED Thomas Keller: the plant was safe'],
    ['The tax is now fair, said Emma Brandt, head of research at the bank.', 'STATED Emma Brandt: The tax is now fair'],
    ['The plant – says Emma Brandt – is safe.', 'STATED Emma Brandt: The plant | is safe'],
    ['The plant, Emma Brandt said, is safe.', 'STATED Emma Brandt: The plant | is safe'],
    [
      'It was Emma Brandt who said “the plant is as safe as a house”.',
      'STATED Emma Brandt: the plant is as safe as a house',
    ],
    ['The Herald has learned that, according to a memo, the plant leaks.', 'STATED a memo: the plant leaks'],
  ])('%s', (text, ...expected) => expect(linesIn(text)).toEqual(expected));

  test('several speak as one, in printed order, each with a title', () => {
    const [quote] = quotesIn(
      'Mayor Anna Berg, police chief Paul Weiss, and fire chief Emma Brandt said the town is safe.',
    );
    expect(quote).toMatchObject({
      speakers: ['Anna Berg', 'Paul Weiss', 'Emma Brandt'],
      titles: ['Mayor', 'police chief', 'fire chief'],
    });
  });

  test.each<Case>([
    [
      'Thomas Keller praised the plan. Thomas Keller left. His rival Paul Weiss said the plan was bad. “It costs too much for us,” he said.',
      'STATED Paul Weiss: the plan was bad',
      'STATED Paul Weiss: It costs too much for us,',
    ],
    [
      'The plan is “a bold step”, Anna Berg said. Emma Brandt said it would help. “We want every child to read and to swim.”',
      'STATED Anna Berg: a bold step',
      'STATED Emma Brandt: it would help',
      'STATED Emma Brandt: We want every child to read and to swim.',
    ],
    [
      'Port spokesman Paul Weiss said the port is full. A city spokesman said rain was coming. The spokesman said roads were closed.',
      'STATED Paul Weiss: the port is full',
      'STATED A city spokesman: rain was coming',
      'STATED The spokesman: roads were closed',
    ],
  ])('the nearest who fits is meant: %s', (text, ...expected) => expect(linesIn(text)).toEqual(expected));

  test.each([
    ['Last night Emma Brandt said: “The plant is safe for now.”', null],
    ['In the 71st minute Emma Brandt admitted: “We were lucky there.”', null],
    ['Mr Keller said: “The plant is safe for now.”', null],
    ['Former U.S. Secretary of State Emma Brandt said: “The plant is safe.”', 'Former U.S. Secretary of State'],
    [
      'Emma Brandt, founder, owner and chief of the bank, said: “We stay here.”',
      'founder, owner and chief of the bank',
    ],
  ])('title of %s', (text, title) => expect(quotesIn(text)[0]!.titles).toEqual([title]));
});

describe('the words, whole', () => {
  test.each<Case>([
    ['Emma Brandt said the bank would pay all of it back.', 'STATED Emma Brandt: the bank would pay all of it back'],
    ['Emma Brandt said she would see more of her family.', 'STATED Emma Brandt: she would see more of her family'],
    ['Emma Brandt said the court had ruled wisely.', 'STATED Emma Brandt: the court had ruled wisely'],
    ['Emma Brandt said the board would vote no.', 'STATED Emma Brandt: the board would vote no'],
    [
      'Emma Brandt said the board was never “a den of thieves”.',
      'STATED Emma Brandt: the board was never | a den of thieves',
    ],
    ['Emma Brandt said the “old guard” must go.', 'STATED Emma Brandt: the | old guard | must go'],
    [
      'Emma Brandt said, “We learned a lot.\n\nIt was a hard day for all of us.”',
      'STATED Emma Brandt: We learned a lot. | It was a hard day for all of us.',
    ],
    ['Emma Brandt said," The plant is safe for now."', 'STATED Emma Brandt: The plant is safe for now.'],
  ])('%s', (text, ...expected) => expect(linesIn(text)).toEqual(expected));
});

describe('no quote', () => {
  test.each([
    'A boy held up a sign saying “Save the seals of this bay”.',
    'In the box, do not write “North” or “Lane”. Type “Elm” instead of “Elm Road.”',
    'Emma Brandt won best supporting actress in May.',
    'They played attacking football all day.',
    'About 900 couples go to court to settle access disputes each year.',
    'Guests who want to park cars should book a place.',
    'The prize will see Emma Brandt meet Paul Weiss.',
    'Emma Brandt said goodbye to the crew.',
    'The board was endorsed by Emma Brandt.',
    'Emma Brandt called off the strike.',
    'The guitarist George ‘Buddy’ Keyworth played on.',
  ])('%s', (text) => expect(linesIn(text)).toEqual([]));
});
