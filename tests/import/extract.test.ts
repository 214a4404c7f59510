import { lines, ninjs, openRoom, type Room } from './room';

jest.setTimeout(120_000);

let room: Room;
beforeAll(async () => (room = await openRoom()));
afterAll(() => room.close());

const quotes = () =>
  room.rows<Record<string, unknown>>(
    `select a.uri, q.text, p.name as speaker, q.method::text, q.review_status::text as review, q.version from quote q
     join article a on a.id = q.article_id left join person p on p.id = q.speaker_person_id order by a.uri, q.position`,
  );

const body_text =
  'SPRINGFIELD — The old bridge holds.\n\n“It will hold for a hundred years,” Mayor Ann Miller said on Monday.';

test('with --extract quotes and speakers come in; without, they can be had later; nothing is found twice', async () => {
  const plain = room.file('plain.jsonl', lines(ninjs('x1', { body_text })));
  await room.import(plain);
  expect(await quotes()).toEqual([]);
  const later = await room.import(plain, '--extract');
  expect([later.code, later.stderr]).toEqual([0, expect.stringMatching(/^0 new, 1 changed, 0 as they were/m)]);
  const found = {
    text: 'It will hold for a hundred years,',
    speaker: 'Ann Miller',
    method: 'RULE',
    review: 'UNREVIEWED',
    version: 1,
  };
  expect(await quotes()).toEqual([{ uri: 'x1', ...found }]);
  const again = await room.import(plain, '--extract');
  expect(again.stderr).toMatch(/^0 new, 0 changed, 1 as they were/m);

  const both = room.file(
    'both.jsonl',
    lines(ninjs('x1', { body_text: `Good news. ${body_text}` }), ninjs('x2', { body_text })),
  );
  const changed = await room.import(both, '--extract');
  expect(changed.stderr).toMatch(/^1 new, 1 changed, 0 as they were, 0 not imported/m);
  expect(await quotes()).toEqual([
    { uri: 'x1', ...found, version: 2 },
    { uri: 'x2', ...found },
  ]);
  expect(await room.rows(`select name from person`)).toEqual([{ name: 'Ann Miller' }]);
});

test('a quote that an editor rejected does not come back with the next version of its item', async () => {
  await room.import(room.file('x3.jsonl', lines(ninjs('x3', { body_text }))), '--extract');
  await room.rows(`update quote set review_status = 'REJECTED', reviewed_at = now(), reviewed_by = 'editor'
    where article_id = (select id from article where uri = 'x3')`);
  const next = lines(ninjs('x3', { body_text: `Good news. ${body_text}` }));
  const changed = await room.import(room.file('next.jsonl', next), '--extract');
  expect(changed.stderr).toMatch(/^0 new, 1 changed, 0 as they were, 0 not imported/m);
  const left = (await quotes()).filter(({ uri }) => uri === 'x3');
  expect(left).toMatchObject([{ text: 'It will hold for a hundred years,', review: 'REJECTED', version: 1 }]);
});

test('an article from a place that is known is stored with it at once, and not written again', async () => {
  await room.rows(`create table written_again (id uuid)`);
  await room.rows(`create function note_update() returns trigger language plpgsql as
    $$ begin insert into written_again values (new.id); return null; end $$`);
  await room.rows(`create trigger note_update after update on article for each row execute function note_update()`);
  const story = (place: string) => `<nitf><body><body.head><hedline><hl1>Bridge</hl1></hedline>
    <dateline><location>${place}</location></dateline></body.head><body.content><p>The bridge holds.</p></body.content></body></nitf>`;
  await room.import(room.file('first.xml', story('LISBON, Portugal')), '--extract');
  expect(await room.rows('select id from written_again')).toHaveLength(1);
  await room.import(room.file('second.xml', story('LISBON, Portugal').replace('holds', 'held')), '--extract');
  expect(await room.rows('select id from written_again')).toHaveLength(1);
  const located = await room.rows(
    `select l.name from article a join place l on l.id = a.located_id where a.dateline like 'LISBON%'`,
  );
  expect(located).toEqual([{ name: 'LISBON' }, { name: 'LISBON' }]);
});

test('names that too many records share are told at the end, and no quote is tied to one of them', async () => {
  await room.rows(`insert into person (slug, name)
    select 'ann-okoro-' || n, 'Ann Okoro' from generate_series(1, 21) n`);
  const body = '“It is told,” Ann Okoro said on Monday.';
  const { code, stderr } = await room.import(
    room.file('okoro.jsonl', lines(ninjs('x7', { body_text: body }))),
    '--extract',
  );
  expect(code).toBe(0);
  expect(stderr).toMatch(/^Names left without a record, as too many records share them: 1 \(Ann Okoro\)\.$/m);
  expect((await quotes()).filter(({ uri }) => uri === 'x7')).toMatchObject([{ text: 'It is told,', speaker: null }]);
});
