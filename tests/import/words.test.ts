import { decode } from '../../src/import/encoding';
import { formatOf, readers } from '../../src/import/formats';
import type { Found, GivenItem } from '../../src/import/item';
import { htmlText } from '../../src/import/paragraphs';

async function* pieces<Piece>(...all: readonly Piece[]): AsyncGenerator<Piece> {
  for (const one of all) yield await Promise.resolve(one);
}

async function found(text: string): Promise<Found[]> {
  const format = formatOf(text);
  if (typeof format !== 'string') throw new Error(format.problem);
  const cut = text.match(/[\s\S]{1,7}/g) ?? [];
  const all: Found[] = [];
  for await (const one of readers[format](pieces(...cut))) all.push(one);
  return all;
}

async function item(text: string): Promise<GivenItem> {
  const [one] = await found(text);
  if (!one || !('item' in one)) throw new Error(JSON.stringify(one));
  return one.item;
}

test.each([
  ['<p>met <br/>on Monday</p><p>x</p>', 'met\non Monday\n\nx'],
  ['<p>met<br><br>on Monday</p>', 'met\n\non Monday'],
  ['<table><tr><td>North</td><td>3</td></tr><tr><td>South</td><td>4</td></tr></table>', 'North 3\n\nSouth 4'],
  ['<ul><li>One<li>Two</ul>Three', 'One\n\nTwo\n\nThree'],
  ['<header>Menu</header><nav><a href="/">Home</a></nav><p>Words.</p><footer>Foot</footer>', 'Words.'],
  ['<div>One<div>Two</div>Three</div>', 'One\n\nTwo\n\nThree'],
  ['He said <b>no</b>, <i>and</i> <a href="x">left</a>.', 'He said no, and left.'],
  ['5 < 6 & 7 > 2 &amp; &eacute;&#233;&nbsp;.', '5 < 6 & 7 > 2 & éé\u00a0.'],
  ['<p>One.<p>Two.', 'One.\n\nTwo.'],
  ['&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;', 'One.\n\nTwo.'],
  ['<![CDATA[<p>One.</p>]]>', 'One.'],
  ['<script>if (a < b) x()</script><style>p{}</style><p>One.</p>', 'One.'],
  ['<!-- no --><p>One.</p>', 'One.'],
])('%j reads as %j', (html, words) => expect(htmlText(html)).toBe(words));

test('nesting without end is walked once', () => {
  expect(htmlText(`${'<div>'.repeat(300_000)}<p>In the deep.</p>`)).toBe('In the deep.');
  expect(htmlText(`${'<nav>'.repeat(300_000)}x${'</nav>'.repeat(300_000)}<p>Out.</p>`)).toBe('Out.');
  expect(htmlText('a &amp; '.repeat(300_000)).length).toBe(1_199_999);
});

const nitf = (
  head: string,
  content: string,
): string => `<nitf><head><docdata><doc-id id-string="x" regsrc="NTB"/></docdata></head>
  <body><body.head><hedline><hl1>Head</hl1><hl2>Below it</hl2></hedline>${head}</body.head>
  <body.content>${content}</body.content></body></nitf>`;

test('NITF: names are apart, the dateline stands once, subheads and several bylines are kept', async () => {
  const dateline =
    '<dateline><location><city>Oslo</city><country>Norway</country></location> <story.date>Jan 5</story.date> -</dateline>';
  const byline = '<byline>By <person>NAME</person><byttl>Chief Reporter</byttl></byline><byline>By Other</byline>';
  expect(await item(nitf(dateline + byline, '<p>The bridge holds.</p>'))).toMatchObject({
    ...{ provider: 'NTB', dateline: 'Oslo Norway', byline: 'By NAME Chief Reporter, By Other', standfirst: 'Below it' },
    body: 'Oslo Norway – The bridge holds.',
  });
  const twice = await item(nitf('<dateline>Oslo</dateline>', '<p>OSLO (XY) - The bridge holds.</p>'));
  expect(twice.body).toBe('OSLO (XY) - The bridge holds.');
});

const g2 = (
  contents: string,
  content: string,
): string => `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g" version="2">
  <itemMeta><provider literal="NTB"/></itemMeta><contentMeta>${contents}</contentMeta><contentSet>${content}</contentSet></newsItem>`;

test('NewsML-G2: the main headline of several, no caption as standfirst, markup in plain data, words for a headline', async () => {
  const headlines = '<headline role="hlr:short">Short</headline><headline role="hlr:main">Main</headline>';
  const descriptions =
    '<description role="drol:caption">A picture.</description><description role="drol:summary">Sum.</description>';
  expect(
    await item(
      g2(
        headlines + descriptions,
        '<inlineData contenttype="text/plain">&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</inlineData>',
      ),
    ),
  ).toMatchObject({ headline: 'Main', standfirst: 'Sum.', body: 'One.\n\nTwo.', provider: 'NTB', versionNumber: '2' });
  const xhtml =
    '<inlineXML contenttype="application/xhtml+xml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div></inlineXML>';
  expect(await item(g2('', xhtml))).toMatchObject({ headline: 'One. Two.', body: 'One.\n\nTwo.' });
});

