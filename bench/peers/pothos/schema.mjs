import SchemaBuilder from '@pothos/core';
import PrismaPlugin from '@pothos/plugin-prisma';
import { getDatamodel } from '@pothos/plugin-prisma/generated';
import RelayPlugin from '@pothos/plugin-relay';
import {
  entitiesOf,
  inOrder,
  isoDate,
  newestArticles,
  newestQuotes,
  prisma,
  visibleArticle,
  visibleQuote,
} from '../prisma.mjs';
import { searchStatement } from '../search.mjs';

/** Pothos with its Prisma plugin: an operation becomes one call of Prisma, and with `relationJoins` one statement. */
const builder = new SchemaBuilder({
  plugins: [PrismaPlugin, RelayPlugin],
  relay: { clientMutationId: 'omit', cursorType: 'String' },
  prisma: { client: prisma, dmmf: getDatamodel() },
});

builder.scalarType('DateTime', { serialize: (date) => date.toISOString() });
builder.scalarType('Date', { serialize: isoDate });
const enums = { QuoteKind: ['DIRECT', 'INDIRECT', 'MIXED'], PlaceKind: ['COUNTRY', 'REGION', 'CITY', 'VENUE'] };
for (const [name, values] of Object.entries(enums)) builder.enumType(name, { values });

const SearchResult = builder.interfaceRef('SearchResult').implement({
  fields: (t) => ({ id: t.id({ resolve: ({ id }) => id }) }),
});
const interfaces = [SearchResult];

const globalId = (t, kind) => t.id({ select: { id: true }, resolve: ({ id }) => `${kind}_${id}` });

builder.prismaObject('QuoteSpan', {
  name: 'Span',
  select: {},
  fields: (t) => ({ start: t.exposeInt('startOffset'), end: t.exposeInt('endOffset') }),
});

const Organization = builder.prismaObject('Organization', {
  select: {},
  interfaces,
  fields: (t) => ({ id: globalId(t, 'organization'), slug: t.exposeString('slug'), name: t.exposeString('name') }),
});

const Place = builder.prismaObject('Place', {
  select: {},
  interfaces,
  fields: (t) => ({
    id: globalId(t, 'place'),
    slug: t.exposeString('slug'),
    name: t.exposeString('name'),
    placeKind: t.expose('kind', { type: 'PlaceKind' }),
    countryCode: t.exposeString('countryCode', { nullable: true }),
  }),
});

const Person = builder.prismaObject('Person', {
  select: {},
  interfaces,
  fields: (t) => ({
    id: globalId(t, 'person'),
    slug: t.exposeString('slug'),
    name: t.exposeString('name'),
    aliases: t.exposeStringList('aliases'),
    description: t.exposeString('description', { nullable: true }),
    quotes: t.relatedConnection('quotes', {
      cursor: 'id',
      query: () => ({ where: { ...visibleQuote, article: visibleArticle() }, orderBy: newestQuotes }),
    }),
  }),
});

const Speaker = builder.unionType('Speaker', { types: [Person, Organization] });

const Quote = builder.prismaObject('Quote', {
  select: {},
  interfaces,
  fields: (t) => ({
    id: globalId(t, 'quote'),
    text: t.exposeString('text'),
    kind: t.expose('kind', { type: 'QuoteKind' }),
    position: t.exposeInt('position'),
    speakerName: t.exposeString('speakerName', { nullable: true }),
    speakerTitle: t.exposeString('speakerTitle', { nullable: true }),
    saidOn: t.expose('saidOn', { type: 'Date', nullable: true }),
    spans: t.relation('spans', { query: { orderBy: { index: 'asc' } } }),
    article: t.relation('article'),
    speaker: t.field({
      type: Speaker,
      nullable: true,
      select: (_, __, nested) => ({
        speakerPerson: nested(true, [], 'Person'),
        speakerOrganization: nested(true, [], 'Organization'),
      }),
      resolve: ({ speakerPerson, speakerOrganization }) => {
        if (speakerPerson) return Person.addBrand(speakerPerson);
        return speakerOrganization && Organization.addBrand(speakerOrganization);
      },
    }),
  }),
});

