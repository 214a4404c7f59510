import { plainReferences, sharedReferences } from '../../src/entities/references';
import { type Desk, type Entity, kinds, openDesk, organizations, people, places, two, uuid } from './desk';
import { storing } from './storing';

let desk: Desk;
let stored: ReturnType<typeof storing>;
beforeAll(async () => {
  desk = await openDesk();
  stored = storing(desk.server.database.pool);
});
afterAll(() => desk.close());

describe.each(kinds)('one $field merged into another', (kind) => {
  const read = `id slug name`;

  test('leaves its names, and answers by its id and all its slugs with the survivor', async () => {
    const wikidata = { scheme: 'wikidata', value: `Q-${kind.field}` };
    const from = await desk.add(kind, `Old ${kind.type}`, { aliases: ['Older', 'Common'], externalIds: [wikidata] });
    await desk.revise(kind, from.id, { slug: `renamed-${kind.field}` });
    const into = await desk.add(kind, `New ${kind.type}`, {
      aliases: ['Common', 'Newer'],
      slug: `new-${kind.field}`,
      externalIds: [{ scheme: 'viaf', value: `1-${kind.field}` }],
    });
    const { record } = await desk.merge(kind, from.id, into.id);
    expect(record).toEqual({
      ...into,
      aliases: ['Common', 'Newer', `Old ${kind.type}`, 'Older'],
      externalIds: [{ scheme: 'viaf', value: `1-${kind.field}` }, wikidata],
    });
    const found = { id: into.id, slug: into.slug, name: into.name };
    for (const role of ['READER', 'EDITOR'] as const) {
      const answer = await desk.ask(
        role,
        `query ($id: ID!, $ids: [ID!]!) {
          node(id: $id) { ... on ${kind.type} { ${read} } }  nodes(ids: $ids) { ... on ${kind.type} { ${read} } }
          byId: ${kind.field}(by: { id: $id }) { ${read} }
          slug: ${kind.field}(by: { slug: "renamed-${kind.field}" }) { ${read} }
          older: ${kind.field}(by: { slug: "${from.slug}" }) { ${read} } none: ${kind.field}(by: { slug: "nobody" }) { id } }`,
        { id: from.id, ids: [into.id, from.id] },
      );
      expect(answer).toEqual({
        node: found,
        nodes: [found, found],
        byId: found,
        slug: found,
        older: found,
        none: null,
      });
    }
    const trail = await stored.query('select action, record_id from audit_entry where action = $1', [kind.merge]);
    expect(trail).toEqual([from, into].map(({ id }) => ({ action: kind.merge, record_id: uuid(id) })));
    expect(await desk.faults(kind, `add${kind.type}`, { name: 'Wholly New', slug: from.slug, ...kind.more })).toEqual([
      `TAKEN slug → ${into.id}`,
    ]);
  });

  test('goes a chain of merges in one step', async () => {
    const [a, b] = await two(desk, kind, 'Chain');
    const c = await desk.add(kind, `Chain ${kind.type} the Last`);
    await desk.merge(kind, a.id, b.id);
    await desk.merge(kind, b.id, c.id);
    const answer = await desk.ask(
      'READER',
      `{ a: ${kind.field}(by: { id: "${a.id}" }) { id } b: ${kind.field}(by: { slug: "${a.slug}" }) { id } }`,
    );
    expect(answer).toEqual({ a: { id: c.id }, b: { id: c.id } });
    expect(
      await stored.query('select survivor_id from merged_record where id in ($1, $2)', [uuid(a.id), uuid(b.id)]),
    ).toEqual(Array(2).fill({ survivor_id: uuid(c.id) }));
    // An old id is as good as the new one wherever something is written, too.
    const d = await desk.add(kind, `Chain ${kind.type} the Very Last`);
    expect((await desk.merge(kind, d.id, a.id)).record?.id).toBe(c.id);
    expect((await desk.revise(kind, b.id, { aliases: [] })).id).toBe(c.id);
  });

  test('is refused where there are no two', async () => {
    const [a, b] = await two(desk, kind, 'Pair');
    const other = await desk.add(kind === people ? places : people, `Foreign to ${kind.type}`);
    const gone = `${kind.field}_00000000-0000-4000-8000-000000000000`;
    const faults = (from: string, into: string): Promise<readonly string[]> =>
      desk.faults(kind, kind.merge, { from, into });
    expect(await faults(a.id, a.id)).toEqual([`INVALID into → ${a.id}`]);
    expect(await faults(other.id, 'x')).toEqual(['INVALID from', 'INVALID into']);
    expect(await faults(gone, a.id)).toEqual(['NOT_FOUND from']);
    expect(await faults(a.id, gone)).toEqual(['NOT_FOUND into']);
    await desk.merge(kind, a.id, b.id);
    const c = await desk.add(kind, `Pair ${kind.type} the Third`);
    expect(await faults(a.id, c.id)).toEqual([`INVALID from → ${b.id}`]);
    expect(await faults(a.id, b.id)).toEqual([`INVALID from → ${b.id}`]);
    expect(await faults(b.id, a.id)).toEqual([`INVALID into → ${b.id}`]);
  });

  test('brings its mentions: where an article has both, the words of both, each once', async () => {
    const [from, into] = await two(desk, kind, 'Mentioned');
    const both = await stored.article(`both-${kind.field}`, 'Zed, the Wye, met Ex and Why today.');
    await stored.mention(both, [kind, from.id], 'MENTIONS', ['Zed', 'Ex', 'Why'], 2);
    await stored.mention(both, [kind, into.id], 'MENTIONS', ['Wye', 'Ex'], 3);
    await stored.mention(both, [kind, from.id], 'ABOUT', ['Why'], 1);
    const one = await stored.article(`one-${kind.field}`, 'Only Zed.');
    await stored.mention(one, [kind, from.id], 'MENTIONS', ['Zed']);
    await desk.merge(kind, from.id, into.id);
    const data = await desk.ask<Record<string, { mentions: unknown }>>(
      'READER',
      `{ ${kind.field}(by: { id: "${from.id}" }) { mentions { totalCount edges { node { rel article { slug } spans { start text } } } } } }`,
    );
    const { mentions } = data[kind.field]! as {
      mentions: { totalCount: number; edges: { node: { article: { slug: string } } }[] };
    };
    const of = (slug: string): unknown[] =>
      mentions.edges
        .filter(({ node }) => node.article.slug === slug)
        .map(({ node }) => ({ ...node, article: undefined }));
    expect(mentions.totalCount).toBe(3);
    expect(of(`one-${kind.field}`)).toEqual([{ rel: 'MENTIONS', spans: [{ start: 5, text: 'Zed' }] }]);
    expect(of(`both-${kind.field}`)).toEqual([
      { rel: 'ABOUT', spans: [{ start: 25, text: 'Why' }] },
      {
        rel: 'MENTIONS',
        spans: [
          { start: 0, text: 'Zed' },
          { start: 9, text: 'Wye' },
          { start: 18, text: 'Ex' },
          { start: 25, text: 'Why' },
        ],
      },
    ]);
    const filtered = await desk.ask(
      'READER',
      `{ articles(filter: { ${kind.field}: { id: "${from.id}" } }) { totalCount } mentions: ${kind.field}(by: { slug: "${from.slug}" }) { articles { totalCount } } }`,
    );
    expect(filtered).toEqual({ articles: { totalCount: 2 }, mentions: { articles: { totalCount: 2 } } });
  });

  test('is seen by readers when one of the two was', async () => {
    const [from, into] = await two(desk, kind, 'Hidden');
    await stored.query(`update ${kind.field} set listed = false where id in ($1, $2)`, [uuid(from.id), uuid(into.id)]);
    const seen = (): Promise<unknown> =>
      desk.ask(
        'READER',
        `{ id: ${kind.field}(by: { id: "${from.id}" }) { id } slug: ${kind.field}(by: { slug: "${from.slug}" }) { id } }`,
      );
    await desk.merge(kind, from.id, into.id);
    expect(await seen()).toEqual({ id: null, slug: null });
    const listed = await desk.add(kind, `Listed ${kind.type}`);
    const again = await desk.merge(kind, listed.id, from.id);
    expect(again.record?.id).toBe(into.id);
    expect(await seen()).toEqual({ id: { id: into.id }, slug: { id: into.id } });
  });

  test('is answered again in the same way when the survivor was merged meanwhile', async () => {
    const input = { name: `Retried ${kind.type}`, idempotencyKey: `retry-${kind.field}`, ...kind.more };
    const first = await desk.get(kind, `add${kind.type}`, input);
    const into = await desk.add(kind, `Survivor of ${kind.type}`);
    await desk.merge(kind, first.id, into.id);
    expect((await desk.get(kind, `add${kind.type}`, input)).id).toBe(into.id);
  });
});

