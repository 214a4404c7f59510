import { items } from './readingItems';

test('ninjs of all versions: the text with paragraphs, who, where and when', async () => {
  const bodies = [
    { role: 'main', value: 'One. Two.' },
    { role: 'richtext', contentType: 'application/xhtml+xml', value: '<p>One.</p>\n<p>Two &amp; <b>three</b>.</p>' },
  ];
  const [three] = await items(
    JSON.stringify({
      uri: 'n3',
      headlines: [
        { role: 'sub', value: 'Sub' },
        { role: 'main', value: 'Main' },
      ],
      bodies,
      by: 'Ann Miller',
      embargoedUntil: '2999-01-01T00:00:00Z',
      firstCreated: '2025-01-02T03:04:05Z',
      versionCreated: '2025-02-02T03:04:05Z',
      pubStatus: 'usable',
      people: [{ name: 'Ben', rel: 'about', uri: 'http://www.wikidata.org/entity/Q5' }],
      subjects: [{ name: 'central bank', uri: 'http://cv.iptc.org/newscodes/mediatopic/medtop:20000350' }],
      infoSources: [{ name: 'AP' }],
    }),
  );
  expect(three).toMatchObject({
    uri: 'n3',
    status: 'PUBLISHED',
    headline: 'Main',
    body: 'One.\n\nTwo & three.',
    byline: 'Ann Miller',
    embargoedUntil: '2999-01-01T00:00:00Z',
    publishedAt: '2025-01-02T03:04:05Z',
    versionAt: '2025-02-02T03:04:05Z',
    mentions: [{ kind: 'person', name: 'Ben', rel: 'ABOUT', externalIds: [{ scheme: 'wikidata', value: 'Q5' }] }],
    subjects: [{ code: 'medtop:20000350', name: 'central bank' }],
    source: { kind: 'organization', name: 'AP' },
  });
  const [one] = await items(
    `[{"uri": "n1", "headline": "H", "body_text": "Plain.", "byline": "B", "pubstatus": "withheld"}]`,
  );
  expect(one).toMatchObject({ uri: 'n1', status: 'DRAFT', headline: 'H', body: 'Plain.', byline: 'B' });
});

test('RSS and Atom: marked-up and escaped texts, ids, dates; other vocabularies are not mistaken', async () => {
  const [rss] =
    await items(`<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>C</title><item>
    <media:title>Picture</media:title><title>Q &amp;amp; A</title><link>https://example.org/1</link><dc:creator>Ann</dc:creator>
    <description>Short.</description><content:encoded><![CDATA[<p>One&nbsp;two.</p><p>“Three.”</p><script>x()</script>]]></content:encoded>
    <pubDate>Wed, 29 Jun 2005 18:49:02 +0100</pubDate><category>News</category></item></channel></rss>`);
  expect(rss).toMatchObject({
    uri: 'https://example.org/1',
    headline: 'Q & A',
    standfirst: 'Short.',
    body: 'One\u00a0two.\n\n“Three.”',
    byline: 'Ann',
    publishedAt: 'Wed, 29 Jun 2005 18:49:02 +0100',
    keywords: ['News'],
  });
  const [atom] =
    await items(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><entry><id>tag:1</id><title type="html">A &lt;b&gt;title&lt;/b&gt;</title>
    <updated>2025-03-01T00:00:00Z</updated><published>2025-02-01T00:00:00Z</published><author><name>Bo</name></author>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Eins.</p><p>Zwei.</p></div></content></entry></feed>`);
  expect(atom).toMatchObject({
    uri: 'tag:1',
    headline: 'A title',
    body: 'Eins.\n\nZwei.',
    byline: 'Bo',
    language: 'de',
    publishedAt: '2025-02-01T00:00:00Z',
    versionAt: '2025-03-01T00:00:00Z',
  });
});

test('NITF by itself, and withdrawn NewsML-G2 with plain text', async () => {
  const [nitf] =
    await items(`<nitf change.status="withheld"><head><docdata><doc-id id-string="d1"/><urgency ed-urg="2"/>
    <date.release norm="20250301T120000Z"/><key-list><keyword key="bridges"/></key-list></docdata></head><body><body.head><hedline><hl1>Head</hl1></hedline>
    <byline>By Ann</byline><distributor><org>AP</org></distributor><dateline>ROME</dateline></body.head><body.content><p>One
    two.</p><media><media-caption>Shown.</media-caption><media-producer>Bo</media-producer></media><p>Three.</p></body.content></body></nitf>`);
  expect(nitf).toMatchObject({
    uri: 'd1',
    status: 'DRAFT',
    headline: 'Head',
    body: 'ROME – One two.\n\nThree.',
    dateline: 'ROME',
    urgency: 2,
    publishedAt: '20250301T120000Z',
    keywords: ['bridges'],
    source: { name: 'AP' },
    images: [{ caption: 'Shown.', creditLine: 'Bo' }],
  });
  const [newsml] = await items(`<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g1"><itemMeta>
    <pubStatus qcode="stat:canceled"/><edNote>Wrong.</edNote></itemMeta><contentMeta><headline>H</headline></contentMeta>
    <contentSet><inlineData contenttype="text/plain">Words.</inlineData></contentSet></newsItem>`);
  expect(newsml).toMatchObject({ uri: 'g1', status: 'WITHDRAWN', headline: 'H', body: 'Words.', note: 'Wrong.' });
});
