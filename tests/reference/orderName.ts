import { relevanceNames } from './lists';
import { searchNames } from './resolvers/search';

/** Coerced arguments of any field. */
export type Arguments = Readonly<Record<string, unknown>>;

const entityOf: Readonly<Record<string, string>> = {
  people: 'Person',
  organizations: 'Organization',
  places: 'Place',
  children: 'Place',
  parts: 'Organization',
};

function filterText(args: Arguments, key: 'words' | 'name'): string | null {
  const filter = args.filter as Arguments | null | undefined;
  const value = filter?.[key];
  return typeof value === 'string' ? value : null;
}

interface Names {
  readonly name: string;
  readonly list?: string;
}

/** The name of the order in which a list stands, by the type that has the field; and of the list, where only it takes its cursors. */
export function orderNames(parent: string, field: string, args: Arguments): Names {
  switch (field) {
    case 'articles':
    case 'rewrites':
    case 'translations':
    case 'providedArticles':
      return byWords('Article', args);
    case 'quotesSaidHere':
    case 'quotes':
      return parent === 'Article' ? { name: 'Quote in article' } : byWords('Quote', args);
    case 'mentions':
      return { name: parent === 'Article' ? 'Mention in article' : 'Mention NEWEST' };
    case 'versions':
      return { name: 'ArticleVersion' };
    case 'subjects':
      return { name: 'Subject NAME' };
    case 'auditEntries':
      return { name: 'AuditEntry LATEST' };
    case 'apiKeys':
      return { name: 'ApiKey LATEST' };
    case 'search':
      return searchNames(String(args.text), args.types as readonly string[] | null | undefined);
    default:
      return entityOrder(parent, entityOf[field] ?? field, args);
  }
}

function byWords(type: string, args: Arguments): Names {
  return args.orderBy === 'RELEVANCE'
    ? relevanceNames(type, filterText(args, 'words') ?? '')
    : { name: `${type} ${String(args.orderBy)}` };
}

function entityOrder(parent: string, type: string, args: Arguments): Names {
  if (parent !== 'Query') return { name: `${type} NAME` };
  const name = filterText(args, 'name');
  const order = args.orderBy ?? (name === null ? 'NAME' : 'RELEVANCE');
  return order === 'NAME' ? { name: `${type} NAME` } : relevanceNames(type, name ?? '');
}

/** Whether a list is asked for in an order that needs words it was not given. */
export function lacksWords(field: string, args: Arguments): boolean {
  return args.orderBy === 'RELEVANCE' && filterText(args, field in entityOf ? 'name' : 'words') === null;
}
