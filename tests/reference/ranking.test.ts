import { Pool } from 'pg';
import { openTestDatabase, type TestDatabase } from '../harness/database';
import { Random } from '../world/random';
import { soughtWords } from '../world/words';
import { writeWorld } from '../world/world';
import type { Knowledge } from './context';
import { globalId } from './ids';
import { Pools } from './operations/pools';
import type { EntityRow } from './rows';
import { openSession, type Session } from './session';

// How well something matches is PostgreSQL's and the compiler's affair. What must hold of any such order is judged here;
// that it is the same order everywhere, the differential test sees.

const seed = Number(process.env.DIFFERENTIAL_SEED ?? 20261122);
const texts = [
  ...new Set(
    Array.from({ length: Number(process.env.RANKING_TEXTS ?? 15) }, (_, index) =>
      soughtWords(new Random(seed + index)),
    ),
  ),
];

let database: TestDatabase;
let own: Pool;
let session: Session;
let knowledge: Knowledge;

beforeAll(async () => {
  database = await openTestDatabase();
  own = new Pool({ ...database.connection, options: '-c TimeZone=UTC', max: 1 });
  const client = await own.connect();
  try {
    await writeWorld(client, seed);
  } finally {
    client.release();
  }
  session = await openSession(own, database.pool);
  knowledge = session.knowledge;
});

afterAll(async () => {
  await own.end();
  await database.close();
});

