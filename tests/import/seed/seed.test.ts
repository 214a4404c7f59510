import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../../src/packageRoot';
import { openTestDatabase, type TestDatabase } from '../../harness/database';

const text = readFileSync(path.join(packageRoot, 'prisma/seed/rubio-mexico-cartels.txt'), 'utf8');

/** Counted by code points, without any code of the program. */
function slice(body: string, start: number, end: number): string {
  return Array.from(body).slice(start, end).join('');
}

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ seeded: true });
});
afterAll(() => database.close());

function sampleArticle() {
  return database.prisma.article.findFirstOrThrow({
    include: {
      source: true,
      located: true,
      versions: true,
      corrections: true,
      subjects: true,
      images: { include: { photographer: true, located: true, people: { include: { person: true } } } },
      roles: { include: { person: true, organization: true }, orderBy: { title: 'asc' } },
      mentions: {
        include: { person: true, organization: true, place: true, spans: { orderBy: { index: 'asc' } } },
        orderBy: { position: 'asc' },
      },
      quotes: {
        include: { speakerPerson: true, saidIn: true, spans: { orderBy: { index: 'asc' } } },
        orderBy: { position: 'asc' },
      },
    },
  });
}
type SampleArticle = Awaited<ReturnType<typeof sampleArticle>>;

let article: SampleArticle;
let body: string;
beforeAll(async () => {
  article = await sampleArticle();
  body = article.versions[0]!.body;
});

describe('the sample article', () => {
  test('is the text as it was received', () => {
    expect(createHash('sha256').update(text).digest('hex')).toBe(
      'f13fd5c38b4b432c487a73992b96138615966fedc2c124580e4d0133d313b210',
    );
  });

  test('keeps headline, caption and body to the letter, and no blank line twice', () => {
    const blocks = text.split(/\n{2,}/);
    expect(article.versions).toMatchObject([{ number: 1, standfirst: null, createdBy: null, reason: null }]);
    expect(article.versions[0]!.headline).toBe(blocks[1]);
    expect(article.images.map((image) => image.caption)).toEqual([blocks[2]]);
    expect(body).toBe(text.slice(text.indexOf('SAN DIEGO (Border Report) — ')).replace('\n\n\n', '\n\n'));
    expect(body.split('\n\n')).toHaveLength(10);
    expect(body).toContain('to fright drug cartels');
  });

  test('says what is printed and leaves empty what is not', () => {
    expect(article).toMatchObject({
      slug: 'rubio-scraps-plan-to-use-us-military-against-cartels-in-mexico',
      status: 'PUBLISHED',
      version: 1,
      language: 'en-US',
      dateline: 'SAN DIEGO',
      located: { name: 'San Diego' },
      source: { name: 'NewsNation' },
      creditLine: 'Border Report',
      uri: null,
      byline: null,
      genre: null,
      urgency: null,
      keywords: [],
      publishedAt: null,
      embargoedUntil: null,
      revisedAt: null,
      corrections: [],
      subjects: [],
    });
  });

  test('has one picture, of Mélanie Joly and Marco Rubio', () => {
    expect(article.images).toMatchObject([
      {
        index: 0,
        creditLine: 'Getty Images',
        photographer: { name: 'Andrej Ivanov' },
        located: { name: 'La Malbaie' },
      },
    ]);
    expect(article.images[0]!.takenOn).toEqual(new Date('2025-03-13'));
    expect(article.images[0]!.people.map(({ person }) => person.name).sort()).toEqual(['Marco Rubio', 'Mélanie Joly']);
  });
});

