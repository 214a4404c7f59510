import type { TestDatabase } from '../harness/database';
import { recordLog } from '../harness/logLines';
import { loadSchema } from '../reference/schema';
import { globalId, type NodeType } from '../reference/ids';
import { moment } from '../reference/load';
import { Random } from '../world/random';
import { readerOn, type Reply } from './ask';
import { canariesIn } from './canaries';
import { crawl } from './crawl';
import { openWorlds, type Worlds } from './databases';
import { byId, bySlug, forbidden, lookingFor } from './doors';
import type { Hidden } from './hidden';
import { Pair } from './pair';
import { serve, type Served } from './served';
import { Shelf } from './shelf';

const { log, lines } = recordLog();
const random = new Random(20261124);
const eachKind = Number(process.env.LEAK_EACH_KIND ?? 2);
let worlds: Worlds;
let whole: Served;
let bareDatabase: TestDatabase;
let bare: Served;

beforeAll(async () => {
  worlds = await openWorlds(20261124);
  whole = await serve(worlds.whole, log);
  bareDatabase = await worlds.bare();
  bare = await serve(bareDatabase, log);
}, 120_000);

afterAll(async () => {
  await whole.close();
  await bare.close();
  await worlds.close();
});

/** Some hidden records of each kind, each once: one that had other slugs stands in the list with each of them. */
function sampleOf(hidden: readonly Hidden[]): Hidden[] {
  const kinds = [...new Set(hidden.map(({ kind }) => kind))];
  expect(kinds.length).toBe(11);
  return kinds.flatMap((kind) => {
    const byId = new Map(hidden.filter((one) => one.kind === kind).map((one) => [one.id, one]));
    return random.sample([...byId.values()], eachKind);
  });
}

/** An answer without what was asked for in it: what is left of it must be the same for everything that is not there. */
function without(word: string, { text, kind, statements }: Reply) {
  const gone = (line: string) => line.replaceAll(word.replace(/^[a-z]+_/, ''), '…');
  return { text: gone(text), kind, statements: statements.map(gone) };
}

const withdrawnIds = () =>
  worlds.tables.article.filter(({ status }) => status === 'WITHDRAWN').map(({ id }) => `article_${id}`);

test('a hidden record is asked for, and answered, as one that never was', async () => {
  let asked = 0;
  for (const { kind, id } of sampleOf(worlds.hidden)) {
    const [hidden, absent] = [`${kind}_${id}`, `${kind}_${random.uuid()}`];
    const others = byId(kind, absent);
    for (const [i, operation] of byId(kind, hidden).entries()) {
      if (operation.text.includes('withdrawal') && withdrawnIds().includes(hidden)) continue;
      const reply = await whole.ask(operation);
      expect(without(hidden, reply)).toEqual(without(absent, await whole.ask(others[i]!)));
      expect(reply).toMatchObject({ kind: 'answered', statements: [expect.any(String)] });
      expect(reply.text).not.toContain(id);
      asked++;
    }
  }
  expect(asked).toBeGreaterThan(eachKind * 30);
});

test('so is one by its slug or code', async () => {
  const named = worlds.hidden.filter(({ slug }) => slug !== null);
  for (const { kind, slug } of random.sample(named, 40)) {
    const absent = `nothing-${random.int(0, 1e9)}`;
    const reply = await whole.ask(bySlug(kind, slug!)!);
    expect(without(slug!, reply)).toEqual(without(absent, await whole.ask(bySlug(kind, absent)!)));
    expect(reply.text).toContain('null');
  }
});

test('looking for a hidden word finds what looking for it finds where it is not', async () => {
  const words = canariesIn(JSON.stringify(worlds.tables));
  for (const word of random.sample(words, eachKind * 25)) {
    const operation = lookingFor(word);
    const reply = await whole.ask(operation);
    expect(reply).toEqual(await bare.ask(operation));
    expect(reply.kind).toBe('answered');
    expect(canariesIn(reply.text)).toEqual([]);
  }
});

test('what is not for readers is refused in the same words whatever it is about', async () => {
  const { article } = worlds.tables;
  const hidden = worlds.hidden.find(({ kind }) => kind === 'article')!.id;
  const seen = article.find(({ id }) => !worlds.hidden.some((one) => one.id === id))!.id;
  const [first, ...others] = [hidden, seen, random.uuid()].map((id) => `article_${id}`);
  for (const [i, operation] of forbidden(first!).entries()) {
    const reply = await whole.ask(operation);
    expect(reply).toMatchObject({ kind: 'refused', statements: [] });
    for (const other of others) expect(await whole.ask(forbidden(other)[i]!)).toEqual(reply);
  }
});

test('every field of every record tells as much as where nothing is hidden', async () => {
  const anyone = { role: 'READER', name: null } as const;
  const pair = new Pair(readerOn(worlds.whole.pool, anyone), readerOn(bareDatabase.pool, anyone), new Shelf());
  const tables = Object.values(worlds.tables).flat() as { readonly type: string; readonly id: string }[];
  const idsOf = (type: string) =>
    tables.filter((row) => row.type === type).map(({ id }) => globalId(type as NodeType, id));
  // A notice tells that an article was withdrawn, because it must: the next test asks for notices.
  const operations = crawl(loadSchema(), (type) => (type === 'Withdrawal' ? [] : idsOf(type)));
  expect(operations.length).toBeGreaterThan(200);
  for (const operation of operations) {
    const { why, reply } = await pair.compare(operation);
    expect({ operation, why }).toEqual({ operation, why: null });
    expect(reply.kind).toBe('answered');
  }
}, 300_000);

test('of a withdrawn article readers are told the notice, and only if they could have read it', async () => {
  const { article, correction } = worlds.tables;
  const told = { notice: 0, nothing: 0 };
  for (const { id, slug, status, embargoed_until, public_since } of article) {
    const text = 'query ($id: ID!) { withdrawal(by: { id: $id }) { slug kind notice withdrawnAt } }';
    const reply = await whole.ask({ text, variables: { id: `article_${id}` }, viewer: { role: 'READER', name: null } });
    const { data } = JSON.parse(reply.text.split('\n')[2]!) as { data: { withdrawal: Record<string, string> | null } };
    const notices = correction.filter(
      (one) =>
        one.article_id === id &&
        ['RETRACTION', 'KILL'].includes(one.kind) &&
        (embargoed_until === null || moment(embargoed_until) <= moment(one.created_at)),
    );
    if (status !== 'WITHDRAWN' || public_since === null || notices.length === 0) {
      expect(data.withdrawal).toBeNull();
      told.nothing++;
      continue;
    }
    expect(notices.map((one) => one.text)).toContain(data.withdrawal?.notice);
    expect(data.withdrawal?.slug).toBe(slug);
    expect(canariesIn(reply.text)).toEqual(canariesIn(slug));
    told.notice++;
  }
  expect(told.notice).toBeGreaterThan(0);
  expect(told.nothing).toBeGreaterThan(worlds.tables.article.length / 2);
});

test('nothing hidden stands in the log', () => {
  expect(lines.length).toBeGreaterThan(eachKind * 50);
  expect(canariesIn(JSON.stringify(lines))).toEqual([]);
});
