import { extract } from '../../src/extraction/extract';
import { checkItem } from '../../src/import/checkItem';
import { type RunItem, storeItems } from '../../src/import/importBatch';
import { UserErrors } from '../../src/writing/userErrors';
import { type Newsroom, openNewsroom } from '../articles/newsroom';

let newsroom: Newsroom;
beforeAll(async () => (newsroom = await openNewsroom()));
afterAll(() => newsroom.close());

const body = 'The old bridge holds.\n\n“It will hold for a hundred years,” Mayor Ann Miller said on Monday.';

function item(uri: string, source: string): RunItem {
  const given = {
    uri,
    status: 'PUBLISHED' as const,
    headline: `A bridge, ${uri}`,
    body,
    source: { kind: 'organization' as const, name: source },
    subjects: [{ code: `subject ${source}`, name: source }],
  };
  return { item: checkItem(new UserErrors(), given, { fallbackUri: null }), isAgain: false };
}

/** As one batch of `verbatim import --extract` is stored, but not tried again where it runs into another. */
function store(items: readonly RunItem[]): Promise<unknown> {
  const findings = new Map(
    items.map(({ item }) => {
      const { headline, standfirst, byline, dateline, creditLine, language, body } = item;
      const story = { headline, standfirst, byline, dateline, creditLine, language, body, source: item.source!.name };
      return [item, extract({ ...story, images: [] })] as const;
    }),
  );
  const viewer = { role: 'EDITOR', name: 'import' } as const;
  return newsroom.server.database.prisma.$transaction((tx) => storeItems(tx, items, { viewer }, findings), {
    timeout: 60_000,
  });
}

test('imports that find names at once wait for each other, and never in a circle', async () => {
  const sources = ['Wire', 'Herald', 'Post'];
  for (let round = 0; round < 3; round += 1) {
    const batches = sources.map((_, n) =>
      // Each names the same in another order.
      [...sources.slice(n), ...sources.slice(0, n)].map((source) => item(`${source} ${n} ${round}`, source)),
    );
    await Promise.all(batches.map(store));
  }
  const count = (sql: string) =>
    newsroom.server.database.pool.query<{ n: number }>(`select count(*)::int as n from ${sql}`);
  const [people, articles] = [await count(`person where name = 'Ann Miller'`), await count(`quote`)];
  expect([people.rows[0]!.n, articles.rows[0]!.n]).toEqual([1, 27]);
});
