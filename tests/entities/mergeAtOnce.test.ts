import { type Desk, type Entity, kinds, openDesk, organizations, people, two, uuid } from './desk';
import { storing } from './storing';
import { until } from '../harness/until';

let desk: Desk;
let stored: ReturnType<typeof storing>;
beforeAll(async () => {
  desk = await openDesk();
  stored = storing(desk.server.database.pool);
});
afterAll(() => desk.close());

/** Organizations that are parts of themselves. */
const rings = `with recursive chain as (
    select id, parent_id from organization union select c.id, e.parent_id from organization e join chain c on e.id = c.parent_id)
  select id from chain where id = parent_id`;

describe.each(kinds)('a $field is merged', (kind) => {
  test('both ways at once: one goes, nothing is lost', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = await two(desk, kind, `Round ${round}`);
      const text = await stored.article(`round-${round}-${kind.field}`, 'Aye and bee.');
      await stored.mention(text, [kind, a.id], 'ABOUT', ['Aye']);
      await stored.mention(text, [kind, b.id], 'ABOUT', ['bee']);
      const answers = await Promise.all([desk.merge(kind, a.id, b.id), desk.merge(kind, b.id, a.id)]);
      const done = answers.filter(({ record }) => record !== null);
      expect(done).toHaveLength(1);
      const { id } = done[0]!.record!;
      expect(answers.find(({ record }) => record === null)!.userErrors).toEqual([
        expect.objectContaining({ code: 'INVALID', record: { id } }),
      ]);
      const spans = `select text from mention_span s join mention m on m.id = s.mention_id where m.${kind.field}_id = $1 order by index`;
      expect(await stored.query(spans, [uuid(id)])).toEqual([{ text: 'Aye' }, { text: 'bee' }]);
    }
  });

  test('many into one at once', async () => {
    const names = Array.from({ length: 6 }, (_, i) => `Crowd ${kind.type} ${'abcdef'[i]}`);
    const [into, ...rest] = await Promise.all(names.map((name) => desk.add(kind, name)));
    const answers = await Promise.all(rest.map(({ id }) => desk.merge(kind, id, into!.id)));
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    const data = await desk.ask<Record<string, Entity>>(
      'READER',
      `{ ${kind.field}(by: { id: "${into!.id}" }) { aliases } }`,
    );
    expect([...data[kind.field]!.aliases].sort()).toEqual(names.slice(1));
  });
});

test('articles that come to name one while it is merged name the survivor', async () => {
  for (let round = 0; round < 4; round += 1) {
    const [from, into] = await two(desk, organizations, `Racing ${round}`);
    const drafts = Array.from({ length: 6 }, (_, i) => desk.draft(`Body ${i}.`, { source: from.id }));
    const roles = [{ title: 'Runner', organization: from.id }];
    const [merged, runner] = await Promise.all([
      desk.merge(organizations, from.id, into.id),
      desk.add(people, `Runner ${round}`, { roles }),
      ...drafts,
    ]);
    expect(merged.userErrors).toEqual([]);
    const found = await desk.ask(
      'EDITOR',
      `{ organization(by: { id: "${into.id}" }) { providedArticles { totalCount } people { edges { node { id } } } } }`,
    );
    expect(found).toEqual({
      organization: { providedArticles: { totalCount: 6 }, people: { edges: [{ node: { id: runner.id } }] } },
    });
  }
});

test('who waits for one that is being merged gets the survivor', async () => {
  const [from, into] = await two(desk, organizations, 'Awaited');
  const { pool } = desk.server.database;
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select from organization where id = $1 for update', [uuid(from.id)]);
    const draft = desk.draft('A body.', { source: from.id });
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await until('the draft waits', async () => (await pool.query(waiting)).rowCount);
    await client.query(`insert into merged_record (id, kind, survivor_id) values ($1, 'organization', $2)`, [
      uuid(from.id),
      uuid(into.id),
    ]);
    await client.query('delete from organization where id = $1', [uuid(from.id)]);
    await client.query('commit');
    const { id } = await draft;
    const source = await desk.ask('EDITOR', `{ article(by: { id: "${id}" }) { provider { id } } }`);
    expect(source).toEqual({ article: { provider: { id: into.id } } });
  } finally {
    client.release();
  }
});

test('an organization is merged in the same moment as what it is a part of moves under it', async () => {
  for (let round = 0; round < 8; round += 1) {
    const above = await desk.add(organizations, `Above ${round}`);
    const [from, into] = await two(desk, organizations, `Middle ${round}`);
    await desk.revise(organizations, into.id, { parent: above.id });
    const part = await desk.add(organizations, `Below ${round}`, { parent: from.id });
    await Promise.all([
      desk.merge(organizations, from.id, into.id),
      desk.call(organizations, 'reviseOrganization', { id: above.id, expectedRevision: 1, parent: part.id }),
    ]);
    expect(await stored.query(rings)).toEqual([]);
  }
});
