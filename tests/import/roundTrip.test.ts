import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openTestDatabase } from '../harness/database';
import { verbatim } from '../harness/verbatim';
import { writeWorld } from '../world/world';
import { openRoom, type Room } from './room';

jest.setTimeout(240_000);

let room: Room;
beforeAll(async () => (room = await openRoom()));
afterAll(() => room.close());

async function exported(url: string, name: string): Promise<string> {
  const file = path.join(room.folder, name);
  const { code, stderr } = await verbatim(['export', file], { DATABASE_URL: url });
  expect([code, stderr]).toEqual([0, expect.stringMatching(/^\d+ records are in /)]);
  return file;
}

const worlds = Number(process.env.ROUND_TRIP_WORLDS ?? 1);
test.each(Array.from({ length: worlds }, (_, i) => i + 1))(
  'an export of world %i in an empty database gives the same export, and changes nothing again',
  async (seed) => {
    const [source, target] = [await openTestDatabase(), await openRoom()];
    try {
      const client = await source.pool.connect();
      await writeWorld(client, seed).finally(() => client.release());
      const file = await exported(source.url, 'first.jsonl');
      const first = await target.import(file);
      expect([first.stderr, first.code]).toEqual([expect.stringMatching(/ 0 not imported/), 0]);
      const second = await exported(target.database.url, 'second.jsonl');
      expect(readFileSync(second, 'utf8')).toBe(readFileSync(file, 'utf8'));
      const again = await target.import(file);
      expect([again.stderr, again.code]).toEqual([expect.stringMatching(/^0 new, 0 changed, /m), 0]);
    } finally {
      await source.close();
      await target.close();
    }
  },
);

test('records that are there under other ids are taken for the same, and what is another thing is refused by name', async () => {
  const source = await openTestDatabase({ seeded: true });
  const target = await openTestDatabase({ seeded: true });
  try {
    for (const { pool } of [source, target])
      await pool.query(`insert into person (slug, name) values ('same', 'The same')`);
    await source.pool.query(`insert into role (person_id, title) select id, 'Editor' from person where slug = 'same'`);
    await source.pool.query(`insert into person (slug, name) values ('twin', 'One of them')`);
    await target.pool.query(`insert into person (slug, name) values ('twin', 'The other')`);
    await source.pool
      .query(`insert into organization (slug, name, parent_id) select 'desk', 'The desk', id from organization
      order by slug limit 1`);
    const file = await exported(source.url, 'seeded.jsonl');
    const { code, stderr } = await verbatim(['import', file], { DATABASE_URL: target.url });
    expect(code).toBe(3);
    expect(stderr).toMatch(/line \d+: Another person here has the slug twin: The other\./);
    expect(stderr).toMatch(/^3 new, 0 changed, \d+ as they were, 1 not imported/m);
    const roles = await target.pool.query(
      `select title from role r join person p on p.id = r.person_id where p.slug = 'same'`,
    );
    expect(roles.rows).toEqual([{ title: 'Editor' }]);
    expect((await target.pool.query('select id from article')).rowCount).toBe(1);
  } finally {
    await source.close();
    await target.close();
  }
});

test('an export that was tampered with is refused line by line', async () => {
  const source = await openTestDatabase({ seeded: true });
  try {
    const file = await exported(source.url, 'whole.jsonl');
    const broken = readFileSync(file, 'utf8')
      .replace(/"start" : (\d+)/, (_, start) => `"start" : ${Number(start) + 1}`)
      .replace(/("subject" : )?\{"person" : \{"id":"[^"]*"/, '{"person" : {"id":"no id"');
    const { code, stderr } = await room.import(room.file('broken.jsonl', broken));
    expect(code).toBe(3);
    expect(stderr).toMatch(/line \d+: This is no person as verbatim export writes it: id: /);
    expect((await room.rows('select id from article')).length).toBe(0);
  } finally {
    await source.close();
  }
});

test('a record that breaks a rule of the database is refused with the rule, and nothing of the database is told', async () => {
  const source = await openTestDatabase({ seeded: true });
  try {
    const whole = readFileSync(await exported(source.url, 'rules.jsonl'), 'utf8');
    const line = whole.split('\n').find((one) => /^\{"article" ?:/.test(one))!;
    const { article } = JSON.parse(line) as { article: Record<string, object[]> };
    const [first, ...others] = article.quotes!;
    const [image] = article.images!;
    const broken = [
      [
        { quotes: [{ ...first, text: 'Never said.' }, ...others] },
        /A quote must be the words of its spans, in the order/,
      ],
      [{ quotes: [{ ...first, confidence: 2 }, ...others] }, /: a confidence is from 0 to 1\./],
      [{ language: 'no language' }, /: its language is no language tag, such as en or pt-BR\./],
      [{ keywords: ['two\nlines'] }, /: a keyword is empty, or runs over several lines\./],
      [{ images: [{ ...image, photographer: randomUUID() }] }, /: it refers to a record that is not here/],
    ] as const;
    const refusals: string[] = [];
    for (const [change] of broken) {
      const other = JSON.stringify({ article: { ...article, ...change } });
      const { stderr } = await room.import(
        room.file(
          'rule.jsonl',
          whole.replace(line, () => other),
        ),
      );
      refusals.push(stderr);
    }
    for (const [i, [, reason]] of broken.entries()) {
      expect(refusals[i]).toMatch(/line \d+: It could not be stored/);
      expect(refusals[i]).toMatch(reason);
    }
    expect(refusals.join('')).not.toMatch(/constraint|violates|relation|SQL|\bERROR\b/);
    expect(await room.rows('select id from article')).toEqual([]);
  } finally {
    await source.close();
  }
});

test('an export has no keys in it, and one that could not be written leaves no half a file', async () => {
  const source = await openTestDatabase({ seeded: true });
  try {
    await verbatim(['key', 'create', '--name', 'secret desk', '--role', 'ADMIN'], { DATABASE_URL: source.url });
    const { stdout, code } = await verbatim(['export'], { DATABASE_URL: source.url });
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/secret desk|vbt_/);
    expect(stdout.split('\n').length).toBeGreaterThan(10);
    const lost = await verbatim(['export', path.join(room.folder, 'no', 'where.jsonl')], { DATABASE_URL: source.url });
    expect([lost.code, lost.stderr]).toEqual([
      1,
      expect.stringMatching(/can't be written \(ENOENT\): name another place/),
    ]);
  } finally {
    await source.close();
  }
});