test('ninjs: markup without blocks is read, and the marked-up form of several wins', async () => {
  const ninjs = (more: object) => item(JSON.stringify({ uri: 'n', headline: 'H', ...more }));
  expect(await ninjs({ body_xhtml: 'He said <b>no</b>.' })).toMatchObject({ body: 'He said no.' });
  const bodies = [
    { role: 'plain', value: 'One. Two.' },
    { role: 'html5', value: '<p>One.</p><p>Two.</p>' },
  ];
  expect(await ninjs({ bodies })).toMatchObject({ body: 'One.\n\nTwo.' });
});

test('a feed tells whose its items are, and in what language; keywords are unescaped', async () => {
  const channel = '<title>The Bridge</title><link>https://bridge.example/</link><language>nb-NO</language>';
  const rss = `\ufeff \n<?xml version="1.0"?><rss version="2.0"><channel>${channel}<item><guid isPermaLink="false">1001</guid>
    <title>T</title><description>Words.</description><category>Q &amp;amp; A</category></item></channel></rss>`;
  expect(await item(rss.trimStart())).toMatchObject({
    ...{ uri: '1001', provider: 'bridge.example', language: 'nb-NO', keywords: ['Q & A'] },
    source: { kind: 'organization', name: 'The Bridge' },
  });
});

test.each([
  ['a bare &', 'a & b'],
  ['a sign that begins no tag', '5 < 6'],
  ['an unknown character', '&nowhere;'],
  ['a wrong end', '<b>x</i>'],
])('%s costs its item only, which is named with its line', async (_, bad) => {
  const one = (n: number, words = 'Words.'): string =>
    `<item><guid>${n}</guid><title>T${n}</title><description>${words}</description></item>\n`;
  const all = Array.from({ length: 60 }, (_, n) => one(n, n === 20 || n === 21 || n === 59 ? bad : undefined)).join('');
  const told = await found(
    `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>\n${all}</channel></rss>`,
  );
  const lines = told.flatMap((one) => ('problem' in one ? one.at : []));
  expect(lines).toEqual(['line 22', 'line 23', 'line 61']);
  expect(told.flatMap((one) => ('item' in one ? one.item.uri : []))).toHaveLength(57);
});

test('namespaces are known behind a fault too, and control characters are left out', async () => {
  const rss = `<rss xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel><item><guid>1</guid><title>a & b</title></item>
    <item><guid>2</guid><title>T\u0005wo&#0;&#x1F;</title><c:encoded>&lt;p&gt;Words.&lt;/p&gt;</c:encoded></item></channel></rss>`;
  const [bad, good] = await found(rss);
  expect(bad).toHaveProperty('problem');
  expect(good).toMatchObject({ at: 'line 2', item: { uri: '2', headline: 'Two', body: 'Words.' } });
});

const words = 'Größe – “café”';
const xml = (label: string): string => `<?xml version="1.0" encoding="${label}"?><a>${words}</a>`;
const cp1252 = (text: string): Buffer =>
  Buffer.from([...text].map((sign) => ({ '–': 0x96, '“': 0x93, '”': 0x94 })[sign] ?? sign.charCodeAt(0)));

test.each([
  ['UTF-8 that says windows-1251', Buffer.from(xml('windows-1251')), 'utf-8'],
  ['UTF-8 that says us-ascii', Buffer.from(xml('us-ascii')), 'utf-8'],
  ['UTF-8 that says iso-8859-1', Buffer.from(xml('iso-8859-1')), 'utf-8'],
  ['UTF-8 that says utf-16', Buffer.from(xml('utf-16')), 'utf-8'],
  ['UTF-8 that says what nobody knows', Buffer.from(xml('x-nobody')), 'utf-8'],
  ['windows-1252 that says UTF-8', cp1252(xml('UTF-8')), 'windows-1252'],
  ['windows-1252 that says so', cp1252(xml('windows-1252')), 'windows-1252'],
])('%s', async (_, bytes, encoding) => {
  const decoded = decode(pieces(bytes));
  let text = '';
  for await (const piece of decoded.text) text += piece;
  expect([decoded.encoding(), text.includes(words)]).toEqual([encoding, true]);
});

test('bytes that are no text in any of these are refused', async () => {
  const { text } = decode(pieces(Buffer.from([...Buffer.from('abc '), 0x81, 0x8d, 0xff])));
  const read = text[Symbol.asyncIterator]();
  await read.next();
  await expect(read.next()).rejects.toThrow('give it as UTF-8');
});
