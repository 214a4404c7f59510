import { linesIn } from './quotesIn';

type Case = [text: string, ...expected: string[]];

describe('what somebody denies is never that person’s statement', () => {
  test.each<Case>([
    [
      'Senator Maria Alvarez denied that her office had paid the firm.',
      'DENIED Maria Alvarez: her office had paid the firm',
    ],
    ['Maria Alvarez has denied calling the judge “a coward”.', 'DENIED Maria Alvarez: the judge | a coward'],
    ['Thomas Keller denied having told staff to burn the files.', 'DENIED Thomas Keller: to burn the files'],
    [
      'Maria Alvarez never claimed the bridge was “built to last”.',
      'DENIED Maria Alvarez: the bridge was | built to last',
    ],
    ['Maria Alvarez did not announce that the school would close.', 'DENIED Maria Alvarez: the school would close'],
    ['Thomas Keller hasn’t said the plant is safe.', 'DENIED Thomas Keller: the plant is safe'],
    [
      'Thomas Keller refuted allegations that he had lied to the board.',
      'DENIED Thomas Keller: he had lied to the board',
    ],
    ['Thomas Keller dismissed the suggestion that voters had left him.', 'DENIED Thomas Keller: voters had left him'],
    ['Thomas Keller does not believe the plant is safe.', 'DENIED Thomas Keller: the plant is safe'],
  ])('%s', (text, ...expected) => expect(linesIn(text)).toEqual(expected));

  test('what stands beside the verb is the denial itself', () => {
    expect(linesIn('“I never took a cent,” Maria Alvarez denied.')).toEqual([
      'STATED Maria Alvarez: I never took a cent,',
    ]);
    expect(linesIn('Thomas Keller dismissed the report as “pure fantasy”.')).toEqual([
      'STATED Thomas Keller: the report as | pure fantasy',
    ]);
  });

  test('“not only said” says', () => {
    expect(linesIn('Maria Alvarez not only said that the tax was fair.')).toEqual([
      'STATED Maria Alvarez: the tax was fair',
    ]);
  });
});

describe('what nobody said is no quote', () => {
  test.each([
    'Maria Alvarez refused to say whether the tax would rise.',
    'Maria Alvarez declined to comment on the tax.',
    'Thomas Keller failed to mention that the plant was closed.',
    'Thomas Keller was unable to confirm that anybody was hurt.',
    'The ministry would not say how many people were hurt.',
    'Thomas Keller has not said who paid for the trip.',
    'Nobody in the firm has claimed that the plant is safe.',
    'None of the doctors said the drug worked.',
    'No doctor said “the drug works for everybody”.',
    'Not a single witness said that the light was green.',
    'Neither Alvarez nor Keller said the plant was safe.',
    'If Maria Alvarez says the tax is unfair, the party will split.',
    'Unless the mayor announces that the road is open, we stay.',
    'Should the mayor say that the road is open, we go.',
    'Thomas Keller might say the plant is safe.',
    'Thomas Keller could tell the court that he was asleep.',
    'Thomas Keller would never call voters “a herd of sheep”.',
    'Did Thomas Keller say the plant was safe?',
    'Has Thomas Keller ever said “the plant is as safe as a house”?',
    'Anyone who says “the king is a thief and a liar” is fined.',
    'Whoever claims that the plant is safe has not seen it.',
    'Maria Alvarez left without saying that she would return.',
    'Maria Alvarez stopped short of calling him “a liar and a cheat”.',
    'Maria Alvarez asked whether the tax would rise.',
    'Thomas Keller rejected the offer of the union.',
    'Thomas Keller praised Maria Alvarez.',
  ])('%s', (text) => expect(linesIn(text)).toEqual([]));
});

describe('what is held against somebody, or still to come, says so', () => {
  test.each<Case>([
    [
      'Thomas Keller accused Maria Alvarez of calling the poor “lazy and dull”.',
      'ALLEGED Maria Alvarez: the poor | lazy and dull',
    ],
    [
      'Maria Alvarez was accused of telling staff that the files were gone.',
      'ALLEGED Maria Alvarez: the files were gone',
    ],
    [
      'Thomas Keller claimed Maria Alvarez had said the plant was unsafe.',
      'ALLEGED Maria Alvarez: the plant was unsafe',
    ],
    [
      'Thomas Keller criticized Maria Alvarez for saying the plant was unsafe.',
      'ALLEGED Maria Alvarez: the plant was unsafe',
    ],
    ['Maria Alvarez allegedly said that the files were gone.', 'ALLEGED Maria Alvarez: the files were gone'],
    ['Maria Alvarez will announce that the school is to close.', 'HYPOTHETICAL Maria Alvarez: the school is to close'],
    [
      'Maria Alvarez is due to tell parents on Friday that the school will close.',
      'HYPOTHETICAL Maria Alvarez: the school will close',
    ],
    [
      'Maria Alvarez was set to say: “The school will close in May.”',
      'HYPOTHETICAL Maria Alvarez: The school will close in May.',
    ],
  ])('%s', (text, ...expected) => expect(linesIn(text)).toEqual(expected));
});

describe('what one tells of another’s words is the other’s', () => {
  test.each<Case>([
    ['The Herald quoted Maria Alvarez as saying: “The tax is fair.”', 'STATED Maria Alvarez: The tax is fair.'],
    ['Maria Alvarez was quoted as saying the tax was fair.', 'STATED Maria Alvarez: the tax was fair'],
    ['Maria Alvarez was told by Thomas Keller that the plant was safe.', 'STATED Thomas Keller: the plant was safe'],
    ['Thomas Keller said Maria Alvarez had told him the tax was fair.', 'STATED Maria Alvarez: the tax was fair'],
    ['Thomas Keller said Maria Alvarez wrote to him: “The tax is fair.”', 'STATED Maria Alvarez: The tax is fair.'],
  ])('%s', (text, ...expected) => expect(linesIn(text)).toEqual(expected));

  test('what speakers tell of themselves stays with what they say', () => {
    expect(linesIn('Thomas Keller said he had told Maria Alvarez that the plant was safe.')).toEqual([
      'STATED Thomas Keller: he had told Maria Alvarez that the plant was safe',
    ]);
    expect(linesIn('Maria Alvarez said she believes that the tax is fair.')).toEqual([
      'STATED Maria Alvarez: she believes that the tax is fair',
    ]);
  });
});
