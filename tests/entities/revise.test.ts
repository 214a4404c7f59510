import { type Desk, type Kind, kinds, openDesk, organizations, people, places, uuid } from './desk';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const revising = (kind: Kind, id: string, input: object): Promise<readonly string[]> =>
  desk.faults(kind, `revise${kind.type}`, { id, ...input });

describe.each(kinds)('a $field that is revised', (kind) => {
  const name = (text: string): string => `${text} ${kind.type}`;
  const ids = (...values: string[]): { scheme: string; value: string }[] =>
    values.map((value) => ({ scheme: 'wikidata', value: `${value}-${kind.field}` }));

  test('keeps what is left out, and loses what is null', async () => {
    const added = await desk.add(kind, name('Full'), { aliases: [name('A')], externalIds: ids('1', '2') });
    expect(await desk.revise(kind, added.id, {})).toEqual(added);
    const renamed = await desk.revise(kind, added.id, { name: name('A'), externalIds: ids('2', '3') });
    expect(renamed).toEqual({ ...added, name: name('A'), aliases: [], externalIds: ids('2', '3') });
    const emptied = await desk.revise(kind, added.id, { aliases: null, externalIds: null });
    expect(emptied).toEqual({ ...renamed, externalIds: [] });
    expect(await desk.revise(kind, added.id, { aliases: [name('B')] })).toEqual({ ...emptied, aliases: [name('B')] });
  });

  test('answers to the slugs that it had, which nobody else gets', async () => {
    const { id, slug } = await desk.add(kind, name('Moving'));
    await desk.revise(kind, id, { slug: `moved-${kind.field}` });
    await desk.revise(kind, id, { slug: `moved-twice-${kind.field}` });
    const find = (wanted: string): Promise<unknown> =>
      desk.ask('READER', `{ ${kind.field}(by: { slug: "${wanted}" }) { id slug } }`);
    for (const old of [slug, `moved-${kind.field}`, `moved-twice-${kind.field}`]) {
      expect(await find(old)).toEqual({ [kind.field]: { id, slug: `moved-twice-${kind.field}` } });
    }
    const other = await desk.add(kind, name('Staying'));
    expect(await revising(kind, other.id, { slug })).toEqual([`TAKEN slug → ${id}`]);
    expect((await desk.add(kind, `${name('moving')}!`, {})).slug).toBe(`${slug}-2`);
    await desk.revise(kind, id, { slug }); // its own, taken back
    expect(await find(slug)).toEqual({ [kind.field]: { id, slug } });
    await desk.revise(kind, id, { slug: `moved-${kind.field}` });
    expect(await find(slug)).toEqual({ [kind.field]: { id, slug: `moved-${kind.field}` } });
  });

  test('cannot become another one', async () => {
    const there = await desk.add(kind, name('There'), { aliases: [name('Thére Too')], externalIds: ids('there') });
    const { id } = await desk.add(kind, name('Here'));
    expect(await revising(kind, id, { name: name('THERE') })).toEqual([`DUPLICATE name → ${there.id}`]);
    expect(await revising(kind, id, { aliases: [name('x'), name('there too')] })).toEqual([
      `DUPLICATE aliases.1 → ${there.id}`,
    ]);
    expect(await revising(kind, id, { slug: there.slug, externalIds: ids('there') })).toEqual([
      `TAKEN slug → ${there.id}`,
      `TAKEN externalIds.0 → ${there.id}`,
    ]);
    await desk.revise(kind, id, { externalIds: ids('here') });
    await desk.revise(kind, id, { name: name('THERE') }); // now they are known to be two
    await desk.revise(kind, id, { name: name('THERE'), aliases: [] }); // what it has is not asked again
  });

  test('is refused with all that is wrong with it, and stays', async () => {
    const added = await desk.add(kind, name('Sound'));
    expect(await revising(kind, added.id, { name: null, slug: null })).toEqual(['INVALID name', 'INVALID slug']);
    expect(await revising(kind, added.id, { name: name('Sounder'), slug: null })).toEqual(['INVALID slug']);
    expect(await revising(kind, added.id, { name: ' ', slug: 'A', aliases: ['\u202e'] })).toEqual([
      'INVALID name',
      'INVALID aliases.0',
      'INVALID slug',
    ]);
    const gone = `${kind.field}_00000000-0000-4000-8000-000000000000`;
    expect(await revising(kind, gone, { name: name('New') })).toEqual(['NOT_FOUND id']);
    const foreign = await desk.add(kind === people ? places : people, name('Foreign'));
    for (const id of [foreign.id, '', 'nonsense', uuid(added.id), `${added.id} `]) {
      expect(await revising(kind, id, { name: name('New') })).toEqual(['INVALID id']);
    }
    expect(await desk.revise(kind, added.id, {})).toEqual(added);
  });

  test('by many at once ends as one of them says; the others are told that they did not see the change', async () => {
    const { id, slug: first } = await desk.add(kind, name('Contested'));
    const slugs = Array.from({ length: 6 }, (_, i) => `contested-by-${'abcdef'[i]}-${kind.field}`);
    const change = { id, expectedRevision: 1 };
    const answers = await Promise.all(
      slugs.map((slug) =>
        desk.call<{ slug: string }>(kind, `revise${kind.type}`, { ...change, slug }, 'slug revision'),
      ),
    );
    const won = answers.flatMap(({ record }) => record ?? []);
    expect(won).toEqual([{ slug: expect.stringMatching(/^contested-by-/) as string, revision: 2 }]);
    expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(Array(5).fill('CONFLICT'));
    const find = `{ ${kind.field}(by: { slug: "${first}" }) { id slug revision } }`;
    expect(await desk.ask('READER', find)).toEqual({ [kind.field]: { id, ...won[0] } });
    const late = `mutation ($input: Revise${kind.type}Input!) { revise${kind.type}(input: $input) { userErrors {
      __typename path ... on ConflictError { currentRevision currentVersion record { id } } } } }`;
    expect(await desk.ask('EDITOR', late, { input: { ...change, name: name('Late') } })).toEqual({
      [`revise${kind.type}`]: {
        userErrors: [
          {
            __typename: 'ConflictError',
            path: ['expectedRevision'],
            currentRevision: 2,
            currentVersion: null,
            record: { id },
          },
        ],
      },
    });
  });

  test('only by editors', async () => {
    const mutations = [`add${kind.type}`, `revise${kind.type}`, kind.merge];
    for (const mutation of mutations) {
      const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
      const required: Record<string, object> = {
        [`add${kind.type}`]: { name: 'x', ...kind.more },
        [`revise${kind.type}`]: { id: 'x', expectedRevision: 1 },
        [kind.merge]: { from: 'x', into: 'y', expectedRevision: 1 },
      };
      const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code } } }`;
      await expect(desk.ask('READER', query, { input: required[mutation] })).rejects.toThrow('UNAUTHENTICATED');
    }
  });
});

describe('a person’s roles', () => {
  const roles = 'id roles { title organization { id } from to }';
  const titles = ({ roles: held }: { roles: readonly { title: string }[] }): string[] => held.map(({ title }) => title);

  test('are replaced by those given, except for what an article tells', async () => {
    const paper = await desk.add(organizations, 'Role Paper');
    const person = await desk.add(people, 'Role Person', { roles: [{ title: 'A' }, { title: 'B' }] });
    await desk.server.database.pool.query(
      `with a as (insert into article (slug, status) values ('embargoed', 'DRAFT') returning id),
        v as (insert into article_version (article_id, number, headline, body) select id, 1, 'H', 'B' from a)
       insert into role (person_id, title, organization_id, from_date, article_id)
       select $1, title, $2, day::date, a.id from a, (values ('Told', '2020-01-01'), ('Kept', '2021-01-01')) as r (title, day)`,
      [uuid(person.id), uuid(paper.id)],
    );
    const told = { title: 'Told Otherwise', organization: paper.id, from: '2020-01-01', to: '2020-12-31' };
    type Held = { roles: { title: string }[] };
    const revised = await desk.revise<Held>(
      people,
      person.id,
      { roles: [told, { title: 'B' }, { title: 'C' }] },
      roles,
    );
    expect(titles(revised)).toEqual(['Kept', 'Told Otherwise', 'B', 'C']);
    const seen = await desk.ask<{ person: Held }>('READER', `{ person(by: { id: "${person.id}" }) { ${roles} } }`);
    expect(titles(seen.person)).toEqual(['B', 'C']);
    expect(titles(await desk.revise<Held>(people, person.id, { description: 'x' }, roles))).toHaveLength(4);
    expect(titles(await desk.revise<Held>(people, person.id, { roles: null }, roles))).toEqual([
      'Kept',
      'Told Otherwise',
    ]);
  });

  test('are refused when they are wrong, and stay', async () => {
    const person = await desk.add(people, 'Right Roles', { roles: [{ title: 'A' }] });
    const wrong = [{ title: ' ' }, { title: 'B', from: '2020-01-02', to: '2020-01-01' }];
    expect(await revising(people, person.id, { roles: wrong, description: '' })).toEqual([
      'INVALID roles.0.title',
      'INVALID roles.1.to',
      'INVALID description',
    ]);
  });
});

describe('a place', () => {
  test('is moved, and can lose all but its kind', async () => {
    const fields = 'placeKind countryCode latitude longitude within { name }';
    const land = await desk.add(places, 'Homeland', { placeKind: 'COUNTRY' });
    const more = { within: land.id, countryCode: 'MX', latitude: 1.5, longitude: -2.5 };
    const city = await desk.add(places, 'Home Town', more);
    expect(await desk.revise(places, city.id, { placeKind: 'VENUE', latitude: 3 }, fields)).toEqual({
      placeKind: 'VENUE',
      countryCode: 'MX',
      latitude: 3,
      longitude: -2.5,
      within: { name: 'Homeland' },
    });
    expect(await revising(places, city.id, { placeKind: null, latitude: null })).toEqual([
      'INVALID latitude',
      'INVALID placeKind',
    ]);
    const nothing = { within: null, countryCode: null, latitude: null, longitude: null };
    expect(await desk.revise(places, city.id, nothing, fields)).toEqual({ placeKind: 'VENUE', ...nothing });
  });
});

describe.each([organizations, places])('a $field that is a part', (kind) => {
  test('is never a part of itself, however far up', async () => {
    const top = await desk.add(kind, `Top ${kind.type}`);
    const middle = await desk.add(kind, `Middle ${kind.type}`, { [kind.whole]: top.id });
    const low = await desk.add(kind, `Low ${kind.type}`, { [kind.whole]: middle.id });
    expect(await revising(kind, top.id, { [kind.whole]: top.id })).toEqual([`INVALID ${kind.whole} → ${top.id}`]);
    expect(await revising(kind, top.id, { [kind.whole]: low.id })).toEqual([`INVALID ${kind.whole} → ${low.id}`]);
    expect(await revising(kind, middle.id, { [kind.whole]: low.id })).toEqual([`INVALID ${kind.whole} → ${low.id}`]);
    await desk.revise(kind, low.id, { [kind.whole]: top.id });
  });

  test('not even when two are made parts of each other’s parts at once', async () => {
    for (let round = 0; round < 8; round += 1) {
      const name = (what: string): string => `Ring ${round} ${kind.type} ${what}`;
      const [a, b] = [await desk.add(kind, name('a')), await desk.add(kind, name('b'))];
      const partOfA = await desk.add(kind, name('part of a'), { [kind.whole]: a.id });
      const partOfB = await desk.add(kind, name('part of b'), { [kind.whole]: b.id });
      const answers = await Promise.all([
        desk.call(kind, `revise${kind.type}`, { id: a.id, expectedRevision: 1, [kind.whole]: partOfB.id }),
        desk.call(kind, `revise${kind.type}`, { id: b.id, expectedRevision: 1, [kind.whole]: partOfA.id }),
      ]);
      expect(answers.filter(({ record }) => record !== null)).toHaveLength(1);
      const refused = answers.find(({ record }) => record === null)!;
      expect(refused.userErrors).toEqual([expect.objectContaining({ code: 'INVALID', path: [kind.whole] })]);
    }
  });
});
