import { type Desk, type Entity, kinds, openDesk, organizations, people, places, uuid } from './desk';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const adding = (kind: (typeof kinds)[number], input: object): Promise<readonly string[]> =>
  desk.faults(kind, `add${kind.type}`, { name: 'Nobody Else', ...kind.more, ...input });

describe.each(kinds)('a new $field', (kind) => {
  const name = (text: string): string => `${text} ${kind.type}`;

  test('is there for all to see, under a slug made of its name', async () => {
    const externalIds = [{ scheme: 'wikidata', value: `Q1-${kind.field}` }];
    const aliases = [name('Mel'), name('Mel'), name('  M.\tJ.'), name('Mélanie')];
    const added = await desk.add(kind, ` ${name('Me\u0301lanie')} `, { aliases, externalIds });
    expect(added).toEqual({
      id: expect.stringMatching(`^${kind.field}_`) as string,
      slug: `melanie-${kind.field}`,
      name: name('Mélanie'),
      aliases: [name('Mel'), name('M. J.')],
      externalIds,
    });
    const seen = await desk.ask('READER', `{ ${kind.field}(by: { slug: "${added.slug}" }) { name } }`);
    expect(seen).toEqual({ [kind.field]: { name: name('Mélanie') } });
    const { rows } = await desk.server.database.pool.query(
      'select action, record_kind, record_id from audit_entry where record_id = $1',
      [uuid(added.id)],
    );
    expect(rows).toEqual([{ action: `add${kind.type}`, record_kind: kind.field, record_id: uuid(added.id) }]);
  });

  test('that is there already is refused, and named', async () => {
    const there = await desk.add(kind, name('Zoë'), { aliases: [name('Zoe the First')] });
    expect(await adding(kind, { name: name('ZOE') })).toEqual([`DUPLICATE name → ${there.id}`]);
    expect(await adding(kind, { name: name('zoé the first') })).toEqual([`DUPLICATE name → ${there.id}`]);
    expect(await adding(kind, { aliases: [name('Zoo'), name('Zoe')] })).toEqual([`DUPLICATE aliases.1 → ${there.id}`]);
    expect((await desk.add(kind, name('zo_'), { aliases: ['%', '\\', `%${name('')}`] })).aliases).toHaveLength(3);
  });

  test('may have the name of another one that is known to be another one', async () => {
    const externalIds = [{ scheme: 'viaf', value: `1-${kind.field}` }];
    const first = await desk.add(kind, name('John'), { externalIds });
    const bySlug = await desk.add(kind, name('John'), { slug: `john-smith-the-${kind.field}` });
    expect(bySlug.slug).toBe(`john-smith-the-${kind.field}`);
    const other = [{ scheme: 'viaf', value: `2-${kind.field}` }];
    const refused = await adding(kind, { name: name('John'), externalIds: other });
    expect(refused).toEqual([`DUPLICATE name → ${bySlug.id}`]); // which has no id there
    await desk.revise(kind, bySlug.id, { externalIds: [{ scheme: 'viaf', value: `3-${kind.field}` }] });
    const byId = await desk.add(kind, name('John'), { externalIds: other });
    expect(byId.slug).toBe(`${first.slug}-2`);
  });

  test('cannot take what another one has', async () => {
    const externalIds = [{ scheme: 'isni', value: `1-${kind.field}` }];
    const there = await desk.add(kind, name('Taken'), { externalIds });
    expect(
      await adding(kind, { slug: there.slug, externalIds: [{ scheme: 'x', value: '1' }, ...externalIds] }),
    ).toEqual([`TAKEN slug → ${there.id}`, `TAKEN externalIds.1 → ${there.id}`]);
    const foreign = kind === people ? places : people;
    expect(await adding(foreign, { externalIds })).toEqual([`TAKEN externalIds.0 → ${there.id}`]);
  });

  test('in the same moment as another one of its name waits and is refused', async () => {
    const adds = Array.from({ length: 8 }, () =>
      desk.call(kind, `add${kind.type}`, { name: name('At Once'), ...kind.more }),
    );
    const answers = await Promise.all(adds);
    const winner = answers.find(({ record }) => record !== null)!.record!;
    const losers = answers.filter(({ record }) => record === null).map(({ userErrors }) => userErrors);
    expect(losers).toEqual(
      Array(7).fill([expect.objectContaining({ code: 'DUPLICATE', path: ['name'], record: { id: winner.id } })]),
    );
  });

  test('in the same moment as another one of its slug waits and is refused', async () => {
    const adds = Array.from({ length: 8 }, (_, i) =>
      desk.call(kind, `add${kind.type}`, { name: name(`Racer ${i}`), slug: `racer-${kind.field}`, ...kind.more }),
    );
    const answers = await Promise.all(adds);
    const winner = answers.find(({ record }) => record !== null)!.record as Entity;
    const losers = answers.filter(({ record }) => record === null).map(({ userErrors }) => userErrors);
    expect(losers).toEqual(
      Array(7).fill([expect.objectContaining({ code: 'TAKEN', path: ['slug'], record: { id: winner.id } })]),
    );
  });

  test('is refused with all that is wrong with it, and nothing is written', async () => {
    const count = async (): Promise<unknown> =>
      (await desk.server.database.pool.query(`select count(*) from ${kind.field}`)).rows;
    const before = await count();
    const cases: readonly [object, readonly string[]][] = [
      [{ name: '' }, ['INVALID name']],
      [{ name: ' \n ' }, ['INVALID name']],
      [{ name: '\u200b' }, ['INVALID name']],
      [{ name: 'a\u0001b' }, ['INVALID name']],
      [{ name: 'a\u2066b' }, ['INVALID name']],
      [{ name: 'a\u0007' }, ['INVALID name']],
      [{ name: 'evil\u202etxt' }, ['INVALID name']],
      [{ name: 'two\nlines' }, ['INVALID name']],
      [{ name: 'x'.repeat(201) }, ['INVALID name']],
      [{ name: 'x'.repeat(100_000) }, ['INVALID name']],
      [{ aliases: ['ok', '', 'a\u0001'] }, ['INVALID aliases.1', 'INVALID aliases.2']],
      ...['', 'Not-a-slug', 'a--b', 'a b', 'a\u0001', 'x'.repeat(201), '../x'].map(
        (slug) => [{ slug }, ['INVALID slug']] as [object, string[]],
      ),
      ...['', 'Wikidata', 'wiki data', 'a\u0001', '-x', 'x'.repeat(51)].map(
        (scheme) => [{ externalIds: [{ scheme, value: '1' }] }, ['INVALID externalIds.0.scheme']] as [object, string[]],
      ),
      ...['', ' ', 'a\u0001', 'x'.repeat(201)].map(
        (value) => [{ externalIds: [{ scheme: 'x', value }] }, ['INVALID externalIds.0.value']] as [object, string[]],
      ),
      [{ externalIds: [1, 2, 1].map((n) => ({ scheme: 'x', value: `${n}` })) }, ['INVALID externalIds.2']],
      [{ name: '', slug: '!', aliases: [''] }, ['INVALID name', 'INVALID aliases.0', 'INVALID slug']],
    ];
    for (const [input, errors] of cases) expect([input, await adding(kind, input)]).toEqual([input, errors]);
    expect(await count()).toEqual(before);
  });

  test('has a hundred other names at the most', async () => {
    // In the document itself: lists in variables are counted before anything is carried out.
    const aliases = JSON.stringify(Array.from({ length: 101 }, (_, i) => `alias ${i}`));
    const more = Object.entries(kind.more).map(([field, value]) => `${field}: ${value}`);
    const mutation = `add${kind.type}(input: { name: "Many Names", aliases: ${aliases}, ${more.join()} })`;
    const answer = await desk.ask('EDITOR', `mutation { ${mutation} { userErrors { code path } } }`);
    expect(answer).toEqual({ [`add${kind.type}`]: { userErrors: [{ code: 'INVALID', path: ['aliases'] }] } });
  });

  test('may have the strangest name', async () => {
    expect((await desk.add(kind, '🦊')).slug).toBe(kind.field);
    expect((await desk.add(kind, '🐺')).slug).toBe(`${kind.field}-2`);
    expect((await desk.add(kind, '習近平')).slug).toBe('xi-jin-ping');
    const long = '\ufdfa'.repeat(100) + 'ﷻ'.repeat(100); // each is a whole sentence without compatibility
    expect((await desk.add(kind, long)).name).toBe(long);
    expect(await adding(kind, { name: '🦊' })).toHaveLength(1);
  });
});

