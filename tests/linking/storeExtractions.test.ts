import type { Extraction } from '../../src/extraction/extraction';
import { openShelf, type Shelf } from './storing';
import { told } from './told';

let shelf: Shelf;
beforeAll(async () => (shelf = await openShelf()));
afterAll(() => shelf.close());

const body =
  '“We met in Lisbon,” said Mayor Inês Prado. “It was cold,” Prado added, “and late.”\n\nThe 🦊 Institute was not there.';

function findings(): Extraction {
  return told(
    'Prado met no foxes',
    body,
    [
      { name: 'Inês Prado', otherNames: ['Prado'], titles: ['Mayor'] },
      { kind: 'ORGANIZATION', name: '🦊 Institute' },
      { kind: 'PLACE', name: 'Lisbon', place: { kind: 'CITY', countryCode: 'PT' } },
      { kind: 'PERSON', name: 'Mayor', confidence: 0.2 },
    ],
    [
      { words: ['We met in Lisbon,'], cue: 'said', speaker: 0, name: 'Inês Prado', title: 'Mayor' },
      { words: ['It was cold,', 'and late.'], cue: 'added', speaker: 0, name: 'Prado' },
    ],
  );
}

test('what was found becomes records: unreviewed, by rule, with exact spans, each entity once', async () => {
  const article = await shelf.take(findings());
  const { quotes, mentions } = await shelf.rowsOf(article);
  expect(quotes).toMatchObject([
    {
      text: 'We met in Lisbon,',
      ...{ position: 1, method: 'RULE', review_status: 'UNREVIEWED', confidence: 0.8, cue_text: 'said' },
      speaker: 'ines-prado',
      spans: ['1-18 “[We met in Lisbon,]” said Mayor Inês Prado. “It was'],
    },
    { text: 'It was cold, and late.', position: 2, speaker_name: 'Prado', speaker: 'ines-prado' },
  ]);
  expect(mentions).toMatchObject([
    { entity: 'lisbon', rel: 'MENTIONS', words: ['Lisbon'], position: 1, method: 'RULE', confidence: 0.9 },
    { entity: 'ines-prado', rel: 'ABOUT', words: ['Inês Prado', 'Prado'], review_status: 'UNREVIEWED' },
    { entity: 'institute', words: ['🦊 Institute'], position: 3 },
  ]);
  const people = await shelf.query(
    `select name, aliases, listed, review_status,
    array(select title from role where person_id = person.id and article_id = $1) as titles from person`,
    [article],
  );
  expect(people).toEqual([
    { name: 'Inês Prado', aliases: [], listed: false, review_status: 'UNREVIEWED', titles: ['Mayor'] },
  ]);
  expect(await shelf.query('select country_code, kind from place')).toEqual([{ country_code: 'PT', kind: 'CITY' }]);
});

test('storing the same again changes not one row', async () => {
  const article = await shelf.take(findings());
  const everything = async () => [
    await shelf.rowsOf(article),
    await shelf.query('select *, xmin::text from person order by id'),
  ];
  const before = await everything();
  const again = await shelf.store(article, findings());
  expect(again).toMatchObject({
    quotes: { added: 0, changed: 0, removed: 0 },
    mentions: { added: 0, changed: 0, removed: 0 },
    entities: [],
  });
  expect(again.articles.size).toBe(0);
  expect(await everything()).toEqual(before);
});

test('a second article about the same brings no second record, also within one batch', async () => {
  const before = await shelf.query(
    'select id from person union select id from place union select id from organization',
  );
  const articles = await Promise.all([shelf.draft(body), shelf.draft(body), shelf.draft(body)]);
  const { prisma } = shelf.server.database;
  const { storeExtractions } = await import('../../src/linking/storeExtractions');
  const other = told('Other', body, [
    { name: 'Quentin Zabel' },
    { kind: 'ORGANIZATION', name: 'The 🦊 Institute', otherNames: ['🦊 Institute'] },
  ]);
  const batch = articles.map(({ id }, i) => ({
    ...{ articleId: id.slice('article_'.length), version: 1 },
    extraction: i === 0 ? findings() : other,
  }));
  const stored = await prisma.$transaction((tx) => storeExtractions(tx, batch));
  expect(stored.entities.map(({ kind }) => kind)).toEqual(['person']);
  const after = await shelf.query('select id from person union select id from place union select id from organization');
  expect(after.length).toBe(before.length + 1);
});

test('what an editor verified, rejected, recorded or attributed stays, and what overlaps it is not found again', async () => {
  const article = await shelf.take(findings());
  const { quotes, mentions } = await shelf.rowsOf(article);
  const [first, second] = quotes as { id: string }[];
  const editor = (mutation: string, input: object) =>
    shelf.ask(
      'EDITOR',
      `mutation ($input: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) {
      ${mutation}(input: $input) { userErrors { message } } }`,
      { input },
    );
  await editor('rejectQuote', { id: `quote_${first!.id}`, expectedRevision: 1 });
  await editor('attributeQuote', {
    id: `quote_${second!.id}`,
    expectedRevision: 1,
    speaker: null,
    speakerName: 'A voice',
  });
  const lisbon = mentions.find(({ entity }) => entity === 'lisbon')!;
  await editor('rejectMention', { id: `mention_${lisbon.id as string}`, expectedRevision: 1 });
  const before = await shelf.rowsOf(article);
  expect(before.quotes).toMatchObject([{ review_status: 'REJECTED' }, { speaker: null, method: 'HUMAN' }]);

  const longer = findings();
  const found = { ...longer, quotes: longer.quotes.map((quote) => ({ ...quote, confidence: 0.3 })) };
  await shelf.store(article, found);
  expect(await shelf.rowsOf(article)).toEqual(before);
});

