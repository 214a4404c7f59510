import { openShelf, type Shelf } from './storing';
import { told, type ToldEntity } from './told';

let shelf: Shelf;
beforeEach(async () => (shelf = await openShelf()));
afterEach(() => shelf.close());

type Kind = 'Person' | 'Organization' | 'Place';

/** Adds a record as an editor does; gives its slug. */
async function add(kind: Kind, input: object): Promise<string> {
  const field = kind.toLowerCase();
  const answer = await shelf.ask<Record<string, Record<string, { slug: string } | null>>>(
    'EDITOR',
    `mutation ($input: Add${kind}Input!) { add${kind}(input: $input) { ${field} { slug } userErrors { message } } }`,
    { input },
  );
  return answer[`add${kind}`]![field]!.slug;
}

/** Stores a text that names these entities; gives the slugs of what it speaks of then. */
async function mentioned(...entities: readonly ToldEntity[]): Promise<string[]> {
  const body = `There are ${entities.map(({ name }) => name).join(' and ')} in this text.`;
  const article = await shelf.take(told('A headline', body, entities));
  return (await shelf.rowsOf(article)).mentions.map(({ entity }) => entity as string).sort();
}

const people = async (): Promise<number> => (await shelf.query('select from person')).length;
const fox = { kind: 'ORGANIZATION', name: 'Fox Institute' } as const;

test('one of that name is the one that is meant, by name or alias, accents and case aside; nothing of it changes', async () => {
  await add('Person', { name: 'Mélanie Joly', aliases: ['Mélanie Anne Joly'] });
  const before = await shelf.query('select *, xmin::text from person');
  expect(await mentioned({ name: 'MELANIE JOLY' })).toEqual(['melanie-joly']);
  expect(await mentioned({ name: 'Melanie Anne Joly', otherNames: ['Joly'], titles: ['Minister'] })).toEqual([
    'melanie-joly',
  ]);
  expect(await shelf.query('select *, xmin::text from person')).toEqual(before);
});

test('of two John Smiths none is taken without a reason, and no third is made', async () => {
  await add('Person', { name: 'John Smith', slug: 'john-smith-1' });
  await add('Person', { name: 'John Smith', slug: 'john-smith-2' });
  expect(await mentioned({ name: 'John Smith' })).toEqual([]);
  expect(await mentioned({ name: 'John Smith', titles: ['Mayor'] })).toEqual([]);
  expect(await people()).toBe(2);
});

test('of two John Smiths a title, or the company of an earlier article, speaks for one', async () => {
  const mayor = await add('Person', {
    name: 'John Smith',
    slug: 'mayor-smith',
    roles: [{ title: 'Mayor of Uruapan' }],
  });
  const player = await add('Person', { name: 'John Smith', slug: 'player-smith', description: 'Goalkeeper' });
  expect(await mentioned({ name: 'John Smith', titles: ['Mayor'] })).toEqual([mayor]);
  expect(await mentioned({ name: 'John Smith', titles: ['former goalkeeper'] }, fox)).toEqual([
    'fox-institute',
    player,
  ]);
  expect(await mentioned({ name: 'John Smith' }, fox)).toEqual(['fox-institute', player]);
  expect(await mentioned({ name: 'John Smith' }, { kind: 'ORGANIZATION', name: 'Hen Institute' })).toEqual([
    'hen-institute',
  ]);
});

test('the only one of that name is another one where the titles contradict, unless company speaks for it', async () => {
  const player = await add('Person', { name: 'John Smith', roles: [{ title: 'Goalkeeper' }] });
  expect(await mentioned({ name: 'John Smith', titles: ['Goalkeeper'] }, fox)).toEqual(['fox-institute', player]);
  expect(await mentioned({ name: 'John Smith', titles: ['Chairman'] }, fox)).toEqual(['fox-institute', player]);
  expect(await mentioned({ name: 'John Smith', titles: ['Senator'] })).toEqual(['john-smith-2']);
});

test('a surname alone is linked in company only; one that nobody has gets a record', async () => {
  const rubio = await add('Person', { name: 'Marco Rubio' });
  expect(await mentioned({ name: 'Rubio' })).toEqual([]);
  expect(await mentioned({ name: 'Marco Rubio' }, fox)).toEqual(['fox-institute', rubio]);
  expect(await mentioned({ name: 'Rubio' }, fox)).toEqual(['fox-institute', rubio]);
  expect(await mentioned({ name: 'Zabel' })).toEqual(['zabel']);
  expect(await people()).toBe(2);
});

