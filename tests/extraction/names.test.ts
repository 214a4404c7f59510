import { stepsOf } from '../harness/steps';
import { entitiesOf } from '../../src/extraction/coreference/entitiesOf';
import { type FoundEntity, type Story } from '../../src/extraction/extraction';
import { extract } from '../../src/extraction/extract';
import { english } from '../../src/extraction/languages/en';
import { readText } from '../../src/extraction/text/readText';

const nothing = { standfirst: null, byline: null, dateline: null, source: null, creditLine: null };

function read(body: string, more: Partial<Story> = {}): readonly FoundEntity[] {
  const story: Story = { headline: '', ...nothing, language: 'en', images: [], body, ...more };
  return extract(story).entities;
}

/** An entity by its name, with the words of its mentions in the body. */
function find(entities: readonly FoundEntity[], name: string): FoundEntity & { words: string[] } {
  const entity = entities.find((each) => each.name === name);
  if (!entity) throw new Error(`${name} is not among ${entities.map((each) => each.name).join(', ')}`);
  return { ...entity, words: entity.mentions.map(({ text }) => text) };
}

describe('names and what refers to them', () => {
  test('a person is one, by full name, last name, title and pronoun', () => {
    const entities = read(
      'The mayor of Boston, Michelle Wu, opened the bridge on Monday.\n\n' +
        'Wu said she had waited for years. “It holds,” the mayor said.\n\n' +
        'Prime Minister Mark Carney was in Toronto. He did not speak to Wu.',
    );
    const wu = find(entities, 'Michelle Wu');
    expect(wu).toMatchObject({ kind: 'PERSON', otherNames: ['Wu'] });
    expect(wu.words).toEqual(expect.arrayContaining(['Michelle Wu', 'Wu', 'she']));
    const carney = find(entities, 'Mark Carney');
    expect(carney.titles).toEqual(['Prime Minister']);
    expect(carney.words).toContain('He');
    expect(find(entities, 'Toronto')).toMatchObject({ kind: 'PLACE', place: { kind: 'CITY', countryCode: 'CA' } });
  });

  test('a title stays with the person who was introduced with it', () => {
    const entities = read(
      'Secretary of State Marco Rubio met Finance Minister Anna Berg in Oslo, Norway. ' +
        'Berg left early, and the finance minister gave no reason. The secretary of state stayed.',
    );
    expect(find(entities, 'Marco Rubio').titles).toEqual(['Secretary of State']);
    expect(find(entities, 'Marco Rubio').words).toContain('The secretary of state');
    expect(find(entities, 'Anna Berg').words).toContain('the finance minister');
    expect(find(entities, 'Oslo').place).toEqual({ kind: 'CITY', countryCode: 'NO' });
  });

  test('he is not she: pronouns go to whom they can mean', () => {
    const entities = read('Susan Collins met James Miller in Denver on Friday. She thanked him. Later he thanked her.');
    expect(find(entities, 'Susan Collins').words).toEqual(['Susan Collins', 'She', 'her']);
    expect(find(entities, 'James Miller').words).toEqual(['James Miller', 'him', 'he']);
  });

  test('an organization is one by its initials, and a country by its short names', () => {
    const entities = read(
      'The World Health Organization (WHO) asked the United States for help. WHO officials said the U.S. had agreed.',
    );
    expect(find(entities, 'World Health Organization').words).toEqual(['World Health Organization', 'WHO', 'WHO']);
    expect(find(entities, 'United States').words).toEqual(['United States', 'U.S.']);
    expect(find(entities, 'United States').place).toEqual({ kind: 'COUNTRY', countryCode: 'US' });
  });

  test('a town is in the country printed after it', () => {
    expect(find(read('Police in Paris, Texas, closed the road.'), 'Paris').place?.countryCode).toBe('US');
    expect(find(read('Police in Paris closed the road.'), 'Paris').place?.countryCode).toBe('FR');
  });

  test('a source line is an organization', () => {
    expect(find(read('It rained.', { source: 'NewsNation' }), 'NewsNation').kind).toBe('ORGANIZATION');
  });

  test('spans count code points, and the words stand there', () => {
    const body = '😀😀 On Monday, Angela Merkel spoke in Berlin. 😀 Merkel left.';
    for (const { mentions } of read(body))
      for (const { span, text } of mentions) expect(Array.from(body).slice(span.start, span.end).join('')).toBe(text);
    expect(find(read(body), 'Angela Merkel').words).toEqual(['Angela Merkel', 'Merkel']);
  });

  test('the same story gives the same answer', () => {
    const body = 'Angela Merkel met Emmanuel Macron in Paris. She praised him.';
    expect(read(body)).toEqual(read(body));
  });
});

describe('texts that are no stories', () => {
  const texts: Record<string, string> = {
    nothing: '',
    'control characters': '\u0001\u0002 A\u0003B \u0007\u001b[31m Rubio\u0008',
    'only capitals': 'PRESIDENT OBAMA MEETS MERKEL IN BERLIN, SAYS GERMANY WILL PAY. '.repeat(200),
    German: 'Bundeskanzler Olaf Scholz sagte am Montag in Berlin, die Bundesregierung werde helfen. '.repeat(50),
    Japanese: '岸田文雄首相は東京で記者会見を開いた。'.repeat(500),
    'lone surrogates': 'Angela \ud83d Merkel \udc00 Berlin',
    'one word of many capitals': 'A'.repeat(100_000),
  };
  test.each(Object.entries(texts))('%s: an answer, whose mentions stand in the text', (_, body) => {
    const points = Array.from(body);
    for (const { mentions, confidence } of read(body)) {
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      for (const { span, text } of mentions) expect(points.slice(span.start, span.end).join('')).toBe(text);
    }
  });

  const lines: Record<string, (i: number) => string> = {
    'one line of names': (i) => `Marco Rubio${i % 7} met Mary Smith and `,
    'ever new people of one name': (i) => `A${i.toString(36)} Smith said Smith left. `,
    'ever new organizations': (i) => `Bank of X${i.toString(36)} Corp. sued the Y${i.toString(36)} Company. `,
    'pronouns and roles alone': () => 'He told her the mayor and the president said she saw him. ',
    'ever new mayors': (i) => `Mayor Bob Lee${i.toString(36)} and the mayor spoke. `,
  };
  test.each(Object.entries(lines))('%s: the work grows with the length only', (_, line) => {
    const cost = (count: number) => {
      const part = {
        part: 'BODY' as const,
        read: readText(Array.from({ length: count }, (__, i) => line(i)).join(''), english),
      };
      return stepsOf(() => entitiesOf([part]));
    };
    const [few, many] = [cost(200), cost(2000)];
    expect(many).toBeLessThan(15 * few);
  });
});