test('everything that names the three kinds goes along', async () => {
  const rows = await stored.query<{ kind: string; reference: string }>(
    `select confrelid::regclass::text as kind, conrelid::regclass::text || '.' || a.attname as reference
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where contype = 'f' and confrelid in ('person'::regclass, 'organization'::regclass, 'place'::regclass)`,
  );
  for (const { field } of kinds) {
    const known = [...plainReferences[field], ...sharedReferences[field]].map(
      ({ table, column }) => `${table}.${column}`,
    );
    expect(known.sort()).toEqual(
      rows
        .filter(({ kind }) => kind === field)
        .map(({ reference }) => reference)
        .sort(),
    );
  }
});

test('a person brings words, pictures and roles', async () => {
  const paper = await desk.add(organizations, 'Merging Paper');
  const role = (title: string, from?: string) => ({ title, organization: paper.id, ...(from && { from }) });
  const from = await desk.add(people, 'Speaker Old', {
    description: 'A speaker.',
    roles: [role('Chief', '2020-01-01'), role('Guest'), { title: 'Poet' }],
  });
  const into = await desk.add(people, 'Speaker New', { roles: [role('Editor in Chief', '2020-01-01'), role('Guest')] });
  const text = await stored.article('spoken', 'It rains. They said so.');
  await stored.quote(text, 'It rains.', { speaker_person_id: uuid(from.id) });
  await stored.query(
    `with i as (insert into image (article_id, index, photographer_id) values ($1, 0, $2), ($1, 1, $3) returning id)
     insert into image_person (image_id, person_id) select i.id, p from i, unnest(array[$2, $3]) p`,
    [text, uuid(from.id), uuid(into.id)],
  );
  await stored.query(
    'delete from image_person where person_id = $1 and image_id = (select id from image where index = 1)',
    [uuid(into.id)],
  );
  await desk.merge(people, from.id, into.id);
  const answer = await desk.ask(
    'READER',
    `query ($id: ID!) { quotes(filter: { speaker: { id: $id } }) { edges { node { text speaker { ... on Person { id } } } } }
      person(by: { id: $id }) { description roles { title } }
      article(by: { slug: "spoken" }) { images { photographer { id } people { id } } } }`,
    { id: from.id },
  );
  const images = Array(2).fill({ photographer: { id: into.id }, people: [{ id: into.id }] });
  expect(answer).toEqual({
    quotes: { edges: [{ node: { text: 'It rains.', speaker: { id: into.id } } }] },
    person: { description: 'A speaker.', roles: [{ title: 'Editor in Chief' }, { title: 'Guest' }, { title: 'Poet' }] },
    article: { images },
  });
});