test('a person has roles, each at an organization or at none', async () => {
  const paper = await desk.add(organizations, 'The Paper');
  const roles = [
    { title: ' Editor ', organization: paper.id, from: '2020-01-01', to: '2020-01-01' },
    { title: 'Editor', organization: paper.id, from: '2021-01-01' },
    { title: 'Writer' },
    { title: 'Poet' },
  ];
  const fields = 'id roles { title organization { id } from to }';
  const added = await desk.add<{ roles: unknown }>(people, 'Role Holder', { roles }, fields);
  expect(added.roles).toEqual([
    { title: 'Editor', organization: { id: paper.id }, from: '2021-01-01', to: null },
    { title: 'Editor', organization: { id: paper.id }, from: '2020-01-01', to: '2020-01-01' },
    { title: 'Poet', organization: null, from: null, to: null },
    { title: 'Writer', organization: null, from: null, to: null },
  ]);
  const person = await desk.add(people, 'No Organization');
  const gone = 'organization_00000000-0000-4000-8000-000000000000';
  const faults = await adding(people, {
    roles: [
      { title: 'A', organization: person.id },
      { title: 'B', organization: gone },
      { title: 'C', organization: 'nonsense' },
      { title: '' },
      { title: 'D', from: '2020-01-02', to: '2020-01-01' },
      { title: 'E', organization: paper.id, from: '2020-01-01' },
      { title: 'F', organization: paper.id, from: '2020-01-01' },
      { title: 'G' },
      { title: 'G' },
    ],
  });
  expect([...faults].sort()).toEqual(
    ['0.organization', '2.organization', '3.title', '4.to', '6', '8']
      .map((path) => `INVALID roles.${path}`)
      .concat('NOT_FOUND roles.1.organization')
      .sort(),
  );
});