interface Page {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

const roles = ['READER', 'EDITOR'] as const;

async function ask(
  text: string,
  variables: Readonly<Record<string, unknown>>,
  role: (typeof roles)[number],
): Promise<Page> {
  const outcome = await session.ask({ text, variables, viewer: { role, name: null } });
  if ('refused' in outcome) throw new Error(outcome.message);
  return (outcome.data as { list: Page }).list;
}

/** The ids of a list, walked page by page; `list` names the root field with its arguments but for those of paging. */
async function walk(
  list: string,
  variables: Readonly<Record<string, unknown>>,
  role: (typeof roles)[number],
  size: number,
  backward: boolean,
): Promise<string[]> {
  const ids: string[] = [];
  const paging = backward ? 'last: $size, before: $cursor' : 'first: $size, after: $cursor';
  const text = `query Walk($sought: String!, $size: Int, $cursor: String) {
    list: ${list.replace('PAGE', paging)} { edges { node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount }
  }`;
  let cursor: string | null = null;
  for (let pages = 0; pages < 10_000; pages++) {
    const page = await ask(text, { ...variables, size, cursor }, role);
    const found = page.edges.map((edge) => edge.node.id);
    ids.splice(backward ? 0 : ids.length, 0, ...found);
    if (!(backward ? page.pageInfo.hasPreviousPage : page.pageInfo.hasNextPage)) {
      expect(ids).toHaveLength(page.totalCount);
      return ids;
    }
    cursor = backward ? page.pageInfo.startCursor : page.pageInfo.endCursor;
    expect(found).toHaveLength(size);
  }
  throw new Error('The list has no end.');
}

const ranked = {
  articles: 'articles(filter: { words: $sought }, orderBy: RELEVANCE, PAGE)',
  quotes: 'quotes(filter: { words: $sought }, orderBy: RELEVANCE, PAGE)',
} as const;

const lists = texts.slice(0, 25).flatMap((sought) => Object.values(ranked).map((list) => [sought, list] as const));

test.each(roles)('pages by relevance give every row once, in one order, forward and backward (%s)', async (role) => {
  for (const [sought, list] of lists) {
    const whole = await walk(list, { sought }, role, 100, false);
    expect(new Set(whole).size).toBe(whole.length);
    for (const size of [1, 3, 7]) {
      if (whole.length > size * 12) continue;
      expect(await walk(list, { sought }, role, size, false)).toEqual(whole);
      expect(await walk(list, { sought }, role, size, true)).toEqual(whole);
    }
  }
});

test.each(roles)('pages of a search give every result once, in one order (%s)', async (role) => {
  for (const sought of texts.slice(0, 25)) {
    const list = 'search(text: $sought, PAGE)';
    const whole = await walk(list, { sought }, role, 100, false);
    expect(new Set(whole).size).toBe(whole.length);
    for (const size of [1, 4]) {
      if (whole.length <= size * 12) expect(await walk(list, { sought }, role, size, false)).toEqual(whole);
    }
  }
});

test('lists by relevance hold exactly what has the words', async () => {
  for (const sought of texts) {
    const articles = [...(await knowledge.words.inArticles(sought))].map((id) => globalId('Article', id));
    const quotes = [...(await knowledge.words.inQuotes(sought))].map((id) => globalId('Quote', id));
    expect([...(await knowledge.learned.order('Article', sought))].sort()).toEqual(articles.sort());
    expect([...(await knowledge.learned.order('Quote', sought))].sort()).toEqual(quotes.sort());
  }
});

test('a search finds exactly the articles and quotes that have the words, the best first, with marked and escaped snippets', async () => {
  for (const sought of texts.filter((text) => text.trim() !== '')) {
    const found = await knowledge.learned.search(sought);
    const articles = [...(await knowledge.words.inArticles(sought))].map((id) => globalId('Article', id));
    const quotes = [...(await knowledge.words.inQuotes(sought))].map((id) => globalId('Quote', id));
    const ids = (prefix: string): string[] =>
      found
        .map((hit) => hit.id)
        .filter((id) => id.startsWith(prefix))
        .sort();
    expect(ids('article_')).toEqual(articles.sort());
    expect(ids('quote_')).toEqual(quotes.sort());
    found.forEach((hit, index) => {
      expect(hit.score).toBeGreaterThanOrEqual(found[index + 1]?.score ?? 0);
      expect(hit.score).toBeLessThanOrEqual(1);
      const words = hit.snippet.replace(/<mark>|<\/mark>/g, '');
      expect(words).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot|#39|#x27);)/);
      // What is found for the words it lacks has nothing to mark.
      if (/^(article|quote)_/.test(hit.id) && !sought.includes('-')) expect(hit.snippet).toMatch(/<mark>[^]+<\/mark>/);
    });
  }
});

const types = ['Person', 'Organization', 'Place'] as const;

function entities(type: (typeof types)[number]): readonly EntityRow[] {
  const { person, organization, place } = knowledge.tables;
  return { Person: person, Organization: organization, Place: place }[type];
}

test.each(types)(
  'a name is found as it is written, without its accents, in capitals and with a letter missing (%s)',
  async (type) => {
    const names = entities(type).flatMap((row) =>
      [row.name, ...row.aliases].map((name) => [globalId(type, row.id), name] as const),
    );
    for (const [id, name] of names) {
      for (const sought of spellings(name)) {
        const found = await knowledge.learned.order(type, sought);
        if (!found.includes(id)) throw new Error(`${type} "${name}" is not found as "${sought}".`);
      }
    }
  },
);

function spellings(name: string): string[] {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '');
  const missing = /^\p{L}{3,} \p{L}{5,}$/u.test(plain) ? [`${plain.slice(0, -3)}${plain.slice(-2)}`] : [];
  return [name, plain, plain.toUpperCase(), ...missing];
}

test.each(types)('who has exactly the name that is asked for comes before who only resembles it (%s)', async (type) => {
  const pools = new Pools(knowledge, new Random(seed));
  for (const name of Array.from({ length: 30 }, () => pools.name(type))) {
    const found = await knowledge.learned.order(type, name);
    const has = await knowledge.names.having(name);
    const exact = entities(type)
      .filter(has)
      .map((row) => globalId(type, row.id));
    expect(found.slice(0, exact.length).sort()).toEqual(exact.sort());
  }
});
