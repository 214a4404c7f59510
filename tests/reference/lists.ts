import type { ArticleFilter, EntityFilter, ListArguments, Paging, QuoteFilter } from './arguments';
import { page, type Connection, type Edge } from './connection';
import type { Context } from './context';
import { articleFilter, entityFilter, quoteFilter } from './filters';
import { globalId } from './ids';
import type { Order } from './orders';
import type {
  ArticleRow,
  EntityRow,
  MentionRow,
  OrganizationRow,
  PersonRow,
  PlaceRow,
  QuoteRow,
  SubjectRow,
} from './rows';

type Belongs<T> = (row: T) => boolean;
type Connected<T> = Promise<Connection<Edge<T>>>;

/** The articles that belong to a list, that the viewer may see, and that match the filter. */
export async function articles(
  context: Context,
  belongs: Belongs<ArticleRow>,
  args: ListArguments<ArticleFilter>,
): Connected<ArticleRow> {
  const all = context.tables.article;
  const matches = await articleFilter(context, args.filter);
  const rows = all.filter((row) => context.sight.article(row) && belongs(row) && matches(row));
  const order =
    args.orderBy === 'RELEVANCE'
      ? await relevance<ArticleRow>(context, 'Article', args.filter?.words ?? '')
      : context.orders.article(args.orderBy === 'OLDEST' ? 'OLDEST' : 'NEWEST');
  return page({ rows, all, order }, args, context.book);
}

/** The same of quotes. */
export async function quotes(
  context: Context,
  belongs: Belongs<QuoteRow>,
  args: ListArguments<QuoteFilter>,
): Connected<QuoteRow> {
  const all = context.tables.quote;
  const matches = await quoteFilter(context, args.filter);
  const rows = all.filter((row) => context.sight.quote(row) && belongs(row) && matches(row));
  const order =
    args.orderBy === 'RELEVANCE'
      ? await relevance<QuoteRow>(context, 'Quote', args.filter?.words ?? '')
      : context.orders.quote(args.orderBy === 'OLDEST' ? 'OLDEST' : 'NEWEST');
  return page({ rows, all, order }, args, context.book);
}

/** The quotes of one article, in the order of its text. */
export async function quotesInArticle(
  context: Context,
  article: ArticleRow,
  args: ListArguments<QuoteFilter>,
): Connected<QuoteRow> {
  const all = context.tables.quote;
  const matches = await quoteFilter(context, args.filter);
  const rows = all.filter((row) => row.article_id === article.id && context.sight.quote(row) && matches(row));
  return page({ rows, all, order: context.orders.quotesInArticle }, args, context.book);
}

interface ByType {
  readonly Person: PersonRow;
  readonly Organization: OrganizationRow;
  readonly Place: PlaceRow;
}

/** People, organizations or places: by name, or the most resembling first where a list of all was asked for a name. */
export async function entities<K extends keyof ByType>(
  context: Context,
  type: K,
  belongs: Belongs<ByType[K]>,
  args: ListArguments<EntityFilter>,
): Connected<ByType[K]> {
  const all = allOf(context, type);
  const matches = await entityFilter(context, type, args.filter);
  const rows = all.filter((row) => seen(context, row) && belongs(row) && matches(row));
  const order =
    args.orderBy === 'RELEVANCE'
      ? await relevance<ByType[K]>(context, type, args.filter?.name ?? '')
      : context.orders.named<ByType[K]>(type);
  return page({ rows, all, order }, args, context.book);
}

/** The order of a root list of entities that was not given one. */
export function withDefaultOrder(args: ListArguments<EntityFilter>): ListArguments<EntityFilter> {
  const named = args.filter?.name !== null && args.filter?.name !== undefined;
  return { ...args, orderBy: args.orderBy ?? (named ? 'RELEVANCE' : 'NAME') };
}

function allOf<K extends keyof ByType>(context: Context, type: K): readonly ByType[K][] {
  const { person, organization, place } = context.tables;
  const rows: { readonly [T in keyof ByType]: readonly ByType[T][] } = {
    Person: person,
    Organization: organization,
    Place: place,
  };
  return rows[type];
}

/** Whether the viewer may see a person, an organization or a place. */
export function seen({ sight }: Context, row: EntityRow): boolean {
  if (row.type === 'Person') return sight.person(row);
  return row.type === 'Organization' ? sight.organization(row) : sight.place(row);
}

export async function subjects(context: Context, belongs: Belongs<SubjectRow>, args: Paging): Connected<SubjectRow> {
  const all = context.tables.subject;
  const rows = all.filter((row) => context.sight.subject(row) && belongs(row));
  return page({ rows, all, order: context.orders.named<SubjectRow>('Subject') }, args, context.book);
}

export async function mentions(
  context: Context,
  belongs: Belongs<MentionRow>,
  order: Order<MentionRow>,
  args: Paging,
): Connected<MentionRow> {
  const all = context.tables.mention;
  const rows = all.filter((row) => context.sight.mention(row) && belongs(row));
  return page({ rows, all, order }, args, context.book);
}

/** The names of an order by relevance: of the order, and of the list of those that match a text. */
export function relevanceNames(type: string, sought: string): { readonly name: string; readonly list: string } {
  return { name: `${type} RELEVANCE`, list: `${type} RELEVANCE ${sought}` };
}

async function relevance<T extends { readonly type: string; readonly id: string }>(
  context: Context,
  type: 'Article' | 'Quote' | EntityRow['type'],
  sought: string,
): Promise<Order<T>> {
  const ids = await context.learned.order(type, sought);
  const rank = new Map(ids.map((id, index) => [id, index]));
  const rankOf = (row: T): number => rank.get(globalId(type, row.id)) ?? Infinity;
  return { ...relevanceNames(type, sought), compare: (a, b) => rankOf(a) - rankOf(b) || 0, place: (row) => row.id };
}