test('a place lies somewhere', async () => {
  const land = await desk.add(places, 'The Land', {
    placeKind: 'COUNTRY',
    countryCode: 'MX',
    latitude: -90,
    longitude: 180,
  });
  const fields = 'id within { id } placeKind countryCode latitude longitude';
  const more = { within: land.id, countryCode: 'MX', latitude: 0, longitude: 0.5 };
  expect(await desk.add(places, 'The City', more, fields)).toMatchObject({ ...more, within: { id: land.id } });
  const organization = await desk.add(organizations, 'Not A Place');
  expect(await adding(places, { within: organization.id, countryCode: 'mx', latitude: 90.1, longitude: -181 })).toEqual(
    ['INVALID latitude', 'INVALID longitude', 'INVALID countryCode', 'INVALID within'],
  );
  expect(await adding(places, { latitude: 1 })).toEqual(['INVALID longitude']);
  expect(await adding(places, { within: 'place_00000000-0000-4000-8000-000000000000', countryCode: '' })).toEqual([
    'INVALID countryCode',
    'NOT_FOUND within',
  ]);
});

test('places of one name are two when their kinds or countries differ', async () => {
  const city = await desk.add(places, 'New York', { countryCode: 'US' });
  await desk.add(places, 'New York', { placeKind: 'REGION', countryCode: 'US' });
  await desk.add(places, 'New York', { countryCode: 'GB' });
  expect(await adding(places, { name: 'New York', countryCode: 'US' })).toEqual([`DUPLICATE name → ${city.id}`]);
});

test('an organization is a part of another', async () => {
  const whole = await desk.add(organizations, 'The Whole');
  const fields = 'organizationKind parent { name }';
  expect(await desk.add(organizations, 'The Part', { parent: whole.id, organizationKind: 'agency' }, fields)).toEqual({
    organizationKind: 'agency',
    parent: { name: 'The Whole' },
  });
  expect(await adding(organizations, { organizationKind: '', parent: 'x' })).toEqual([
    'INVALID organizationKind',
    'INVALID parent',
  ]);
});
