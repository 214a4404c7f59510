import type { AuditRow, KeyRow } from './deskRows';
import { moment } from './load';
import type {
  ArticleRow,
  CorrectionRow,
  ExternalIdRow,
  MentionRow,
  QuoteRow,
  RoleRow,
  Tables,
  VersionRow,
} from './rows';

/** Less than 0 when `a` comes first. */
export type Compare<T> = (a: T, b: T) => number;

/** The order of a list that can be paged through. Cursors of one order are good in every list of that order. */
export interface Order<T> {
  readonly name: string;
  /** Where cursors are only tried in the list that gave them, because their order is the server's affair: which list. */
  readonly list?: string;
  readonly compare: Compare<T>;
  /** What a cursor says, apart from the order: rows of equal place have the same. */
  place(row: T): string;
}

/** Collation "C": by code point, where JavaScript compares UTF-16 units. */
export function byText(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Compares by each in turn until one tells the two apart. */
function inTurn<T>(...all: readonly Compare<T>[]): Compare<T> {
  return (a, b) => {
    for (const compare of all) {
      const result = compare(a, b);
      if (result !== 0) return result;
    }
    return 0;
  };
}

function ascending<T>(key: (row: T) => number | string): Compare<T> {
  return (a, b) => {
    const [left, right] = [key(a), key(b)];
    if (typeof left === 'string' || typeof right === 'string') return byText(String(left), String(right));
    return left < right ? -1 : left > right ? 1 : 0;
  };
}

function descending<T>(key: (row: T) => number | string): Compare<T> {
  const compare = ascending(key);
  return (a, b) => compare(b, a);
}

const reversed =
  <T>(compare: Compare<T>): Compare<T> =>
  (a, b) =>
    compare(b, a);

export class Orders {
  private readonly articles: ReadonlyMap<string, ArticleRow>;

  constructor(tables: Tables) {
    this.articles = new Map(tables.article.map((article) => [article.id, article]));
  }

  private readonly listedAt = (row: ArticleRow): number =>
    row.published_at === null ? -Infinity : moment(row.published_at);
  private readonly newest = inTurn<ArticleRow>(
    descending(this.listedAt),
    descending((row) => moment(row.created_at)),
    descending((row) => row.id),
  );

  private articleOf(row: { readonly article_id: string }): ArticleRow {
    const article = this.articles.get(row.article_id);
    if (!article) throw new Error('A row of no article.');
    return article;
  }

  /** The newest article first, then as the rows stand in the article. */
  private readonly newestArticle = <T extends { readonly article_id: string }>(a: T, b: T): number =>
    this.newest(this.articleOf(a), this.articleOf(b));
  private readonly inText: Compare<QuoteRow | MentionRow> = inTurn(
    ascending((row) => row.position),
    descending((row) => row.id),
  );

  article(direction: 'NEWEST' | 'OLDEST'): Order<ArticleRow> {
    const compare = direction === 'NEWEST' ? this.newest : reversed(this.newest);
    return { name: `Article ${direction}`, compare, place: (row) => row.id };
  }

  quote(direction: 'NEWEST' | 'OLDEST'): Order<QuoteRow> {
    const newest = inTurn<QuoteRow>(this.newestArticle, this.inText);
    return {
      name: `Quote ${direction}`,
      compare: direction === 'NEWEST' ? newest : reversed(newest),
      place: (row) => row.id,
    };
  }

  readonly quotesInArticle: Order<QuoteRow> = {
    name: 'Quote in article',
    compare: this.inText,
    place: (row) => row.id,
  };
  readonly mentionsInArticle: Order<MentionRow> = {
    name: 'Mention in article',
    compare: this.inText,
    place: (row) => row.id,
  };
  readonly mentions: Order<MentionRow> = {
    name: 'Mention NEWEST',
    compare: inTurn<MentionRow>(this.newestArticle, this.inText),
    place: (row) => row.id,
  };
  readonly versions: Order<VersionRow> = {
    name: 'ArticleVersion',
    compare: inTurn<VersionRow>(
      descending((row) => row.number),
      descending((row) => row.id),
    ),
    place: (row) => row.id,
  };

  readonly auditEntries: Order<AuditRow> = {
    name: 'AuditEntry LATEST',
    compare: inTurn<AuditRow>(
      descending((row) => moment(row.at)),
      descending((row) => row.id),
    ),
    place: (row) => row.id,
  };
  readonly apiKeys: Order<KeyRow> = {
    name: 'ApiKey LATEST',
    compare: inTurn<KeyRow>(
      descending((row) => moment(row.created_at)),
      descending((row) => row.id),
    ),
    place: (row) => row.id,
  };

  /** By name, of people, organizations, places or subjects. */
  named<T extends { readonly type: string; readonly id: string; readonly sort_name: string }>(
    type: T['type'],
  ): Order<T> {
    const compare = inTurn<T>(
      ascending((row) => row.sort_name),
      ascending((row) => row.id),
    );
    return { name: `${type} NAME`, compare, place: (row) => row.id };
  }
}

export const latestCorrection = inTurn<CorrectionRow>(
  descending((row) => moment(row.created_at)),
  descending((row) => row.id),
);

/** Days as text sort as days; '~' comes after all of them. */
export const latestRole = inTurn<RoleRow>(
  descending((row) => row.from_date ?? ''),
  descending((row) => row.to_date ?? '~'),
  ascending((row) => row.title),
  ascending((row) => row.id),
);

export const externalIdOrder = inTurn<ExternalIdRow>(
  ascending((row) => row.scheme),
  ascending((row) => row.value),
);