test('an organization brings words, articles, roles and parts', async () => {
  const top = await desk.add(organizations, 'Top');
  const from = await desk.add(organizations, 'Agency Old', { parent: top.id, organizationKind: 'agency' });
  const into = await desk.add(organizations, 'Agency New');
  const part = await desk.add(organizations, 'Agency Part', { parent: from.id });
  const roles = [from, into].map(({ id }) => ({ title: 'Head', organization: id, from: '2020-01-01' }));
  const head = await desk.add(people, 'Agency Head', { roles: [...roles, { title: 'Clerk', organization: from.id }] });
  const text = await stored.article('sourced', 'It snows.');
  await stored.quote(text, 'It snows.', { speaker_organization_id: uuid(from.id) });
  await stored.query('update article set source_id = $1 where id = $2', [uuid(from.id), text]);
  await desk.merge(organizations, from.id, into.id);
  const answer = await desk.ask(
    'READER',
    `query ($id: ID!) { quotes(filter: { speaker: { id: $id } }) { totalCount } articles(filter: { provider: { id: $id } }) { totalCount }
      organization(by: { id: $id }) { organizationKind parent { id } people { totalCount } providedArticles { totalCount } }
      part: organization(by: { id: "${part.id}" }) { parent { id } }
      person(by: { id: "${head.id}" }) { roles { title organization { id } } } }`,
    { id: from.id },
  );
  const [one, organization] = [{ totalCount: 1 }, { id: into.id }];
  expect(answer).toEqual({
    quotes: one,
    articles: one,
    organization: { organizationKind: 'agency', parent: { id: top.id }, people: one, providedArticles: one },
    part: { parent: organization },
    person: {
      roles: [
        { title: 'Head', organization },
        { title: 'Clerk', organization },
      ],
    },
  });
});