describe('a quote that an editor rejected, in an article that was revised', () => {
  const text = '“We met in Lisbon,” said Mayor Inês Prado.';
  const quoteIn = (revised: string) =>
    told('Prado met no foxes', revised, [{ name: 'Inês Prado' }], [{ words: ['We met in Lisbon,'], speaker: 0 }]);
  const rejectedFirst = async (first: string) => {
    const article = await shelf.take(quoteIn(first));
    const [quote] = (await shelf.rowsOf(article)).quotes;
    const rejecting = `mutation ($id: ID!) { rejectQuote(input: { id: $id, expectedRevision: 1 }) { userErrors { message } } }`;
    await shelf.ask('EDITOR', rejecting, { id: `quote_${quote!.id as string}` });
    return article;
  };
  const revised = async (article: string, expectedVersion: number, body: string) => {
    const { version } = await shelf.done('reviseArticle', { id: `article_${article}`, expectedVersion, body });
    await shelf.store(article, quoteIn(body), version);
    return (await shelf.rowsOf(article)).quotes;
  };
  const rejected = { text: 'We met in Lisbon,', review_status: 'REJECTED', version: 1 };

  test('is not found again while its words stand, wherever they went, and as often as it is revised', async () => {
    const article = await rejectedFirst(text);
    expect(await revised(article, 1, `It rained.\n\n${text}`)).toMatchObject([rejected]);
    const later = `Nobody knows more about what happened there.\n\n${text}\n\nIt rained on them.`;
    expect(await revised(article, 2, later)).toMatchObject([rejected]);
  });

  test('is not found again where an equal passage beside it makes it uncertain which of them it is', async () => {
    const passage = `They were asked where it was that they had met. ${text} There were no further questions on that.`;
    const article = await rejectedFirst(`${passage}\n\n${passage}\n\n${passage}`);
    expect(await revised(article, 1, `${passage}\n\nIt rained.\n\n${passage}`)).toMatchObject([rejected]);
  });

  test('is found where other words say the same', async () => {
    const article = await rejectedFirst(text);
    const other = 'The council came home. Its bus was late.\n\nInês Prado laughed: “We met in Lisbon,” she told foxes.';
    expect(await revised(article, 1, other)).toMatchObject([rejected, { review_status: 'UNREVIEWED', version: 2 }]);
  });
});

test('of what nobody looked at, only what is different changes: ids stay with their words', async () => {
  const article = await shelf.take(findings());
  const before = await shelf.rowsOf(article);
  const [first, second] = findings().quotes;
  const unknown = first!.sources.map((source) => ({ ...source, speaker: null }));
  const { entities, story } = findings();
  const stored = await shelf.store(article, {
    story,
    entities: entities.slice(0, 1),
    quotes: [{ ...second!, confidence: 0.4 }],
  });
  expect(stored).toMatchObject({ quotes: { added: 0, changed: 1, removed: 1 }, mentions: { changed: 1, removed: 2 } });
  const after = await shelf.rowsOf(article);
  expect(after.quotes).toMatchObject([{ id: before.quotes[1]!.id, confidence: 0.4, position: 1 }]);
  expect(after.mentions).toMatchObject([{ id: before.mentions[1]!.id, position: 1 }]);
  await shelf.store(article, { story, entities: [], quotes: [{ ...first!, sources: unknown }] });
  const last = await shelf.rowsOf(article);
  expect(last.mentions).toEqual([]);
  expect(last.quotes).toMatchObject([{ text: 'We met in Lisbon,', speaker: null }]);
});

test('words that nobody said are stored as nobody’s quote: denied, alleged, or still to come', async () => {
  const text = 'Prado denied “we met in Lisbon”, and “it was late” is what she said.';
  const quotes = (['DENIED', 'ALLEGED', 'HYPOTHETICAL', 'STATED'] as const).map((polarity) => ({
    words: [polarity === 'STATED' ? 'it was late' : 'we met in Lisbon'],
    ...{ polarity, speaker: 0 },
  }));
  const article = await shelf.take(told('Prado denies', text, [{ name: 'Prado' }], quotes));
  expect((await shelf.rowsOf(article)).quotes).toMatchObject([{ text: 'it was late' }]);
});

test('several who speak as one are a name together', async () => {
  const text = '“We met in Lisbon,” said Inês Prado and Rui Sá.';
  const said = told('They met', text, [{ name: 'Inês Prado' }, { name: 'Rui Sá' }], [{ words: ['We met in Lisbon,'] }]);
  const source = (name: string, speaker: number) => {
    const start = text.indexOf(name);
    const span = { start, end: start + name.length };
    return { span, type: 'NAMED_PERSON' as const, name, speaker, title: null, onBehalfOf: null };
  };
  const sources = [source('Inês Prado', 0), source('Rui Sá', 1)];
  const article = await shelf.take({ ...said, quotes: [{ ...said.quotes[0]!, sources }] });
  expect((await shelf.rowsOf(article)).quotes).toMatchObject([
    { speaker_name: 'Inês Prado and Rui Sá', speaker: null },
  ]);
});

test('a version that was not read is refused, and nothing is stored', async () => {
  const { id } = await shelf.draft(body);
  await expect(shelf.store(id.slice('article_'.length), findings(), 2)).rejects.toThrow(
    /has version 1, and 2 was read/,
  );
  await expect(shelf.store('00000000-0000-4000-8000-000000000000', findings())).rejects.toThrow(/version none/);
});

test('words that are not those of the text are refused by the database', async () => {
  const { id } = await shelf.draft('Other words altogether, and no others.');
  await expect(shelf.store(id.slice('article_'.length), findings())).rejects.toThrow();
  expect((await shelf.rowsOf(id.slice('article_'.length))).quotes).toEqual([]);
});
