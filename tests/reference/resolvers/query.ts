import type { ArticleFilter, EntityFilter, ListArguments, Paging, QuoteFilter, Ref } from '../arguments';
import type { Context, Viewer } from '../context';
import { globalId, parseId } from '../ids';
import { articles, entities, quotes, seen, subjects, withDefaultOrder } from '../lists';
import { survivor } from '../merged';
import { type Named, namedId } from '../refs';
import { isWithdrawal, type NodeRow } from '../rows';
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

/** The record of that type that a reference names, where the viewer may see it. */
function named(context: Context, type: Named, { by }: By): NodeRow | null {
  const id = namedId(context.tables, type, by);
  return id === null ? null : nodeById(context, globalId(type, id));
}

interface By {
  readonly by: Ref;
}

export const query: Resolvers<undefined> = {
  node: (_, { id }: { id: string }, context) => nodeById(context, id),
  nodes: (_, { ids }: { ids: readonly string[] }, context) => ids.map((id) => nodeById(context, id)),
  viewer: (_, __, { viewer }) => viewer,
  article: (_, args: By, context) => named(context, 'Article', args),
  articles: (_, args: ListArguments<ArticleFilter>, context) => articles(context, () => true, args),
  person: (_, args: By, context) => named(context, 'Person', args),
  people: (_, args: ListArguments<EntityFilter>, context) =>
    entities(context, 'Person', () => true, withDefaultOrder(args)),
  organization: (_, args: By, context) => named(context, 'Organization', args),
  organizations: (_, args: ListArguments<EntityFilter>, context) =>
    entities(context, 'Organization', () => true, withDefaultOrder(args)),
  place: (_, args: By, context) => named(context, 'Place', args),
  places: (_, args: ListArguments<EntityFilter>, context) =>
    entities(context, 'Place', () => true, withDefaultOrder(args)),
  subject: (_, args: By, context) => named(context, 'Subject', args),
  subjects: (_, args: Paging, context) => subjects(context, () => true, args),
  quote: (_, { id }: { id: string }, context) => nodeById(context, id),
  quotes: (_, args: ListArguments<QuoteFilter>, context) => quotes(context, () => true, args),
  search: (_, args: SearchArguments, context) => search(context, args),
  withdrawal: (_, { by }: By, context) => {
    const id = namedId(context.tables, 'Article', by);
    return withdrawalOf(context, (row) => row.id === id);
  },
  auditEntries: (_, args: Paging & { record?: string | null }, context) => auditEntries(context, args),
  apiKeys: (_, args: Paging, context) => apiKeys(context, args),
};

export const viewer: Resolvers<Viewer> = {
  role: (row) => row.role,
  name: (row) => row.name,
};
