import DataLoader from 'dataloader';
import { inOrder, newestQuotes, prisma, visibleArticle, visibleQuote } from '../prisma.mjs';

const byId = (keys, rows) => {
  const found = new Map(rows.map((row) => [row.id, row]));
  return keys.map((key) => found.get(key) ?? null);
};

const grouped = (keys, rows, keyOf) => {
  const groups = new Map(keys.map((key) => [key, []]));
  for (const row of rows) groups.get(keyOf(row)).push(row);
  return keys.map((key) => groups.get(key));
};

/** One loader for each number of rows asked for: a page of each parent in one statement, by Prisma's LATERAL join. */
const pages = (load) => {
  const loaders = new Map();
  return (first, key) => {
    if (!loaders.has(first)) loaders.set(first, new DataLoader((keys) => load(keys, first + 1)));
    return loaders.get(first).load(key);
  };
};

const records = (model) =>
  new DataLoader(async (ids) => byId(ids, await prisma[model].findMany({ where: { id: { in: [...ids] } } })));

/** The loaders of one request. */
export function makeLoaders() {
  return {
    article: records('article'),
    quote: records('quote'),
    person: records('person'),
    organization: records('organization'),
    place: records('place'),
    people: new DataLoader(async (ids) =>
      grouped(
        ids,
        await prisma.mention.findMany({
          where: { articleId: { in: [...ids] }, personId: { not: null } },
          select: { articleId: true, person: true },
        }),
        ({ articleId }) => articleId,
      ),
    ),
    places: new DataLoader(async (ids) =>
      grouped(
        ids,
        await prisma.mention.findMany({
          where: { articleId: { in: [...ids] }, placeId: { not: null } },
          select: { articleId: true, place: true },
        }),
        ({ articleId }) => articleId,
      ),
    ),
    spans: new DataLoader(async (quotes) => {
      const where = { quoteId: { in: quotes.map(({ id }) => id) } };
      const rows = await prisma.quoteSpan.findMany({ where, orderBy: { index: 'asc' } });
      const versions = new Map(quotes.map(({ id, version }) => [id, version]));
      const current = rows.filter(({ quoteId, version }) => versions.get(quoteId) === version);
      return grouped([...versions.keys()], current, ({ quoteId }) => quoteId);
    }),
    articleQuotes: pages(async (ids, take) => {
      const rows = await prisma.article.findMany({
        where: { id: { in: [...ids] } },
        select: { id: true, quotes: { where: visibleQuote, orderBy: inOrder, take } },
      });
      return byId(ids, rows).map(({ quotes }) => quotes);
    }),
    personQuotes: pages(async (ids, take) => {
      const where = { ...visibleQuote, article: visibleArticle() };
      const rows = await prisma.person.findMany({
        where: { id: { in: [...ids] } },
        select: { id: true, quotes: { where, orderBy: newestQuotes, take } },
      });
      return byId(ids, rows).map(({ quotes }) => quotes);
    }),
  };
}
