import { page, type Connection } from '../connection';
import type { Context } from '../context';
import type { Order } from '../orders';
import type { NodeRow } from '../rows';
import { nodeById } from './query';

export interface SearchArguments {
  readonly text: string;
  readonly types?: readonly string[] | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

export interface Hit {
  readonly node: NodeRow;
  readonly snippet: string;
  readonly score: number;
  readonly cursor: string;
}

/** The names of a search's order, which depends on the types alone, and of its list. */
export function searchNames(
  text: string,
  types: readonly string[] | null | undefined,
): { readonly name: string; readonly list: string } {
  const name = `Search ${[...new Set(types ?? ['ARTICLE', 'ORGANIZATION', 'PERSON', 'PLACE', 'QUOTE'])].sort().join('+')}`;
  return { name, list: `${name} ${text}` };
}

/** What the server finds for an editor, in its order; of that, what this viewer may see, and of the types asked for. */
export async function search(context: Context, args: SearchArguments): Promise<Connection<Hit>> {
  const found = await context.learned.search(args.text);
  const all = found.map((hit) => ({ ...hit, node: nodeById(context, hit.id) }));
  const rows = all.filter(
    (hit) => hit.node !== null && (args.types ?? [hit.node.type.toUpperCase()]).includes(hit.node.type.toUpperCase()),
  );
  const order: Order<(typeof all)[number]> = {
    ...searchNames(args.text, args.types),
    compare: (a, b) => indexOf(found, a.id) - indexOf(found, b.id),
    place: (hit) => hit.id,
  };
  const connection = page({ rows, all, order }, args, context.book);
  return {
    ...connection,
    edges: connection.edges.map(({ node: hit, cursor }) => ({
      node: hit.node as NodeRow,
      snippet: hit.snippet,
      score: hit.score,
      cursor,
    })),
  };
}

function indexOf(found: readonly { readonly id: string }[], id: string): number {
  return found.findIndex((hit) => hit.id === id);
}
