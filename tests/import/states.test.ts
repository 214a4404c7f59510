import { type Newsroom, openNewsroom } from '../articles/newsroom';
import { bring } from './bring';
import { lines, ninjs } from './room';

jest.setTimeout(120_000);

let newsroom: Newsroom;
beforeAll(async () => (newsroom = await openNewsroom()));
afterAll(() => newsroom.close());

const imported = (...texts: readonly string[]) => bring(newsroom.server.database.prisma, texts);
const later = '2999-01-01T00:00:00Z';

interface Row {
  readonly id: string;
  readonly slug: string;
  readonly status: string;
  readonly version: number;
  readonly embargoed_until: Date | null;
  readonly headline: string;
}

async function rowOf(uri: string): Promise<Row | undefined> {
  const { rows } = await newsroom.server.database.pool.query<Row>(
    'select id, slug, status::text, version, embargoed_until, headline from article where uri = $1',
    [uri],
  );
  return rows[0];
}

/** Whether readers are told anything at an article's address: the article, the notice, or nothing. */
async function shownAt(uri: string): Promise<string> {
  const row = await rowOf(uri);
  if (!row) return 'nothing';
  const query =
    'query ($slug: String!) { article(by: { slug: $slug }) { headline } withdrawal(by: { slug: $slug }) { notice } }';
  const { article, withdrawal } = await newsroom.ask<Record<string, { notice?: string } | null>>('READER', query, {
    slug: row.slug,
  });
  if (article) return 'the article';
  return withdrawal ? withdrawal.notice! : 'nothing';
}

const nitf = (uri: string, status: string, more = ''): string => `<nitf><head><docdata management-status="${status}">
  <doc-id id-string="${uri}"/>${more}</docdata></head><body><body.head><hedline><hl1>A bridge</hl1></hedline></body.head>
  <body.content><p>The bridge holds.</p></body.content></body></nitf>`;
const newsml = (
  uri: string,
  meta: string,
): string => `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="${uri}">
  <itemMeta><itemClass qcode="ninat:text"/>${meta}</itemMeta><contentMeta><headline>A bridge</headline></contentMeta>
  <contentSet><inlineData contenttype="text/plain">The bridge holds.</inlineData></contentSet></newsItem>`;
const wordPress = (
  uri: string,
  members: string,
): string => `<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/">
  <channel><item><guid>${uri}</guid><title>A bridge</title><description>The bridge holds.</description>${members}</item></channel></rss>`;
