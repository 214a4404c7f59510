import { readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { lines, ninjs, openRoom, type Room } from './room';

jest.setTimeout(180_000);

let room: Room;
beforeEach(async () => (room = await openRoom()));
afterEach(() => room.close());

const headlines = async (): Promise<string[]> =>
  (await room.rows<{ headline: string }>('select headline from article_version order by headline')).map(
    (row) => row.headline,
  );
const bodies = async (): Promise<string[]> =>
  (await room.rows<{ body: string }>('select body from article_version order by body')).map((row) => row.body);
const rss = (items: string, before = ''): string =>
  `<?xml version="1.0"?>${before}<rss version="2.0"><channel><title>t</title>${items}</channel></rss>`;
const rssItem = (guid: string, text = 'Some words.'): string =>
  `<item><guid>${guid}</guid><title>Item ${guid}</title><description>${text}</description></item>`;

test('broken JSON in line 7 of many costs line 7', async () => {
  const many = Array.from({ length: 700 }, (_, i) => JSON.stringify(ninjs(`n${String(i).padStart(3, '0')}`)));
  many[6] = many[6]!.slice(0, 40);
  const { code, stderr } = await room.import(room.file('many.jsonl', many.join('\n')));
  expect(code).toBe(3);
  expect(stderr).toMatch(/many\.jsonl: line 7: This is not valid JSON/);
  expect(stderr).toContain('699 new, 0 changed, 0 as they were, 1 not imported');
  expect(await headlines()).toHaveLength(699);
});

test('empty and binary files, web pages and unknown XML are named with a reason; what stands beside them is imported', async () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
  room.file('a-empty.txt', '');
  room.file('b-blank.txt', ' \n\n \t\n');
  room.file('c-picture.txt', png);
  room.file('d-random.bin', Buffer.from(Array.from({ length: 9000 }, (_, i) => (i * 7919) % 256)));
  room.file('e-page.html', '<!DOCTYPE html><html><body><p>x</p></body></html>');
  room.file('f-other.xml', '<catalog><book/></catalog>');
  room.file('g-no-json.json', '{"uri": ');
  room.file('h-good.txt', 'A headline\n\nA body.');
  const { code, stderr } = await room.import(room.folder);
  expect(code).toBe(3);
  for (const [name, reason] of [
    ['a-empty.txt: line 1', 'It is empty.'],
    ['b-blank.txt: line 1', 'It is empty.'],
    ['c-picture.txt: line 1', 'It is no text'],
    ['d-random.bin: line 1', 'It is no text'],
    ['e-page.html: line 1', 'It is a web page'],
    ['f-other.xml: line 1', 'This XML holds no items'],
    ['g-no-json.json: line 1', 'This is not valid JSON'],
  ]) {
    expect(stderr).toContain(`${name}: ${reason}`);
  }
  expect(await headlines()).toEqual(['A headline']);
});

test('Latin-1 and UTF-16 are recognized, said, and read right', async () => {
  const text = (name: string): string => `Überschrift ${name}\n\n„Größe“ – sagte er. É.`;
  const cp1252 = Buffer.from(
    [...text('cp1252')].map((sign) => ({ '„': 0x84, '“': 0x93, '–': 0x96 })[sign] ?? sign.charCodeAt(0)),
  );
  const utf16le = Buffer.from(text('utf16le'), 'utf16le');
  room.file('1.txt', cp1252);
  room.file('2.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le]));
  room.file('3.txt', Buffer.from(text('without mark'), 'utf16le'));
  room.file('4.txt', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text('utf16be'), 'utf16le').swap16()]));
  room.file('5.txt', `\ufeff${text('utf8')}`);
  room.file(
    '6.xml',
    Buffer.from(
      `<?xml version="1.0" encoding="ISO-8859-1"?><rss><channel>${rssItem('é1', 'Größe')}</channel></rss>`,
      'latin1',
    ),
  );
  // The first byte beyond ASCII stands far behind what is looked at first.
  room.file(
    '7.txt',
    Buffer.concat([Buffer.from(`Late\n\n${'word '.repeat(30_000)}`), Buffer.from('caf\xe9.', 'latin1')]),
  );
  const { code, stderr } = await room.import(room.folder);
  expect(code).toBe(0);
  expect(stderr).toMatch(/1\.txt: read as text in windows-1252/);
  expect(stderr).toMatch(/2\.txt: read as text in utf-16le/);
  expect(stderr).toMatch(/4\.txt: read as text in utf-16be/);
  const told = await headlines();
  expect(told).toEqual(
    expect.arrayContaining(
      ['cp1252', 'utf16le', 'without mark', 'utf16be', 'utf8'].map((name) => `Überschrift ${name}`),
    ),
  );
  expect(new Set((await bodies()).filter((body) => body.startsWith('„')))).toEqual(new Set(['„Größe“ – sagte er. É.']));
  expect(await bodies()).toContain('Größe');
  expect((await bodies()).find((body) => body.startsWith('word'))).toMatch(/café\.$/);
});

