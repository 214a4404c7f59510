import { connection } from './queries.mjs';
import * as sql from './sql.mjs';

const { rowsOf } = sql;

/** Rows by the key of their parent, in the order they came. */
function byParent(rows) {
  const groups = new Map();
  for (const row of rows) {
    const group = groups.get(row.parent);
    if (group) group.push(row);
    else groups.set(row.parent, [row]);
  }
  return groups;
}

/** A loader of a list: `text` takes the parents' keys as $1 and how many rows of each as $2. */
const lists = (name, text) => async (asked) => {
  const first = Math.max(...asked.map(({ params }) => params.first));
  const keys = [...new Set(asked.map(({ obj }) => obj.key))];
  const groups = byParent(await rowsOf(name, text, [keys, first + 1]));
  return asked.map(({ obj, params }) => connection(groups.get(obj.key) ?? [], params.first));
};

const eachParent = (inner) =>
  `SELECT c.*, k.key AS parent FROM unnest($1::uuid[]) k (key) CROSS JOIN LATERAL (${inner}) c`;

const articleQuotes = eachParent(`SELECT ${sql.quoteColumns} FROM quote q
  WHERE q.article_id = k.key AND ${sql.visibleQuote} ORDER BY (-q.position) DESC, q.id DESC LIMIT $2`);

const personQuotes = eachParent(`SELECT ${sql.quoteColumns} FROM quote q JOIN article a ON a.id = q.article_id
  WHERE q.speaker_person_id = k.key AND ${sql.visibleQuote} AND ${sql.visibleArticle}
  ORDER BY q.article_listed_at DESC, q.article_created_at DESC, q.article_id DESC, (-q.position) DESC, q.id DESC LIMIT $2`);

const people = eachParent(`SELECT ${sql.personColumns} FROM person p
  WHERE p.id IN (SELECT m.person_id FROM mention m WHERE m.article_id = k.key) ORDER BY p.sort_name, p.id LIMIT $2`);

const places = eachParent(`SELECT ${sql.placeColumns} FROM place p
  WHERE p.id IN (SELECT m.place_id FROM mention m WHERE m.article_id = k.key) ORDER BY p.sort_name, p.id LIMIT $2`);

const spans = `SELECT s.quote_id AS parent, s.start_offset AS start, s.end_offset AS end
  FROM unnest($1::uuid[], $2::int[]) k (id, version) JOIN quote_span s ON s.quote_id = k.id AND s.version = k.version
  ORDER BY s.quote_id, s.index`;

const speakers = `SELECT ${sql.personColumns} FROM person p WHERE p.id = ANY ($1::uuid[])
  UNION ALL SELECT ${sql.organizationColumns}, NULL, NULL FROM organization o WHERE o.id = ANY ($2::uuid[])`;

const articles = `SELECT ${sql.articleColumns} FROM article a WHERE a.id = ANY ($1::uuid[])`;

const found = `SELECT ${sql.articleColumns}, NULL AS text, NULL::uuid AS "articleKey", NULL AS name
  FROM article a WHERE a.id = ANY ($1::uuid[])
  UNION ALL SELECT 'Quote', 'quote_' || id, id, NULL, NULL, NULL, NULL, NULL, NULL, text, article_id, NULL FROM quote WHERE id = ANY ($2::uuid[])
  UNION ALL SELECT 'Person', 'person_' || id, id, slug, NULL, NULL, NULL, NULL, NULL, NULL, NULL, name FROM person WHERE id = ANY ($3::uuid[])
  UNION ALL SELECT 'Organization', 'organization_' || id, id, slug, NULL, NULL, NULL, NULL, NULL, NULL, NULL, name FROM organization WHERE id = ANY ($4::uuid[])
  UNION ALL SELECT 'Place', 'place_' || id, id, slug, NULL, NULL, NULL, NULL, NULL, NULL, NULL, name FROM place WHERE id = ANY ($5::uuid[])`;

const present = (keys) => [...new Set(keys)].filter((key) => key !== null);

/** A row is asked for once a request, so a cache beside the batching would only cost. */
const uncached = (loader) => ({ loader, opts: { cache: false } });

const kinds = ['article', 'quote', 'person', 'organization', 'place'];

/** The relations, each loaded for all its parents at once. */
export const loaders = {
  Article: {
    quotes: uncached(lists('article quotes', articleQuotes)),
    people: uncached(lists('people', people)),
    places: uncached(lists('places', places)),
  },
  SearchEdge: {
    node: uncached(async (asked) => {
      const edges = asked.map(({ obj }) => obj);
      const values = kinds.map((kind) => edges.filter((edge) => edge.kind === kind).map(({ id }) => id));
      const nodes = new Map((await rowsOf('found', found, values)).map((row) => [row.key, row]));
      return edges.map(({ id }) => nodes.get(id));
    }),
  },
  Person: { quotes: uncached(lists('person quotes', personQuotes)) },
  Quote: {
    spans: uncached(async (asked) => {
      const quotes = asked.map(({ obj }) => obj);
      const values = [quotes.map(({ key }) => key), quotes.map(({ version }) => version)];
      const groups = byParent(await rowsOf('spans', spans, values));
      return quotes.map(({ key }) => groups.get(key) ?? []);
    }),
    speaker: uncached(async (asked) => {
      const quotes = asked.map(({ obj }) => obj);
      const values = [present(quotes.map((q) => q.personKey)), present(quotes.map((q) => q.organizationKey))];
      const found = new Map((await rowsOf('speakers', speakers, values)).map((row) => [row.key, row]));
      return quotes.map((quote) => found.get(quote.personKey ?? quote.organizationKey) ?? null);
    }),
    article: uncached(async (asked) => {
      const keys = present(asked.map(({ obj }) => obj.articleKey));
      const found = new Map((await rowsOf('articles by key', articles, [keys])).map((row) => [row.key, row]));
      return asked.map(({ obj }) => found.get(obj.articleKey));
    }),
  },
};
