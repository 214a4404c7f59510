import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sessionOf } from '../../../src/data/connection';
import { openPools } from '../../../src/data/database';
import { loadSampleIfEmpty, sampleFile } from '../../../src/import/seed/load';
import { loadStory, readStory } from '../../../src/import/seed/loadStory';
import { openTestDatabase, type TestDatabase } from '../../harness/database';

const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-story-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const storyText =
  'Le journal\r\n\r\nZoë Ünal 🎉 au café\r\n \t\r\nPre\u0301face avec 🎉🎉 et une \u201cphrase\u201d. Zoë dit : \u201cOui, 🎉 oui\u201d, puis \u201cnon.\u201d  \r\n\r\n\r\n\r\nZoë, encore. Le Zoëland aussi.\r\n';

const storyRecords = {
  text: 'story.txt',
  blocks: ['source', 'headline', 'body'],
  article: { status: 'DRAFT', language: 'fr', source: 'le-journal', publishedAt: '2025-11-03T14:05:00+02:00' },
  people: [{ name: 'Zoë Ünal', roles: [{ title: 'autrice', organization: 'le-journal', from: '2020-01-01' }] }],
  organizations: [{ name: 'Le journal' }],
  places: [{ name: 'Zoëland', kind: 'REGION', latitude: 1.5, longitude: -2 }],
  mentions: [
    { place: 'zoeland', rel: 'MENTIONS', words: ['Zoëland'] },
    { person: 'zoe-unal', rel: 'ABOUT', words: ['Zoë'] },
  ],
  quotes: [
    {
      kind: 'DIRECT',
      spans: ['Oui, 🎉 oui', 'non.'],
      cue: 'dit',
      speaker: { person: 'zoe-unal' },
      speakerName: 'Zoë',
      saidOn: '2025-11-02',
    },
  ],
};

let number = 0;
/** Writes a story's two files and reads them. */
function story(changes: object = {}, text: string | Buffer = storyText) {
  number += 1;
  const file = path.join(folder, `${number}.json`);
  writeFileSync(path.join(folder, `${number}.txt`), text);
  writeFileSync(file, JSON.stringify({ ...storyRecords, text: `${number}.txt`, ...changes }));
  return readStory(file);
}

describe('the loader', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await openTestDatabase();
  });
  afterEach(() => database.close());

  test('fills an empty database once, also when two nodes start at once', async () => {
    const { connection, config, log } = database;
    const other = openPools(sessionOf(connection, config), config, log);
    try {
      const loaded = await Promise.all([loadSampleIfEmpty(database), loadSampleIfEmpty(other)]);
      expect(loaded.sort()).toEqual([false, true]);
    } finally {
      await other.close();
    }
    expect(await loadSampleIfEmpty(database)).toBe(false);
    expect(await database.prisma.article.count()).toBe(1);
    expect(await database.prisma.quote.count()).toBe(11);
  });

  test('leaves a database alone that has another article', async () => {
    await loadStory(database, await story());
    expect(await loadSampleIfEmpty(database)).toBe(false);
    expect(await database.prisma.article.count()).toBe(1);
  });

  test('takes any story: other line ends, composed letters, signs outside the basic plane', async () => {
    const id = await loadStory(database, await story());
    const article = await database.prisma.article.findUniqueOrThrow({
      where: { id },
      include: {
        source: true,
        versions: true,
        mentions: { include: { spans: true }, orderBy: { position: 'asc' } },
        quotes: { include: { spans: { orderBy: { index: 'asc' } } } },
      },
    });
    const { body } = article.versions[0]!;
    expect(body).toBe(
      'Pr\u00e9face avec 🎉🎉 et une “phrase”. Zoë dit : “Oui, 🎉 oui”, puis “non.”\n\nZoë, encore. Le Zoëland aussi.',
    );
    expect(article).toMatchObject({ slug: 'zoe-unal-au-cafe', status: 'DRAFT', source: { name: 'Le journal' } });
    expect(article.publishedAt).toEqual(new Date('2025-11-03T12:05:00Z'));
    expect(article.mentions.map(({ rel, spans }) => [rel, spans.map((span) => span.text)])).toEqual([
      ['ABOUT', ['Zoë', 'Zoë']],
      ['MENTIONS', ['Zoëland']],
    ]);
    expect(article.quotes[0]).toMatchObject({ text: 'Oui, 🎉 oui non.', cueText: 'dit', sourceType: 'NAMED_PERSON' });
    for (const { startOffset, endOffset, text } of article.quotes[0]!.spans) {
      expect(Array.from(body).slice(startOffset, endOffset).join('')).toBe(text);
    }
    expect(await database.prisma.role.findMany()).toMatchObject([{ title: 'autrice', from: new Date('2020-01-01') }]);
  });

  test('uses the people, organizations and places that are there, and leaves them as they are', async () => {
    const { id } = await database.prisma.person.create({ data: { slug: 'zoe-unal', name: 'Zoë Ü.' } });
    await loadStory(database, await story());
    await loadStory(database, await story({ article: { ...storyRecords.article, slug: 'again' } }));
    const [person, ...others] = await database.prisma.person.findMany({ include: { quotes: true, roles: true } });
    expect(others).toEqual([]);
    expect(person).toMatchObject({ id, name: 'Zoë Ü.', roles: [] });
    expect(person!.quotes).toHaveLength(2);
    expect(await database.prisma.place.count()).toBe(1);
  });

  test('stores all or nothing', async () => {
    const empty = { article: { ...storyRecords.article, slug: 'half' } };
    const bad = await story(
      { ...empty, people: [...storyRecords.people, { name: 'Other', slug: 'other' }] },
      storyText.replace('aussi', 'aus\u0001si'),
    );
    await expect(loadStory(database, bad)).rejects.toThrow();
    for (const table of ['article', 'person', 'organization', 'place'] as const) {
      const { rows } = await database.pool.query(`SELECT count(*)::int AS count FROM ${table}`);
      expect(rows).toEqual([{ count: 0 }]);
    }
  });
});