test('bombs are not expanded, and nothing that a document names is fetched', async () => {
  const secret = room.file('.secret', 'TOP SECRET');
  const levels = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
  room.file('1-bomb.xml', rss(rssItem('b', '&l12;'), `<!DOCTYPE rss [<!ENTITY l0 "lol">${levels}]>`));
  room.file('2-file.xml', rss(rssItem('f', '&x;'), `<!DOCTYPE rss [<!ENTITY x SYSTEM "file://${secret}">]>`));
  room.file('3-outside.xml', rss(rssItem('o'), '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/evil.dtd">'));
  room.file('4-deep.xml', rss(`<item><guid>d</guid>${'<b>'.repeat(100_000)}`));
  room.file('5-unknown.xml', rss(rssItem('u', 'a &nowhere; b')));
  const { code, stderr } = await room.import(room.folder);
  expect(code).toBe(3);
  expect(stderr).toMatch(/1-bomb\.xml: line 1: .*declares entities of its own/);
  expect(stderr).toMatch(/2-file\.xml: line 1: .*declares entities of its own/);
  expect(stderr).toMatch(/4-deep\.xml: line 1: .*nested more than 200 deep/);
  expect(stderr).toMatch(/5-unknown\.xml: line 1: .*undefined entity/);
  expect(stderr).not.toContain('TOP SECRET');
  expect(await headlines()).toEqual(['Item o']);
});

test('XML that breaks off gives what stands before the fault, and its line', async () => {
  const text = `${rss(`${rssItem('1')}\n${rssItem('2')}\n`).replace('</channel></rss>', '')}<item><title>Cut`;
  const { code, stderr } = await room.import(room.file('cut.xml', text));
  expect(code).toBe(3);
  expect(stderr).toMatch(
    /cut\.xml: line 3: The XML can't be read on from here: .*What stands before it \(2 items\) was read/,
  );
  expect(await headlines()).toEqual(['Item 1', 'Item 2']);
});

test('links are not followed, names that look like ways out lead nowhere, and control characters are shown', async () => {
  const outside = await openRoom();
  try {
    outside.file('secret.txt', 'Secret\n\nNobody may see this.');
    symlinkSync(outside.folder, path.join(room.folder, 'way-out'));
    symlinkSync(path.join(outside.folder, 'secret.txt'), path.join(room.folder, 'secret.txt'));
    symlinkSync('.', path.join(room.folder, 'loop'));
    room.file('a%2f..%2f..%2fetc%2fpasswd', 'Zip-like\n\nA body.');
    room.file('b\\..\\..\\evil.txt', 'Backslashes\n\nA body.');
    room.file('-rf.txt', 'Option-like\n\nA body.');
    room.file('evil\u001b[2J\nname.txt', '');
    const { code, stderr } = await room.import(room.folder);
    expect(code).toBe(3);
    expect(await headlines()).toEqual(['Backslashes', 'Option-like', 'Zip-like']);
    for (const link of ['way-out', 'secret.txt', 'loop'])
      expect(stderr).toContain(`${link}: not followed, because it is a link.`);
    expect(stderr).toContain('evil\\u001b[2J\\nname.txt: line 1: It is empty.');
    expect(stderr).not.toContain('\u001b');
    expect(readdirSync(path.dirname(room.folder)).filter((name) => /evil|passwd/.test(name))).toEqual([]);
  } finally {
    await outside.close();
  }
});