/**
 * People or places that an article mentions, through rows of which several may name the same. Both take all rows, so that
 * asking for both is one selection: with a filter each, Pothos would ask a second time.
 */
const entities = (t, kind, type) =>
  t.connection({
    type,
    select: (_, __, nested) => ({ mentions: { select: { [kind]: merged(nested(true, ['edges', 'node'])) } } }),
    resolve: ({ mentions }, { first }) => {
      const those = mentions.filter((mention) => mention[kind]);
      const found = entitiesOf(those, kind, first + 1);
      return {
        edges: found.slice(0, first).map((node) => ({ node, cursor: node.id })),
        pageInfo: { hasNextPage: found.length > first, hasPreviousPage: false },
      };
    },
  });

/** The selection beneath, with what the order by name needs. */
const merged = (selection) => ({ select: { ...selection.select, id: true, sortName: true } });

const Article = builder.prismaObject('Article', {
  select: {},
  interfaces,
  fields: (t) => ({
    id: globalId(t, 'article'),
    slug: t.exposeString('slug'),
    headline: t.exposeString('headline'),
    standfirst: t.exposeString('standfirst', { nullable: true }),
    body: t.string({ select: { words: { select: { body: true } } }, resolve: ({ words }) => words.body }),
    byline: t.exposeString('byline', { nullable: true }),
    dateline: t.exposeString('dateline', { nullable: true }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', nullable: true }),
    quotes: t.relatedConnection('quotes', { cursor: 'id', query: { where: visibleQuote, orderBy: inOrder } }),
    people: entities(t, 'person', 'Person'),
    places: entities(t, 'place', 'Place'),
  }),
});

const kinds = { article: Article, quote: Quote, person: Person, organization: Organization, place: Place };

const SearchEdge = builder.objectRef('SearchEdge').implement({
  fields: (t) => ({
    score: t.exposeFloat('rank'),
    snippet: t.exposeString('snippet'),
    // Of what is only an id so far, the plugin loads what is asked for, all of a kind at once.
    node: t.field({ type: SearchResult, resolve: ({ kind, id }) => kinds[kind].addBrand({ id }) }),
  }),
});

const SearchConnection = builder.objectRef('SearchConnection').implement({
  fields: (t) => ({ edges: t.field({ type: [SearchEdge], resolve: (edges) => edges }) }),
});

const bySlug = (name) => builder.inputType(name, { isOneOf: true, fields: (t) => ({ slug: t.string() }) });
const ArticleRef = bySlug('ArticleRef');
const PersonRef = bySlug('PersonRef');

builder.queryType({
  fields: (t) => ({
    article: t.prismaField({
      type: 'Article',
      nullable: true,
      args: { by: t.arg({ type: ArticleRef, required: true }) },
      resolve: (query, _, { by: { slug } }) =>
        prisma.article.findFirst({ ...query, where: { slug, ...visibleArticle() } }),
    }),
    articles: t.prismaConnection({
      type: 'Article',
      cursor: 'id',
      resolve: (query) => prisma.article.findMany({ ...query, where: visibleArticle(), orderBy: newestArticles }),
    }),
    person: t.prismaField({
      type: 'Person',
      nullable: true,
      args: { by: t.arg({ type: PersonRef, required: true }) },
      resolve: (query, _, { by: { slug } }) => prisma.person.findUnique({ ...query, where: { slug } }),
    }),
    search: t.field({
      type: SearchConnection,
      args: { text: t.arg.string({ required: true }), first: t.arg.int() },
      resolve: (_, { text }) => prisma.$queryRawUnsafe(searchStatement, text),
    }),
  }),
});

export const schema = builder.toSchema();