test('a name that more records share than are looked at is left alone, but for the one that the article is tied to', async () => {
  await shelf.query(
    `insert into person (slug, name) select 'rubio-' || n, 'Person' || n || ' Rubio' from generate_series(1, 20) n`,
  );
  const one = await add('Person', { name: 'Marco Rubio', roles: [{ title: 'Senator' }] });
  const text = told('A headline', 'There is Rubio in this text.', [{ name: 'Rubio', titles: ['Senator'] }]);
  const article = await shelf.take(text);
  expect((await shelf.rowsOf(article)).mentions).toEqual([]);
  expect((await shelf.store(article, text)).tooManyCandidates).toEqual(new Set(['Rubio']));
  await shelf.query(
    `insert into mention (article_id, version, rel, person_id, position) select $1, 1, 'MENTIONS', id, 1 from person where slug = $2`,
    [article, one],
  );
  expect((await shelf.store(article, text)).tooManyCandidates).toEqual(new Set());
  await shelf.query(`delete from person where slug = 'rubio-1'`);
  expect(await mentioned({ name: 'Rubio', titles: ['Senator'] })).toEqual([one]);
});

test('of an organization that many others share a name with the one best known by it is meant', async () => {
  await shelf.query(
    `insert into organization (slug, name, aliases) select 'times-' || n, n || ' Times', '{Times}' from generate_series(1, 25) n`,
  );
  expect(await mentioned({ kind: 'ORGANIZATION', name: 'Times' })).toEqual([]);
  const times = await add('Organization', { name: 'Times', slug: 'the-times' });
  expect(await mentioned({ kind: 'ORGANIZATION', name: 'Times' })).toEqual([times]);
});

test('of a hundred places of one name the country tells one, and company is asked of no more than twenty', async () => {
  await shelf.query(`insert into place (slug, name, kind, country_code)
    select 'paris-' || n, 'Paris', 'CITY', case when n = 60 then 'FR' end from generate_series(1, 100) n`);
  expect(await mentioned({ kind: 'PLACE', name: 'Paris', place: { kind: 'CITY', countryCode: 'FR' } }, fox)).toEqual([
    'fox-institute',
    'paris-60',
  ]);
  expect(await mentioned({ kind: 'PLACE', name: 'Paris', place: { kind: 'CITY', countryCode: null } }, fox)).toEqual([
    'fox-institute',
  ]);
});

test('countries are known by their codes, other places by kind and country', async () => {
  const place = (name: string, kind: string, countryCode: string | null) =>
    ({ kind: 'PLACE', name, place: { kind, countryCode } }) as ToldEntity;
  const georgia = await add('Place', { name: 'Georgia', placeKind: 'COUNTRY', countryCode: 'GE' });
  expect(await mentioned(place('Georgia', 'COUNTRY', 'GE'))).toEqual([georgia]);
  expect(await mentioned(place('Georgia', 'REGION', 'US'))).toEqual(['georgia-2']);
  expect(await mentioned(place('Georgia', 'REGION', 'US'), place('U.S.', 'COUNTRY', 'US'))).toEqual([
    'georgia-2',
    'united-states',
  ]);
  expect(await mentioned(place('America', 'COUNTRY', 'US'))).toEqual(['united-states']);
  expect(await mentioned(place('Paris', 'CITY', 'FR'))).toEqual(['paris']);
  expect(await mentioned(place('Paris', 'CITY', 'US'))).toEqual(['paris-2']);
  expect(await mentioned(place('Paris', 'CITY', null))).toEqual([]);
});

test('an acronym that is only an alias needs company', async () => {
  const who = await add('Organization', { name: 'World Health Organization', aliases: ['WHO'] });
  const acronym = { kind: 'ORGANIZATION', name: 'WHO' } as const;
  expect(await mentioned(acronym)).toEqual([]);
  expect(await mentioned({ ...acronym, name: 'World Health Organization', otherNames: ['WHO'] }, fox)).toEqual([
    'fox-institute',
    who,
  ]);
  expect(await mentioned(acronym, fox)).toEqual(['fox-institute', who]);
});

test('what an embargoed or unpublished text calls somebody is told by no record', async () => {
  const entity = { name: 'Inês Prado', otherNames: ['Agent Marigold'], titles: ['Secret Mayor'] };
  const body = 'Inês Prado is Agent Marigold.';
  await shelf.take(told('Draft', body, [entity]));
  const open = await shelf.take(told('Open', 'Inês Prado slept.', [{ name: 'Inês Prado' }]));
  await shelf.query(`update article set status = 'PUBLISHED' where id = $1`, [open]);
  const seen = await shelf.ask(
    'READER',
    '{ people { edges { node { name aliases description roles { title } reviewStatus } } } }',
  );
  expect(seen).toEqual({
    people: {
      edges: [{ node: { name: 'Inês Prado', aliases: [], description: null, roles: [], reviewStatus: 'UNREVIEWED' } }],
    },
  });
});

test('two texts that bring the same person at the same time bring one', async () => {
  const texts = ['one', 'two', 'three'].map((word) =>
    told(word, `Inês Prado slept in ${word}.`, [{ name: 'Inês Prado' }]),
  );
  await Promise.all(texts.map((text) => shelf.take(text)));
  expect(await people()).toBe(1);
});
