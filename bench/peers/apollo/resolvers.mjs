import { searchStatement } from '../search.mjs';
import { entitiesOf, isoDate, newestArticles, prisma, visibleArticle } from '../prisma.mjs';

function connection(rows, first) {
  const page = rows.length > first ? rows.slice(0, first) : rows;
  return { edges: page.map((node) => ({ node })), pageInfo: { hasNextPage: rows.length > first } };
}

const globalId =
  (kind) =>
  ({ id }) =>
    `${kind}_${id}`;

/** Resolvers as Apollo's documentation has them: one a field, the related rows by a DataLoader. */
export const resolvers = {
  Query: {
    article: (_, { by: { slug } }) =>
      prisma.article.findFirst({ where: { slug, ...visibleArticle() }, include: { words: true } }),
    articles: async (_, { first }) =>
      connection(
        await prisma.article.findMany({
          where: visibleArticle(),
          orderBy: newestArticles,
          take: first + 1,
        }),
        first,
      ),
    person: (_, { by: { slug } }) => prisma.person.findUnique({ where: { slug } }),
    search: async (_, { text }) => ({ edges: await prisma.$queryRawUnsafe(searchStatement, text) }),
  },
  SearchEdge: {
    score: ({ rank }) => rank,
    node: async ({ kind, id }, _, { loaders }) => ({ ...(await loaders[kind].load(id)), kind }),
  },
  SearchResult: { __resolveType: ({ kind }) => kind[0].toUpperCase() + kind.slice(1) },
  Article: {
    id: globalId('article'),
    body: ({ words }) => words.body,
    publishedAt: ({ publishedAt }) => publishedAt?.toISOString() ?? null,
    quotes: async ({ id }, { first }, { loaders }) => connection(await loaders.articleQuotes(first, id), first),
    people: async ({ id }, { first }, { loaders }) =>
      connection(entitiesOf(await loaders.people.load(id), 'person', first + 1), first),
    places: async ({ id }, { first }, { loaders }) =>
      connection(entitiesOf(await loaders.places.load(id), 'place', first + 1), first),
  },
  Quote: {
    id: globalId('quote'),
    saidOn: ({ saidOn }) => isoDate(saidOn),
    spans: async (quote, _, { loaders }) =>
      (await loaders.spans.load(quote)).map(({ startOffset, endOffset }) => ({ start: startOffset, end: endOffset })),
    speaker: ({ speakerPersonId, speakerOrganizationId }, _, { loaders }) => {
      if (speakerPersonId) return loaders.person.load(speakerPersonId);
      return speakerOrganizationId ? loaders.organization.load(speakerOrganizationId) : null;
    },
    article: ({ articleId }, _, { loaders }) => loaders.article.load(articleId),
  },
  Person: {
    id: globalId('person'),
    quotes: async ({ id }, { first }, { loaders }) => connection(await loaders.personQuotes(first, id), first),
  },
  Organization: { id: globalId('organization') },
  Place: { id: globalId('place') },
  Speaker: { __resolveType: (row) => ('sortName' in row ? 'Person' : 'Organization') },
};