describe('a story with a mistake', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  const quote = storyRecords.quotes[0]!;
  test.each<[string, object, string]>([
    [
      'words that stand several times',
      { quotes: [{ ...quote, spans: ['Zoë'] }] },
      'quotes[0].spans[0]: “Zoë” stands at 2 places; choose one by "nth":\n  1. at 33 to 36: …avec 🎉🎉 et une “phrase”. [Zoë] dit : “Oui, 🎉 oui”, puis “non.”…\n  2. at 70 to 73:',
    ],
    [
      'words that do not stand there',
      { quotes: [{ ...quote, spans: ['Oui, mais'] }] },
      'quotes[0].spans[0]: “Oui, mais” stands nowhere in the body',
    ],
    [
      'a part of a word',
      { quotes: [{ ...quote, spans: ['Zoëla'] }] },
      'quotes[0].spans[0]: “Zoëla” stands nowhere in the body',
    ],
    [
      'a place too many',
      { quotes: [{ ...quote, cue: { words: 'Zoë', nth: 3 } }] },
      'quotes[0].cue: There is no place 3; the body has 2:',
    ],
    [
      'spans that run backwards',
      { quotes: [{ ...quote, spans: ['non.', 'Oui'] }] },
      'quotes[0].spans[1]: Give the spans in the order of the text',
    ],
    [
      'a name not written there',
      { quotes: [{ ...quote, speakerName: 'Zoé' }] },
      'quotes[0].speakerName: “Zoé” stands nowhere',
    ],
    [
      'an unknown speaker',
      { quotes: [{ ...quote, speaker: { person: 'nobody' } }] },
      'quotes[0].speaker.person: There is no “nobody” among the people',
    ],
    [
      'an unknown parent',
      { places: [{ name: 'Zoëland', kind: 'CITY', parent: 'atlantis' }] },
      'places[0].parent: There is no “atlantis” among the places',
    ],
    [
      'a slug twice',
      { people: [...storyRecords.people, ...storyRecords.people] },
      'people[1].slug: “zoe-unal” comes twice',
    ],
    [
      'two mentions of the same words',
      { mentions: [...storyRecords.mentions, { place: 'zoeland', rel: 'ABOUT', words: ['Zoë'] }] },
      'mentions[2].words[0]: mentions[1].words[0] has the same words',
    ],
    [
      'overlapping mentions',
      {
        mentions: [
          ...storyRecords.mentions,
          { place: 'zoeland', rel: 'ABOUT', words: ['Le Zoëland', 'Zoëland aussi'] },
        ],
      },
      'mentions[2].words[1]: It overlaps mentions[2].words[0]: …',
    ],
    [
      'a mention of nothing',
      { mentions: [{ person: 'zoe-unal', rel: 'ABOUT', words: ['Zoe'] }] },
      'mentions[0].words[0]: “Zoe” stands nowhere in the text',
    ],
    [
      'a dateline from elsewhere',
      { article: { ...storyRecords.article, dateline: 'PARIS' } },
      'article.dateline: The body does not begin with “PARIS”',
    ],
    [
      'another source than printed',
      { organizations: [{ name: 'La revue', slug: 'le-journal' }] },
      'article.source: The text names “Le journal” as its source',
    ],
    [
      'a caption without an image',
      { blocks: ['source', 'headline', 'caption', 'body'] },
      'images: The text has 1 captions',
    ],
  ])('is refused for %s, saying where', async (_, changes, message) => {
    await expect(async () => loadStory(database, await story(changes))).rejects.toThrow(
      expect.objectContaining({ name: 'StoryError', message: expect.stringContaining(message) as string }) as Error,
    );
    expect(await database.prisma.article.count()).toBe(0);
  });
});

describe('the format', () => {
  test('names every mistake and where it is', async () => {
    const records = {
      blocks: ['headline'],
      people: [{ name: ' Zoë ' }],
      places: [{ name: 'X', kind: 'PLANET', colour: 'red' }],
      mentions: [{ rel: 'ABOUT', words: ['Zoë'] }],
      quotes: [{ kind: 'DIRECT', spans: [{ words: 'Oui', nth: 0 }], cue: 7 }],
    };
    const refusal = await story(records).then(String, String);
    for (const part of [
      'blocks: End with one "body".',
      'people[0].name: Give some text, without blanks at its ends.',
      'places[0].kind: ',
      'places[0]: Unrecognized key: "colour"',
      'mentions[0]: Give one person, organization or place.',
      'quotes[0].spans[0].nth: Count from 1.',
      'quotes[0].cue: Give the words as a string, or {"words": "…", "nth": 2}',
    ]) {
      expect(refusal).toContain(part);
    }
  });

  test('wants JSON, UTF-8 and as many paragraphs as named', async () => {
    const broken = path.join(folder, 'broken.json');
    writeFileSync(broken, '{');
    await expect(readStory(broken)).rejects.toThrow(/broken\.json cannot be read as a story/);
    await expect(story({}, Buffer.from([0x41, 0xff]))).rejects.toThrow(/\d+\.txt is not UTF-8/);
    await expect(story({}, 'One\n\nTwo')).rejects.toThrow('blocks: 3 are named, but the text has 2 paragraphs.');
  });

  test('is the one that the sample keeps', async () => {
    await expect(readStory(sampleFile)).resolves.toMatchObject({ text: { source: 'NewsNation' } });
  });
});