describe('its people, organizations and places', () => {
  test('are those in the text', async () => {
    const people = await database.prisma.person.findMany({ orderBy: { slug: 'asc' } });
    expect(people.map(({ slug, name, aliases, description }) => [slug, name, aliases, description])).toEqual([
      ['andrej-ivanov', 'Andrej Ivanov', [], 'Photographer'],
      ['carlos-manzo', 'Carlos Manzo', [], 'Mayor of Uruapan, murdered'],
      ['marco-rubio', 'Marco Rubio', [], 'U.S. Secretary of State'],
      ['melanie-joly', 'Mélanie Joly', ['Melanie Joly'], 'Minister of Foreign Affairs of Canada'],
    ]);
    const organizations = await database.prisma.organization.findMany({ orderBy: { slug: 'asc' } });
    expect(organizations.map(({ slug, name, aliases, kind }) => [slug, name, aliases, kind])).toEqual([
      ['border-report', 'Border Report', [], null],
      ['g7', 'G7', ['Group of Seven'], null],
      ['getty-images', 'Getty Images', [], null],
      ['mexican-government', 'Mexican Government', [], 'government'],
      ['newsnation', 'NewsNation', [], null],
      ['us-government', 'U.S. Government', ['United States', 'U.S.'], 'government'],
    ]);
    const places = await database.prisma.place.findMany({ include: { parent: true }, orderBy: { slug: 'asc' } });
    expect(places.map(({ name, kind, countryCode, parent }) => [name, kind, countryCode, parent?.name])).toEqual([
      ['Britain', 'COUNTRY', 'GB', undefined],
      ['Canada', 'COUNTRY', 'CA', undefined],
      ['Fairmont Manoir Richelieu', 'VENUE', 'CA', 'La Malbaie'],
      ['France', 'COUNTRY', 'FR', undefined],
      ['Germany', 'COUNTRY', 'DE', undefined],
      ['Italy', 'COUNTRY', 'IT', undefined],
      ['Japan', 'COUNTRY', 'JP', undefined],
      ['La Malbaie', 'CITY', 'CA', 'Canada'],
      ['Mexico', 'COUNTRY', 'MX', undefined],
      ['San Diego', 'CITY', 'US', 'United States'],
      ['United States', 'COUNTRY', 'US', undefined],
      ['Uruapan', 'CITY', 'MX', 'Mexico'],
    ]);
    for (const { latitude, longitude } of places) expect([latitude, longitude]).toEqual([null, null]);
    for (const { aliases } of [...people, ...organizations, ...places]) {
      for (const alias of aliases) expect(text).toContain(alias);
    }
    expect(await database.prisma.externalId.count()).toBe(0);
  });

  test('hold the titles that the text gives them, with no dates', () => {
    const roles = article.roles.map(({ person, title, organization, from, to }) => [
      person.name,
      title,
      organization?.name ?? null,
      from,
      to,
    ]);
    expect(roles).toEqual([
      ['Carlos Manzo', 'Mayor of Uruapan', null, null, null],
      ['Mélanie Joly', 'Minister of Foreign Affairs of Canada', null, null, null],
      ['Marco Rubio', 'U.S. Secretary of State', 'U.S. Government', null, null],
    ]);
  });

  test('are mentioned once in each way, in the order of the text, with every place in the body', () => {
    const mentions = article.mentions.map((mention) => [
      (mention.person ?? mention.organization ?? mention.place)!.name,
      mention.rel,
      mention.spans.map((span) => span.text).join('|'),
    ]);
    expect(mentions).toEqual([
      ['NewsNation', 'MENTIONS', ''],
      ['Marco Rubio', 'ABOUT', 'Marco Rubio|Rubio|Rubio|Rubio|Rubio|Rubio'],
      ['United States', 'MENTIONS', 'U.S.|U.S.|United States'],
      ['Mexico', 'ABOUT', 'Mexico|Mexico|Mexico|Mexico|Mexico|Mexico|Mexico|Mexico'],
      ['Mélanie Joly', 'DEPICTS', ''],
      ['Marco Rubio', 'DEPICTS', ''],
      ['La Malbaie', 'MENTIONS', ''],
      ['Canada', 'MENTIONS', 'Canada'],
      ['Mélanie Joly', 'MENTIONS', ''],
      ['Fairmont Manoir Richelieu', 'MENTIONS', ''],
      ['G7', 'MENTIONS', 'G7'],
      ['Britain', 'MENTIONS', ''],
      ['France', 'MENTIONS', ''],
      ['Germany', 'MENTIONS', ''],
      ['Italy', 'MENTIONS', ''],
      ['Japan', 'MENTIONS', ''],
      ['Andrej Ivanov', 'MENTIONS', ''],
      ['Getty Images', 'MENTIONS', ''],
      ['San Diego', 'MENTIONS', 'SAN DIEGO'],
      ['Border Report', 'MENTIONS', 'Border Report'],
      ['U.S. Government', 'ABOUT', 'United States|United States|U.S.|U.S. Government'],
      ['Mexican Government', 'MENTIONS', 'Mexican Government'],
      ['Uruapan', 'MENTIONS', 'Uruapan'],
      ['Carlos Manzo', 'MENTIONS', 'Carlos Manzo'],
    ]);
    expect(article.mentions.map((mention) => mention.position)).toEqual(mentions.map((_, index) => index + 1));
  });

  test('stand in the body at the offsets given', () => {
    const spans = article.mentions.flatMap((mention) => mention.spans);
    expect(spans.length).toBeGreaterThan(0);
    for (const { startOffset, endOffset, text: words } of spans) {
      expect(slice(body, startOffset, endOffset)).toBe(words);
    }
    // "U.S." inside "U.S. Government" belongs to the government alone, and so on: no two lay claim to the same words.
    const sorted = [...spans].sort((a, b) => a.startOffset - b.startOffset);
    for (const [index, span] of sorted.slice(1).entries()) {
      expect(span.startOffset).toBeGreaterThanOrEqual(sorted[index]!.endOffset);
    }
    const names = /U\.S\.(?: Government)?|United States|Mexic(?:o|an Government)|(?:Marco )?Rubio|Canada|G7/g;
    const named = new Set(body.match(names));
    expect(sorted.filter((span) => named.has(span.text)).map((span) => span.text)).toEqual(body.match(names));
  });
});

