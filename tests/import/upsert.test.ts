import { lines, ninjs, openRoom, type Room } from './room';

jest.setTimeout(120_000);

let room: Room;
beforeAll(async () => (room = await openRoom()));
afterAll(() => room.close());

const summary = (stderr: string): string => stderr.trimEnd().split('\n').at(-1)!.replace(/; .*/, '');
const article = async (uri: string) =>
  (
    await room.rows<Record<string, unknown>>(
      `select a.id, a.slug, a.status::text, a.version, a.embargoed_until, v.headline, v.body, v.created_by
       from article a join article_version v on v.article_id = a.id and v.number = a.version where uri = $1`,
      [uri],
    )
  )[0];

test('twice the same input changes nothing; a changed item makes a version; its quotes go along', async () => {
  const file = room.file('a.jsonl', lines(ninjs('u1'), ninjs('u2')));
  const first = await room.import(file);
  expect([first.code, summary(first.stderr)]).toEqual([0, '2 new, 0 changed, 0 as they were, 0 not imported']);
  expect(await article('u1')).toMatchObject({
    slug: 'bridge-u1-reopens',
    status: 'PUBLISHED',
    version: 1,
    headline: 'Bridge u1 reopens',
    body: 'The bridge u1 holds.\n\n“It holds,” the mayor said.',
    created_by: 'command line',
  });
  const { id } = (await article('u1'))!;
  await room.rows(
    `with q as (insert into quote (article_id, version, text, kind, position)
       values ($1, 1, 'It holds,', 'DIRECT', 1) returning id)
     insert into quote_span (quote_id, version, index, article_id, start_offset, end_offset, text, prefix, suffix)
     select id, 1, 0, $1, 23, 32, 'It holds,', '', '' from q`,
    [id],
  );

  const again = await room.import(file);
  expect([again.code, summary(again.stderr)]).toEqual([0, '0 new, 0 changed, 2 as they were, 0 not imported']);

  const longer = { body_text: 'It is Monday. The bridge u1 holds.\n\n“It holds,” the mayor said.' };
  const third = await room.import(room.file('a.jsonl', lines(ninjs('u1', longer), ninjs('u2'))));
  expect([third.code, summary(third.stderr)]).toEqual([0, '0 new, 1 changed, 1 as they were, 0 not imported']);
  expect(await article('u1')).toMatchObject({ id, version: 2, body: longer.body_text });
  expect(await room.rows('select version, anchor_state::text as state, text from quote')).toEqual([
    { version: 2, state: 'ANCHORED', text: 'It holds,' },
  ]);
  const trail = await room.rows(
    `select actor, action, from_version, to_version from audit_entry where record_id = $1 order by to_version`,
    [id],
  );
  expect(trail).toEqual([
    { actor: 'command line', action: 'importArticles', from_version: null, to_version: 1 },
    { actor: 'command line', action: 'importArticles', from_version: 1, to_version: 2 },
  ]);
});

test('what an editor did to an article stays, as long as its provider says nothing new', async () => {
  const file = room.file('b.jsonl', lines(ninjs('e1')));
  await room.import(file);
  const { id } = (await article('e1'))!;
  await room.rows(`update article set byline = 'By hand' where id = $1`, [id]);
  const again = await room.import(file);
  expect(summary(again.stderr)).toBe('0 new, 0 changed, 1 as they were, 0 not imported');
  expect(await room.rows('select byline from article where id = $1', [id])).toEqual([{ byline: 'By hand' }]);
});

test('withheld is a draft, canceled is withdrawn, and later versions say so anew', async () => {
  const states = (day: number, status: string) => {
    const state = { pubstatus: status, versioncreated: `2026-01-0${day}T00:00:00Z` };
    return room.import(room.file('s.jsonl', lines(ninjs('s1', state))));
  };
  await states(1, 'withheld');
  expect(await article('s1')).toMatchObject({ status: 'DRAFT' });
  await states(2, 'usable');
  expect(await article('s1')).toMatchObject({ status: 'PUBLISHED', version: 1 });
  const back = await states(3, 'withheld');
  expect([back.code, back.stderr]).toEqual([
    0,
    expect.stringMatching(/s\.jsonl: item 1: Its provider withholds it now/),
  ]);
  expect(await article('s1')).toMatchObject({ status: 'DRAFT', version: 1 });
  await states(4, 'usable');
  await room.import(room.file('s.jsonl', lines({ uri: 's1', pubstatus: 'canceled', ednote: 'Wrong bridge.' })));
  expect(await article('s1')).toMatchObject({ status: 'WITHDRAWN', version: 1 });
  const { id } = (await article('s1'))!;
  expect(await room.rows('select kind::text, text from correction where article_id = $1', [id])).toEqual([
    { kind: 'KILL', text: 'Canceled by its provider.' },
  ]);
  const again = await room.import(room.file('s.jsonl', lines({ uri: 's1', pubstatus: 'canceled', ednote: 'Still.' })));
  expect(summary(again.stderr)).toBe('0 new, 0 changed, 1 as they were, 0 not imported');
});

test('an embargo is kept', async () => {
  await room.import(room.file('m.jsonl', lines(ninjs('m1', { embargoed: '2999-01-01T00:00:00Z' }))));
  expect(await article('m1')).toMatchObject({ status: 'PUBLISHED', embargoed_until: new Date('2999-01-01T00:00:00Z') });
});

