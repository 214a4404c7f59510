/** Asks the server under test as an editor, who sees everything; gives the data or throws the refusal. */
export type Ask = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<Record<string, unknown>>;

export interface Found {
  readonly id: string;
  readonly snippet: string;
  readonly score: number;
}

interface Page<T> {
  readonly edges: readonly T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

interface Edge {
  readonly node: { readonly id: string };
}

const roots = {
  Article: 'articles',
  Quote: 'quotes',
  Person: 'people',
  Organization: 'organizations',
  Place: 'places',
} as const;
export type Ranked = keyof typeof roots;
const filters = { Article: 'words', Quote: 'words', Person: 'name', Organization: 'name', Place: 'name' } as const;

/**
 * How well a record matches is the server's own affair: it is asked once, as an editor, for the whole order, and held to it
 * everywhere else. (`differential.test.ts` judges these orders by themselves.)
 */
export class Learned {
  private readonly ranked = new Map<string, Promise<readonly string[]>>();
  private readonly found = new Map<string, Promise<readonly Found[]>>();

  constructor(private readonly ask: Ask) {}

  /** The ids of all that match, the best first. */
  order(type: Ranked, sought: string): Promise<readonly string[]> {
    const query = `query Order($sought: String, $after: String) {
      ${roots[type]}(filter: { ${filters[type]}: $sought }, orderBy: RELEVANCE, first: 100, after: $after) {
        edges { node { id } } pageInfo { hasNextPage endCursor }
      }
    }`;
    return remembered(this.ranked, `${type} ${sought}`, async () =>
      (await this.walk<Edge>(query, roots[type], { sought })).map((edge) => edge.node.id),
    );
  }

  /** All that a search finds, the best first. */
  search(text: string): Promise<readonly Found[]> {
    const query = `query Search($text: String!, $after: String) {
      search(text: $text, first: 100, after: $after) { edges { node { id } snippet score } pageInfo { hasNextPage endCursor } }
    }`;
    return remembered(this.found, text, async () =>
      (await this.walk<Edge & { snippet: string; score: number }>(query, 'search', { text })).map(
        ({ node, snippet, score }) => ({
          id: node.id,
          snippet,
          score,
        }),
      ),
    );
  }

  private async walk<T>(query: string, root: string, variables: Readonly<Record<string, unknown>>): Promise<T[]> {
    const all: T[] = [];
    let after: string | null = null;
    // eslint-disable-next-line no-restricted-syntax -- a list of the reference has an end
    do {
      const data = await this.ask(query, { ...variables, after });
      const page = data[root] as Page<T>;
      all.push(...page.edges);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    return all;
  }
}

function remembered<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
