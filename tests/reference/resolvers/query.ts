import type { ArticleFilter, EntityFilter, ListArguments, Paging, QuoteFilter } from '../arguments';
import type { Context, Viewer } from '../context';
import { parseId } from '../ids';
import { articles, entities, quotes, seen, subjects, withDefaultOrder } from '../lists';
import { answersTo, survivor } from '../merged';
import { type ArticleRow, isWithdrawal, type NodeRow } from '../rows';
import { apiKeys, auditEntries } from './desk';
import type { Resolvers } from './resolvers';
import { search, type SearchArguments } from './search';
import { seesWithdrawal, withdrawalOf } from './withdrawal';

/** The record that an id names, where the viewer may see it. */
export function nodeById(context: Context, id: string): NodeRow | null {
  const parsed = parseId(id);
  if (!parsed) return null;
  const { tables, sight, viewer } = context;
  const answering = survivor(tables, parsed.id);
  const rows: readonly NodeRow[] = [
    ...tables.article.filter((row) => sight.article(row)),
    ...tables.article_version.filter((row) => sight.version(row)),
    ...tables.image.filter((row) => sight.withArticle(row)),
    ...tables.correction.filter((row) => (isWithdrawal(row) ? seesWithdrawal(context, row) : sight.withArticle(row))),
    ...tables.subject.filter((row) => sight.subject(row)),
    ...[...tables.person, ...tables.organization, ...tables.place].filter((row) => seen(context, row)),
    ...tables.mention.filter((row) => sight.mention(row)),
    ...tables.quote.filter((row) => sight.quote(row)),
    ...(sight.everything ? tables.audit_entry : []),
    ...(viewer.role === 'ADMIN' ? tables.api_key : []),
  ];
  return rows.find((row) => row.type === parsed.type && row.id === answering) ?? null;
}

/** One record by whichever of its keys was given. */
interface Keys {
  readonly id?: string | null;
  readonly slug?: string | null;
  readonly uri?: string | null;
  readonly code?: string | null;
}

function oneOf<T extends NodeRow>(
  context: Context,
  rows: readonly T[],
  args: Keys,
  isIt: (row: T) => boolean,
): NodeRow | null {
  if (args.id !== null && args.id !== undefined) return nodeById(context, args.id);
  const row = rows.find(isIt);
  return row ? nodeById(context, `${row.type === 'Article' ? 'article' : row.type.toLowerCase()}_${row.id}`) : null;
}

/** Whether an article has the slug or the uri that was given. */
function hasKey(args: Keys): (row: ArticleRow) => boolean {
  return (row) => row.slug === args.slug || (typeof args.uri === 'string' && row.uri === args.uri);
}

export const query: Resolvers<undefined> = {
  node: (_, { id }: { id: string }, context) => nodeById(context, id),
  nodes: (_, { ids }: { ids: readonly string[] }, context) => ids.map((id) => nodeById(context, id)),
  viewer: (_, __, { viewer }) => viewer,
  article: (_, args: Keys, context) => oneOf(context, context.tables.article, args, hasKey(args)),
  articles: (_, args: ListArguments<ArticleFilter>, context) => articles(context, () => true, args),
  person: (_, args: Keys, context) =>
    oneOf(context, context.tables.person, args, (row) => answersTo(context.tables, row, args.slug)),
  people: (_, args: ListArguments<EntityFilter>, context) =>
    entities(context, 'Person', () => true, withDefaultOrder(args)),
  organization: (_, args: Keys, context) =>
    oneOf(context, context.tables.organization, args, (row) => answersTo(context.tables, row, args.slug)),
  organizations: (_, args: ListArguments<EntityFilter>, context) =>
    entities(context, 'Organization', () => true, withDefaultOrder(args)),
  place: (_, args: Keys, context) =>
    oneOf(context, context.tables.place, args, (row) => answersTo(context.tables, row, args.slug)),
  places: (_, args: ListArguments<EntityFilter>, context) =>
    entities(context, 'Place', () => true, withDefaultOrder(args)),
  subject: (_, args: Keys, context) => oneOf(context, context.tables.subject, args, (row) => row.code === args.code),
  subjects: (_, args: Paging, context) => subjects(context, () => true, args),
  quote: (_, { id }: { id: string }, context) => nodeById(context, id),
  quotes: (_, args: ListArguments<QuoteFilter>, context) => quotes(context, () => true, args),
  search: (_, args: SearchArguments, context) => search(context, args),
  withdrawal: (_, args: Keys, context) => {
    const own = typeof args.id === 'string' ? parseId(args.id)?.id : undefined;
    return withdrawalOf(context, own === undefined ? hasKey(args) : (row) => row.id === own);
  },
  auditEntries: (_, args: Paging & { record?: string | null }, context) => auditEntries(context, args),
  apiKeys: (_, args: Paging, context) => apiKeys(context, args),
};

export const viewer: Resolvers<Viewer> = {
  role: (row) => row.role,
  name: (row) => row.name,
};