const atom = (inside: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://www.w3.org/2007/app" xmlns:at="http://purl.org/atompub/tombstones/1.0">${inside}</feed>`;
const entry = (uri: string, more = ''): string =>
  atom(`<entry><id>${uri}</id><title>A bridge</title><content>The bridge holds.</content>${more}</entry>`);

test.each([
  ['a usable NITF document', nitf('s:n0', 'usable'), 's:n0', 'PUBLISHED', 'the article'],
  ['a withheld NITF document', nitf('s:n1', 'withheld'), 's:n1', 'DRAFT', 'nothing'],
  ['a canceled NITF document', nitf('s:n2', 'canceled'), 's:n2', 'WITHDRAWN', 'nothing'],
  [
    'an embargoed one',
    nitf('s:n3', 'embargoed', '<date.release norm="29990101T000000Z"/>'),
    's:n3',
    'PUBLISHED',
    'nothing',
  ],
  ['an embargoed one without a date', nitf('s:n4', 'embargoed'), 's:n4', 'DRAFT', 'nothing'],
  [
    'an embargo over',
    nitf('s:n5', 'embargoed', '<date.release norm="20200101T000000Z"/>'),
    's:n5',
    'PUBLISHED',
    'the article',
  ],
  ['an unknown status', nitf('s:n6', 'pending'), 's:n6', 'DRAFT', 'nothing'],
  [
    'an older attribute of NITF',
    nitf('s:n7', 'usable').replace('<nitf>', '<nitf change.status="withheld">'),
    's:n7',
    'DRAFT',
    'nothing',
  ],
  ['stat:usable', newsml('s:g0', '<pubStatus qcode="stat:usable"/>'), 's:g0', 'PUBLISHED', 'the article'],
  ['stat:Withheld', newsml('s:g1', '<pubStatus qcode="stat:Withheld"/>'), 's:g1', 'DRAFT', 'nothing'],
  ['stat:cancelled', newsml('s:g2', '<pubStatus qcode="stat:cancelled"/>'), 's:g2', 'WITHDRAWN', 'nothing'],
  ['stat:embargoed', newsml('s:g3', '<pubStatus qcode="stat:embargoed"/>'), 's:g3', 'DRAFT', 'nothing'],
  ['a literal', newsml('s:g4', '<pubStatus literal="withheld"/>'), 's:g4', 'DRAFT', 'nothing'],
  [
    'a uri',
    newsml('s:g5', '<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/withheld"/>'),
    's:g5',
    'DRAFT',
    'nothing',
  ],
  ['an unknown code', newsml('s:g6', '<pubStatus qcode="x:fine"/>'), 's:g6', 'DRAFT', 'nothing'],
  ['an empty pubStatus', newsml('s:g7', '<pubStatus/>'), 's:g7', 'DRAFT', 'nothing'],
  ['an empty embargo', newsml('s:g8', '<embargoed/>'), 's:g8', 'DRAFT', 'nothing'],
  [
    'an embargo without a zone',
    newsml('s:g9', '<embargoed>2020-01-01T00:00:00</embargoed>'),
    's:g9',
    'DRAFT',
    'nothing',
  ],
  [
    'a post',
    wordPress('s:w0', '<wp:status>publish</wp:status><wp:post_type>post</wp:post_type>'),
    's:w0',
    'PUBLISHED',
    'the article',
  ],
  ...['draft', 'private', 'trash', 'pending', 'auto-draft', 'future', 'other'].map(
    (status) =>
      [
        `WordPress ${status}`,
        wordPress(`s:w-${status}`, `<wp:status>${status}</wp:status>`),
        `s:w-${status}`,
        'DRAFT',
        'nothing',
      ] as const,
  ),
  [
    'a password',
    wordPress('s:w1', '<wp:status>publish</wp:status><wp:post_password>x</wp:post_password>'),
    's:w1',
    'DRAFT',
    'nothing',
  ],
  [
    'an attachment',
    wordPress('s:w2', '<wp:status>publish</wp:status><wp:post_type>attachment</wp:post_type>'),
    's:w2',
    null,
    'nothing',
  ],
  [
    'an Atom entry',
    entry('s:a0', '<app:control><app:draft>no</app:draft></app:control>'),
    's:a0',
    'PUBLISHED',
    'the article',
  ],
  ['an Atom draft', entry('s:a1', '<app:control><app:draft>yes</app:draft></app:control>'), 's:a1', 'DRAFT', 'nothing'],
  [
    'a pubDate to come',
    wordPress('s:r1', '<pubDate>Tue, 01 Jan 2999 00:00:00 GMT</pubDate>'),
    's:r1',
    'PUBLISHED',
    'nothing',
  ],
  ['a plain text', 'A bridge\n\nThe bridge holds.', 'urn:test:input:1', 'DRAFT', 'nothing'],
  ['an embargo that is none', lines(ninjs('s:e1', { embargoed: 'Embargo 7' })), 's:e1', 'DRAFT', 'nothing'],
  ['an embargo without a zone', lines(ninjs('s:e2', { embargoed: '2020-07-01T10:00:00' })), 's:e2', 'DRAFT', 'nothing'],
  ['an embargo on no day', lines(ninjs('s:e3', { embargoed: '2020-02-31T10:00:00Z' })), 's:e3', 'DRAFT', 'nothing'],
  ['an empty embargo', lines(ninjs('s:e4', { embargoed: '' })), 's:e4', 'DRAFT', 'nothing'],
] as const)('%s', async (_, text, uri, status, shown) => {
  await imported(text);
  expect([(await rowOf(uri))?.status ?? null, await shownAt(uri)]).toEqual([status, shown]);
});

test('a deleted entry takes its article back', async () => {
  await imported(entry('s:d1'));
  expect(await shownAt('s:d1')).toBe('the article');
  await imported(
    atom(
      '<at:deleted-entry ref="s:d1" when="2026-01-01T00:00:00Z"><at:comment>The source asked.</at:comment></at:deleted-entry>',
    ),
  );
  expect(await shownAt('s:d1')).toBe('Canceled by its provider.');
});

test('a kill that comes first keeps its item out, and what it said to editors is never shown', async () => {
  const told = await imported(
    lines({ uri: 's:k1', pubstatus: 'canceled', versioncreated: '2026-02-01T00:00:00Z', ednote: 'The source is X.' }),
  );
  expect(told.told).toEqual([expect.stringContaining('kept out')]);
  const late = await imported(lines(ninjs('s:k1', { versioncreated: '2026-01-01T00:00:00Z' })));
  expect([late.counts.created, late.told]).toEqual([0, [expect.stringContaining('Its provider canceled it')]]);
  expect(await rowOf('s:k1')).toBeUndefined();

  await imported(
    lines(ninjs('s:k2')),
    lines({ uri: 's:k2', pubstatus: 'canceled', ednote: 'The source is X.', urgency: 'broken' }),
  );
  expect(await shownAt('s:k2')).toBe('Canceled by its provider.');
  const { rows } = await newsroom.server.database.pool.query(
    'select note from imported_item i join article a on a.id = i.article_id where uri = $1',
    ['s:k2'],
  );
  expect(rows).toEqual([{ note: 'The source is X.' }]);
});

test('of items of one uri and time the more restrictive counts, in one file, in several, and in importArticles', async () => {
  for (const versioncreated of [undefined, '2026-01-01T00:00:00Z']) {
    for (const [n, stricter] of [
      { pubstatus: 'canceled' },
      { pubstatus: 'withheld' },
      { embargoed: later },
    ].entries()) {
      const uris = ['one', 'several', 'mutation', 'reverse'].map(
        (way) => `s:t-${way}-${n}-${versioncreated ?? 'none'}`,
      );
      const [usable, hidden] = [
        (uri: string) => ninjs(uri, { versioncreated }),
        (uri: string) => ninjs(uri, { versioncreated, ...stricter }),
      ];
      await imported(lines(usable(uris[0]!), hidden(uris[0]!)));
      await imported(lines(usable(uris[1]!)), lines(hidden(uris[1]!)));
      const mutation =
        'mutation ($items: [NinjsItem!]!) { importArticles(input: { items: $items }) { results { change } } }';
      await newsroom.ask('EDITOR', mutation, { items: [usable(uris[2]!), hidden(uris[2]!)] });
      await imported(lines(hidden(uris[3]!), usable(uris[3]!)));
      for (const uri of uris)
        expect([uri, await shownAt(uri)]).toEqual([uri, expect.not.stringContaining('the article')]);
    }
  }
});

test('a later withhold takes an article back; one that an editor published since stays, and it is told', async () => {
  const at = (day: number, more = {}) => lines(ninjs('s:h1', { versioncreated: `2026-01-0${day}T00:00:00Z`, ...more }));
  await imported(at(1));
  const { told } = await imported(at(2, { pubstatus: 'withheld' }));
  expect(told).toEqual([expect.stringContaining('readers see it no more')]);
  expect(await shownAt('s:h1')).toBe('nothing');
  const { id, version } = (await rowOf('s:h1'))!;
  await newsroom.done('publishArticle', { id: `article_${id}`, expectedVersion: version });
  const again = await imported(at(3, { pubstatus: 'withheld', body_text: 'Not cleared.' }));
  expect(again.told).toEqual([expect.stringContaining('ITS PROVIDER WITHHOLDS IT')]);
  expect([await shownAt('s:h1'), (await rowOf('s:h1'))!.version]).toEqual(['the article', version]);
  await newsroom.done('unpublishArticle', { id: `article_${id}`, expectedVersion: version });
  const usable = await imported(at(4));
  expect(usable.told).toEqual([expect.stringContaining('an editor keeps it unpublished')]);
  expect(await shownAt('s:h1')).toBe('nothing');
});

test('an article that an editor put back is not killed by the same kill again', async () => {
  const kill = lines({ uri: 's:b1', pubstatus: 'canceled' });
  await imported(lines(ninjs('s:b1')), kill);
  const { id, version } = (await rowOf('s:b1'))!;
  await newsroom.done('reinstateArticle', {
    id: `article_${id}`,
    expectedVersion: version,
    note: 'It stands.',
    reason: 'Checked.',
  });
  await imported(kill);
  expect(await shownAt('s:b1')).toBe('the article');
});

test('an update from the future leaves the public version as it is', async () => {
  await imported(lines(ninjs('s:f1', { versioncreated: '2026-01-01T00:00:00Z' })));
  const { counts, told } = await imported(lines(ninjs('s:f1', { versioncreated: later, headline: 'To come' })));
  expect([counts.bad, told]).toEqual([1, [expect.stringContaining('still to come')]]);
  expect(await rowOf('s:f1')).toMatchObject({ headline: 'Bridge s:f1 reopens', embargoed_until: null });
});

test('a broken time that is not needed loses only itself, and is told', async () => {
  const { told } = await imported(lines(ninjs('s:o1', { firstcreated: '2026-02-31T00:00:00Z' })));
  expect(told).toEqual([expect.stringContaining('publishedAt is no moment, and is left out: "2026-02-31T00:00:00Z"')]);
  expect(await shownAt('s:o1')).toBe('the article');
});

test('a dry run writes nothing and tells what would become visible, item by item', async () => {
  const file = lines(
    ninjs('s:y1'),
    ninjs('s:y2', { pubstatus: 'withheld' }),
    ninjs('s:y1', { pubstatus: 'canceled' }),
    { uri: 's:y3', pubstatus: 'canceled' },
    ninjs('s:y3'),
  );
  const { foretold } = await bring(newsroom.server.database.prisma, [file], { dryRun: true });
  expect(foretold.map(({ uri, result }) => [uri, result.change, 'state' in result ? result.state : undefined])).toEqual(
    [
      ['s:y1', 'CREATED', { status: 'PUBLISHED', isVisible: true, wasVisible: false }],
      ['s:y2', 'CREATED', { status: 'DRAFT', isVisible: false, wasVisible: false }],
      ['s:y1', 'UPDATED', { status: 'WITHDRAWN', isVisible: false, wasVisible: true }],
      ['s:y3', 'UNCHANGED', undefined],
      ['s:y3', 'UNCHANGED', undefined],
    ],
  );
  expect(await rowOf('s:y1')).toBeUndefined();
});

test('an editor may want everything as drafts, and what tells no state published', async () => {
  const prisma = newsroom.server.database.prisma;
  await bring(prisma, [lines(ninjs('s:z1'))], { wish: 'DRAFT' });
  expect((await rowOf('s:z1'))!.status).toBe('DRAFT');
  await imported(lines(ninjs('s:z1', { headline: 'Anew' })));
  expect(await rowOf('s:z1')).toMatchObject({ status: 'DRAFT', headline: 'Anew' });
  await bring(prisma, ['<p', 'A bridge\n\nA second bridge holds.'], { wish: 'PUBLISHED', format: 'text' });
  expect(await shownAt('urn:test:input:2')).toBe('the article');
  await bring(prisma, ['-', '-', 'EMBARGOED UNTIL 00:01 ON MONDAY\n\nA bridge\n\nIt holds.'], {
    wish: 'PUBLISHED',
    format: 'text',
  });
  expect(await shownAt('urn:test:input:3')).toBe('nothing');
});
