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
