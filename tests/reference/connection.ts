import type { Paging } from './arguments';
import type { CursorBook } from './cursors';
import { printCursor } from './cursors';
import type { Order } from './orders';

export interface Edge<T> {
  readonly node: T;
  readonly cursor: string;
}

export interface Connection<E> {
  readonly edges: readonly E[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

/** Something to page through: the rows that match, out of all rows that a cursor could have been made of. */
export interface List<T> {
  readonly rows: readonly T[];
  readonly all: readonly T[];
  readonly order: Order<T>;
}

/**
 * One page. The range between the cursors is cut first, then `first` or `last` taken of it. In the direction of paging there is
 * more when the range goes on; against it, when something stands at or beyond the cursor it started from.
 */
export function page<T>(list: List<T>, paging: Paging, book: CursorBook): Connection<Edge<T>> {
  const { compare } = list.order;
  const sorted = [...list.rows].sort(compare);
  const after = rowAt(list, paging.after, book);
  const before = rowAt(list, paging.before, book);
  const range = sorted.filter(
    (row) => (after === null || compare(row, after) > 0) && (before === null || compare(row, before) < 0),
  );
  const backward = typeof paging.last === 'number';
  const size = paging.last ?? paging.first ?? 20;
  const rows = backward ? range.slice(Math.max(0, range.length - size)) : range.slice(0, size);
  const more = range.length > rows.length;
  const { name: order, list: only, place } = list.order;
  const edges = rows.map((node) => ({ node, cursor: printCursor({ order, place: place(node), list: only }) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: backward ? before !== null && sorted.some((row) => compare(row, before) >= 0) : more,
      hasPreviousPage: backward ? more : after !== null && sorted.some((row) => compare(row, after) <= 0),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: sorted.length,
  };
}

function rowAt<T>(list: List<T>, cursor: string | null | undefined, book: CursorBook): T | null {
  if (cursor === null || cursor === undefined) return null;
  const place = book.find(cursor);
  const row = list.all.find((one) => list.order.place(one) === place?.place);
  if (!place || place.order !== list.order.name || row === undefined)
    throw new Error('A cursor of another list was not refused.');
  return row;
}
