import { startTestServer, type TestServer } from '../harness/server';

// Which of many matches a search ranks, and that the way back through time leaves nothing out.

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** Newest, recent, oldest: the dates of an archive, as periods_back() is told of them. */
const archives = [
  ['2026-11-22 23:59Z', '2026-11-20Z', '2020-11-02Z'],
  ['2026-11-22Z', '2026-11-22Z', '2026-01-01Z'],
  ['2026-11-22Z', '1999-12-31Z', '1851-09-18Z'],
  ['2026-11-22Z', null, '2020-01-01Z'],
  ['2026-11-22Z', '-infinity', '2026-11-22Z'],
  ['9999-12-31Z', '2026-11-22Z', '0044-03-15Z BC'],
] as const;

test.each(archives)(
  'from %s back, recent is %s and the oldest %s: every day comes once, newer ones first',
  async (...dates) => {
    const { rows } = await server.database.pool.query<{
      missing: number;
      once: boolean;
      sorted: boolean;
      unknown: number;
    }>(
      `WITH stretch AS (SELECT periods, row_number() OVER () AS n FROM periods_back($1, $2, $3)),
      day AS (SELECT day FROM generate_series($1::timestamptz, $3, make_interval(days => -1 - ceil(extract(day FROM $1::timestamptz - $3) / 5000)::integer)) day
        UNION SELECT $3::timestamptz),
      found AS (SELECT day, array_agg(n) AS at FROM day JOIN stretch ON listing_periods(day) && periods GROUP BY day)
    SELECT (SELECT count(*) FROM day)::integer - count(*)::integer AS missing, bool_and(cardinality(at) = 1) AS once,
      (SELECT bool_and(right_order) FROM (SELECT at[1] >= lag(at[1], 1, at[1]) OVER (ORDER BY day DESC) AS right_order FROM found) o) AS sorted,
      (SELECT count(*)::integer FROM stretch WHERE listing_periods('-infinity') && periods) AS unknown
    FROM found`,
      [...dates],
    );
    expect(rows).toEqual([{ missing: 0, once: true, sorted: true, unknown: 1 }]);
  },
);

/** How many of the newest matches are ranked: candidates.ts says why. */
const RANKED = 200;

test('of many articles, the newest with the words are found, and the newest with all of them in the headline', async () => {
  await server.database.pool.query(`BEGIN;
    INSERT INTO article (id, slug, uri, status, published_at)
      SELECT gen_random_uuid(), 'n' || n, 'urn:' || n, 'PUBLISHED', '2026-01-01Z'::timestamptz - n * interval '30 hours' FROM generate_series(1, 1500) n;
    INSERT INTO article_version (article_id, number, headline, body)
      SELECT id, 1, CASE WHEN substring(slug FROM 2)::integer % 5 = 0 THEN 'Comets seen' ELSE 'Stars' END, 'Two comets passed.' FROM article;
    COMMIT`);
  const { rows } = await server.database.pool.query<{ slug: string }>(
    `(SELECT slug FROM article ORDER BY listed_at DESC LIMIT ${RANKED}) UNION
     (SELECT slug FROM article WHERE substring(slug FROM 2)::integer % 5 = 0 ORDER BY listed_at DESC LIMIT ${RANKED})`,
  );
  expect(rows.length).toBe(RANKED + RANKED - RANKED / 5);
  expect((await found('comet')).sort()).toEqual(rows.map(({ slug }) => slug).sort());
  // Each word is there, but in no article both.
  expect(await found('stars seen')).toEqual([]);
  // A word that must not be there may be in the body, though it is not in the headline.
  expect(await found('seen -passed')).toEqual([]);
});

async function found(text: string): Promise<string[]> {
  const slugs: string[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < 1000; pages++) {
    const { body } = await server.post(
      `query Found($text: String!, $after: String) { search(text: $text, types: [ARTICLE], first: 100, after: $after) {
        edges { node { ... on Article { slug } } } pageInfo { hasNextPage endCursor } } }`,
      { text, after },
    );
    const { edges, pageInfo } = (body.data as unknown as Page).search;
    slugs.push(...edges.map(({ node }) => node.slug));
    if (!pageInfo.hasNextPage) return slugs;
    after = pageInfo.endCursor;
  }
  throw new Error('The search has no end.');
}

interface Page {
  readonly search: {
    readonly edges: readonly { readonly node: { readonly slug: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}