test('of two items with one uri the later version counts, in whichever order; without versions the first', async () => {
  const at = (hour: number) => ({ versioncreated: `2025-01-01T${hour}:00:00Z`, headline: `At ${hour}` });
  const versions = room.file('v.jsonl', lines(ninjs('v1', at(10)), ninjs('v1', at(12)), ninjs('v1', at(11))));
  const first = await room.import(versions);
  expect(summary(first.stderr)).toBe('1 new, 1 changed, 1 as they were, 0 not imported');
  expect(await article('v1')).toMatchObject({ headline: 'At 12', version: 2 });
  const again = await room.import(versions);
  expect(summary(again.stderr)).toBe('0 new, 0 changed, 3 as they were, 0 not imported');

  const twins = room.file('t.jsonl', lines(ninjs('t1'), ninjs('t1'), ninjs('t1', { headline: 'Another' })));
  for (const told of [
    '1 new, 0 changed, 1 as they were, 1 not imported',
    '0 new, 0 changed, 2 as they were, 1 not imported',
  ]) {
    const run = await room.import(twins);
    expect([run.code, summary(run.stderr)]).toEqual([3, told]);
    expect(run.stderr).toMatch(/t\.jsonl: line 3: Another item before it has the same uri/);
  }
  expect(await article('t1')).toMatchObject({ headline: 'Bridge t1 reopens', version: 1 });
});

test('articles of the same headline get slugs of their own', async () => {
  const same = { headline: 'Flash' };
  await room.import(room.file('f.jsonl', lines(ninjs('f1', same), ninjs('f2', same), ninjs('f3', same))));
  const slugs = await room.rows<{ slug: string }>(`select slug from article where uri ~ '^f[0-9]' order by uri`);
  expect(slugs.map(({ slug }) => slug)).toEqual([
    'flash',
    expect.stringMatching(/^flash-[0-9a-f]{8}$/),
    expect.stringMatching(/^flash-[0-9a-f]{8}$/),
  ]);
});

test('names are tied to the records that are there, made where there is none, and never guessed', async () => {
  await room.rows(`insert into person (slug, name, aliases) values ('a-smith', 'Ann Smith', '{}'), ('john-smith', 'John Smith', '{}'),
    ('john-smith-2', 'John Smith', '{}'), ('melanie-joly', 'Mélanie Joly', '{}')`);
  await room.rows(
    `insert into external_id (scheme, value, person_id) select 'wikidata', 'Q1', id from person where slug = 'a-smith'`,
  );
  const person = (name: string, uri?: string) => ({ name, rel: 'mentions', ...(uri && { uri }) });
  const people = [
    person('A. Smith', 'http://www.wikidata.org/entity/Q1'),
    person('John Smith'),
    person('Melanie Joly'),
    person('Zoe New', 'http://www.wikidata.org/entity/Q2'),
    person('Ann Smith', 'http://www.wikidata.org/entity/Q3'),
  ];
  const body_text = 'Zoe New spoke. John Smith did not. So Zoe New left.';
  await room.import(room.file('p.jsonl', lines(ninjs('p1', { people, body_text }))));
  const found = await room.rows(
    `select p.slug, p.listed, (select string_agg(s.start_offset || '-' || s.end_offset, ' ' order by s.index) from mention_span s
       where s.mention_id = m.id) as spans from mention m join person p on p.id = m.person_id order by m.position`,
  );
  expect(found).toEqual([
    { slug: 'a-smith', listed: false, spans: null },
    { slug: 'melanie-joly', listed: false, spans: null },
    { slug: 'zoe-new', listed: false, spans: '0-7 38-45' },
    { slug: 'ann-smith', listed: false, spans: null },
  ]);
  expect(
    await room.rows(`select value from external_id x join person p on p.id = x.person_id where slug = 'zoe-new'`),
  ).toEqual([{ value: 'Q2' }]);
});

test('whom and what an item names comes in for an editor to look at', async () => {
  const named = {
    infosource: [{ name: 'The Wire' }],
    person: [{ name: 'Ann Miller' }],
    organisation: [{ name: 'Bridge Company' }],
    place: [{ name: 'Norway', rel: 'about', uri: 'http://cv.iptc.org/newscodes/iso3166-1a2/NO' }],
  };
  expect((await room.import(room.file('named.jsonl', lines(ninjs('named', named))))).code).toBe(0);
  const names = `'The Wire', 'Ann Miller', 'Bridge Company', 'Norway'`;
  const made = await room.rows<{ name: string; review: string }>(
    `select name, review_status::text as review from (select name, review_status from person
     union all select name, review_status from organization union all select name, review_status from place) e
     where name in (${names}) order by name`,
  );
  const wanted = ['Ann Miller', 'Bridge Company', 'Norway', 'The Wire'];
  expect(made).toEqual(wanted.map((name) => ({ name, review: 'UNREVIEWED' })));
  const mentions = await room.rows<{ review: string }>(
    `select distinct review_status::text as review from mention m join article a on a.id = m.article_id where a.uri = 'named'`,
  );
  expect(mentions).toEqual([{ review: 'UNREVIEWED' }]);
});

test('people of one name are told apart by numbers in their addresses, as where editors add them', async () => {
  const person = (id: string) => ({ person: [{ name: 'Nils Sand', uri: `http://www.wikidata.org/entity/${id}` }] });
  const both = lines(ninjs('sand-1', person('Q900001')), ninjs('sand-2', person('Q900002')));
  expect((await room.import(room.file('sand.jsonl', both))).code).toBe(0);
  const slugs = await room.rows(`select slug from person where name = 'Nils Sand' order by slug`);
  expect(slugs).toEqual([{ slug: 'nils-sand' }, { slug: 'nils-sand-2' }]);
});