test('texts of 10 MB, lines of a million characters and endless nesting end in a report, not in a crash', async () => {
  room.file('1-long.txt', `Long\n\n${'Some words of an endless text. '.repeat(340_000)}`);
  room.file('2-line.txt', `Line\n\n${'x'.repeat(1_000_000)}`);
  room.file('3-marks.txt', `Marks\n\n${'“'.repeat(100_000)}`);
  room.file('4-deep.json', '['.repeat(200_000));
  room.file('5-deep.jsonl', `{"a": 1}\n{"uri": "deep", "x": ${'['.repeat(100_000)}${']'.repeat(100_000)}}\n`);
  room.file(
    '6-html.jsonl',
    lines(ninjs('h', { body_text: undefined, body_html: `${'<div>'.repeat(50_000)}<p>In the deep.</p>` }), ninjs('ok')),
  );
  const { code, stderr } = await room.import(room.folder);
  expect(code).toBe(3);
  expect(stderr).toMatch(/1-long\.txt: line 1: body has \d+ characters; 200000 are allowed/);
  expect(stderr).toMatch(/2-line\.txt: line 1: body has 1000000 characters/);
  expect(stderr).toMatch(/4-deep\.json: line 1: /);
  expect(stderr).toMatch(/5-deep\.jsonl: line 2: /);
  expect(await headlines()).toEqual(expect.arrayContaining(['Bridge ok reopens', 'Marks']));
});

test('items that lack what they need, or claim what cannot be, are refused by name and nothing of them is stored', async () => {
  const bad = [
    { uri: 'a', type: 'picture', headline: 'A' },
    { headline: 'No uri', body_text: 'x' },
    { ...ninjs('b'), body_text: ' ' },
    { ...ninjs('c'), urgency: 12 },
    { ...ninjs('d'), language: 'no language' },
    { ...ninjs('e'), pubstatus: 'cancelled' },
    { ...ninjs('f'), headline: 'x'.repeat(2000) },
    { uri: 'g', pubstatus: 'canceled' },
    [],
    'text',
    null,
    { uri: 'h', headline: 'Its text has another name', body: 'Here.' },
    { persn: { id: 'i' } },
  ];
  const { code, stderr } = await room.import(room.file('bad.jsonl', lines(ninjs('ok'), ...bad)));
  expect(code).toBe(3);
  for (let i = 0; i < bad.length; i += 1) expect(stderr).toMatch(new RegExp(`bad\\.jsonl: line ${i + 2}: \\S`));
  expect(stderr).toMatch(/line 2: It is of the type picture, which has no text to import\./);
  expect(stderr).toMatch(/line 7: .*pubstatus must be one of usable, withheld, canceled/);
  expect(stderr).toMatch(
    /line 13: It has no text: give it as body_text \(or body_xhtml, or bodies\)\. Nor is it a record of/,
  );
  expect(stderr).toMatch(
    /line 14: This is no ninjs item: .*: that has its kind as its only member, such as \{"article"/,
  );
  expect(await headlines()).toEqual(['Bridge ok reopens']);

  const rss = '<rss version="2.0"><channel><item><guid>r1</guid><title>No words</title></item></channel></rss>';
  const feed = await room.import(room.file('bad.rss', rss));
  expect(feed.stderr).toMatch(/: It has no text: give it as content:encoded or description\./);
});

test('what is not there, or is not understood, is said before anything is done', async () => {
  const none = await room.import(path.join(room.folder, 'nothing'));
  expect([none.code, none.stderr]).toEqual([1, expect.stringMatching(/^There is no file or folder .*nothing\.\n$/)]);
  expect((await room.import()).code).toBe(2);
  expect((await room.import('x', '--format', 'pdf')).code).toBe(2);
});