describe('its quotes', () => {
  /** Kind, spans, cue, name and title as written there, and the place where it was said. */
  const quotes = [
    [
      'INDIRECT',
      'The United States will not be sending its armed forces to Mexico to fright drug cartels or make unilateral decisions against them',
      'according to',
      'Marco Rubio',
      'Secretary of State',
      'Canada',
    ],
    [
      'DIRECT',
      'The United States will give support to Mexico against drug cartels only if the Mexican Government makes a request,|We are willing to provide all the help they need, obviously, they don’t want us to intervene, we’re not going to take unilateral decisions nor send U.S. armed forces to Mexico.',
      'said',
      'Rubio',
      null,
      'Canada',
    ],
    [
      'INDIRECT',
      'the U.S. is ready to provide Mexico with equipment, training and the exchange of intelligence',
      'went on to say',
      'Rubio',
      null,
      null,
    ],
    ['DIRECT', 'there are many types of things we can do if they ask us to.', 'saying', 'Rubio', null, null],
    [
      'INDIRECT',
      'the U.S. Government is worried about journalists, politicians and judges who are victims of organized crime that controls and governs certain zones within Mexico',
      'told',
      'Rubio',
      null,
      null,
    ],
    [
      'DIRECT',
      'These cartels are very powerful — they are more powerful than local and national forces.',
      null,
      null,
      null,
      null,
    ],
    [
      'INDIRECT',
      'the cooperation between the United States and Mexico is at its highest point in history',
      'said',
      null,
      'U.S. Secretary of State',
      null,
    ],
    [
      'DIRECT',
      'We have made tremendous advances in the first 10 months of this year, but this is a great problem that exists from long ago, it will take time to reach tangible results.',
      null,
      null,
      null,
      null,
    ],
    [
      'INDIRECT',
      'great strides that are being made against fentanyl manufacturing and distribution',
      'pointed out',
      'Rubio',
      null,
      null,
    ],
    ['MIXED', 'cooperation from Mexico.', 'pointed out', 'Rubio', null, null],
    [
      'DIRECT',
      'We have no complaints about the level of cooperation we’ve gotten from Mexico, the work we are doing at this moment with them is historic, but there’s still a lot to be done.',
      null,
      null,
      null,
      null,
    ],
  ];

  test('are eleven, in the order of the text', () => {
    expect(
      article.quotes.map((quote) => [
        quote.kind,
        quote.spans.map((span) => span.text).join('|'),
        quote.cueText,
        quote.speakerName,
        quote.speakerTitle,
        quote.saidIn?.name ?? null,
      ]),
    ).toEqual(quotes);
    expect(article.quotes.map((quote) => quote.position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  test('are all Marco Rubio’s, recorded by people and reviewed by nobody', () => {
    for (const quote of article.quotes) {
      expect(quote).toMatchObject({
        speakerPerson: { slug: 'marco-rubio' },
        speakerOrganizationId: null,
        sourceType: 'NAMED_PERSON',
        version: 1,
        saidOn: null,
        method: 'HUMAN',
        confidence: null,
        reviewStatus: 'UNREVIEWED',
        reviewedAt: null,
        reviewedBy: null,
        anchorState: 'ANCHORED',
      });
    }
  });

  test('are the words at their offsets, with the words around them', () => {
    for (const quote of article.quotes) {
      expect(quote.text).toBe(quote.spans.map((span) => span.text).join(' '));
      for (const { startOffset, endOffset, text: words, prefix, suffix } of quote.spans) {
        expect(slice(body, startOffset, endOffset)).toBe(words);
        expect(slice(body, startOffset - Array.from(prefix).length, startOffset)).toBe(prefix);
        expect(slice(body, endOffset, endOffset + Array.from(suffix).length)).toBe(suffix);
        expect(prefix.length === 0).toBe(startOffset === 0);
        expect(suffix.length === 0).toBe(endOffset === Array.from(body).length);
        expect(words).not.toMatch(/^[“”"]|[“”"]$/);
      }
    }
    expect(article.quotes[1]!.spans.map(({ prefix, suffix }) => [prefix, suffix])).toEqual([
      ['minister meetings in Canada.\n\n“', '” Rubio said. “We are willing to'],
      ['makes a request,” Rubio said. “', '”\n\nRubio went on to say the U.S.'],
    ]);
  });

  test('have quotation marks around them exactly where they are not reported', () => {
    for (const { kind, spans } of article.quotes) {
      for (const { startOffset, endOffset } of spans) {
        const marks = slice(body, startOffset - 1, startOffset) + slice(body, endOffset, endOffset + 1);
        expect(marks === '“”').toBe(kind !== 'INDIRECT');
      }
    }
    const inMarks = article.quotes.flatMap(({ kind, spans }) => (kind === 'INDIRECT' ? [] : spans.map((s) => s.text)));
    expect(inMarks).toEqual([...body.matchAll(/“([^”]*)”/g)].map((match) => match[1]));
  });

  test('name cue, speaker and title in the paragraph in which they stand', () => {
    for (const quote of article.quotes) {
      const before = slice(body, 0, quote.spans[0]!.startOffset);
      const paragraph = body.split('\n\n')[before.split('\n\n').length - 1]!;
      for (const written of [quote.cueText, quote.speakerName, quote.speakerTitle]) {
        if (written !== null) expect(paragraph).toContain(written);
      }
      if (quote.cueText === null) continue;
      expect(slice(body, quote.cueStart!, quote.cueEnd!)).toBe(quote.cueText);
      const paragraphStart = Array.from(before).length - Array.from(before.split('\n\n').at(-1)!).length;
      expect(quote.cueStart).toBeGreaterThanOrEqual(paragraphStart);
      expect(quote.cueEnd).toBeLessThanOrEqual(paragraphStart + Array.from(paragraph).length);
    }
  });

  test('are the same words to PostgreSQL, and are found by them', async () => {
    const { rows } = await database.pool.query(`
      SELECT (SELECT count(*)::int FROM quote_span s JOIN article_version v ON v.article_id = s.article_id AND v.number = s.version
                WHERE substring(v.body FROM s.start_offset + 1 FOR s.end_offset - s.start_offset) = s.text) AS quoted,
             (SELECT count(*)::int FROM mention_span s JOIN article_version v ON v.article_id = s.article_id AND v.number = s.version
                WHERE substring(v.body FROM s.start_offset + 1 FOR s.end_offset - s.start_offset) = s.text) AS mentioned,
             (SELECT array_agg(position) FROM quote WHERE search_vector @@ websearch_to_tsquery('english', 'complaint')) AS complaints,
             (SELECT count(*)::int FROM article WHERE search_vector @@ websearch_to_tsquery('english', 'cartel scrapping')) AS articles,
             (SELECT array_agg(config) FROM search_language) AS languages`);
    expect(rows).toEqual([
      {
        quoted: 12,
        mentioned: article.mentions.flatMap((mention) => mention.spans).length,
        complaints: [11],
        articles: 1,
        languages: ['english'],
      },
    ]);
  });
});