test('a place brings articles, pictures, words and what lies in it', async () => {
  const from = await desk.add(places, 'Town Old', { countryCode: 'MX', latitude: 1, longitude: 2 });
  const into = await desk.add(places, 'Town New');
  const child = await desk.add(places, 'Town Hall', { within: from.id, placeKind: 'VENUE' });
  const text = await stored.article('located', 'It hails.');
  await stored.quote(text, 'It hails.', { said_in_id: uuid(from.id) });
  await stored.query('update article set located_id = $1 where id = $2', [uuid(from.id), text]);
  await stored.query('insert into image (article_id, index, located_id) values ($1, 0, $2)', [text, uuid(from.id)]);
  await desk.merge(places, from.id, into.id);
  const answer = await desk.ask(
    'READER',
    `query ($id: ID!) { quotes(filter: { place: { id: $id } }) { totalCount } article(by: { slug: "located" }) { located { id } images { located { id } } }
      place(by: { id: $id }) { countryCode latitude longitude children { edges { node { id } } } } }`,
    { id: from.id },
  );
  expect(answer).toEqual({
    quotes: { totalCount: 1 },
    article: { located: { id: into.id }, images: [{ located: { id: into.id } }] },
    place: { countryCode: 'MX', latitude: 1, longitude: 2, children: { edges: [{ node: { id: child.id } }] } },
  });
});

describe('parts and wholes that are merged', () => {
  /** A chain, each a part of the one before. */
  async function chain(name: string): Promise<Entity[]> {
    const made: Entity[] = [];
    for (const step of ['a', 'b', 'c', 'd']) {
      made.push(await desk.add(organizations, `${name} ${step}`, made.length > 0 ? { parent: made.at(-1)!.id } : {}));
    }
    return made;
  }
  const parentsOf = async (made: readonly Entity[]): Promise<(string | undefined)[]> => {
    const parent = `parent { name }`;
    const data = await desk.ask<{ nodes: { name: string; parent: { name: string } | null }[] }>(
      'EDITOR',
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Organization { name ${parent} } } }`,
      { ids: made.map(({ id }) => id) },
    );
    return data.nodes.map((node) => `${node.name.at(-1)} in ${node.parent?.name.at(-1) ?? '-'}`);
  };

  test.each([
    ['a whole into its part', 1, 2, ['a in -', 'c in a', 'c in a', 'd in c']],
    ['a whole into a part of its part', 0, 2, ['c in -', 'b in c', 'c in -', 'd in c']],
    ['a part into its whole', 2, 1, ['a in -', 'b in a', 'b in a', 'd in b']],
    ['a part of a part into the whole', 2, 0, ['a in -', 'b in a', 'a in -', 'd in a']],
  ] as const)('%s', async (name, from, into, expected) => {
    const made = await chain(name);
    expect((await desk.merge(organizations, made[from]!.id, made[into]!.id)).userErrors).toEqual([]);
    expect(await parentsOf(made)).toEqual(expected);
  });
});
