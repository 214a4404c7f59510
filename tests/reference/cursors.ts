/** What a cursor stands for: a place in an order. */
export interface Place {
  readonly order: string;
  readonly place: string;
  /** The list that gave it, where it is good in no other. */
  readonly list?: string | undefined;
}

const mark = '\u0001cursor ';

/** How the reference prints a cursor. */
export function printCursor(place: Place): string {
  return mark + JSON.stringify([place.order, place.place, place.list]);
}

/** What the reference meant by a printed cursor. */
export function parsePrinted(printed: string): Place {
  const [order, place, list] = JSON.parse(printed.slice(mark.length)) as [string, string, string | null];
  return { order, place, list: list ?? undefined };
}

/** Whether a string in an answer of the reference is a cursor. */
export function isPrintedCursor(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith(mark);
}

/**
 * Cursors are opaque: what each of the server's stands for is learned from answers that agree in everything else. A cursor
 * that later stands for another place is a disagreement.
 */
export class CursorBook {
  private readonly meanings = new Map<string, string>();
  private readonly byList = new Map<string, Set<string>>();

  /** What a cursor of the server was seen to stand for. */
  find(cursor: string): Place | undefined {
    const printed = this.meanings.get(cursor);
    if (printed === undefined) return undefined;
    return parsePrinted(printed);
  }

  learn(cursor: string, printed: string): void {
    this.meanings.set(cursor, printed);
    const { list, order } = parsePrinted(printed);
    const key = list ?? order;
    this.byList.set(key, (this.byList.get(key) ?? new Set()).add(cursor));
  }

  /** The server's cursors of one order, or of one list where only that is said, as far as they were seen. */
  of(list: string): readonly string[] {
    return [...(this.byList.get(list) ?? [])];
  }

  lists(): readonly string[] {
    return [...this.byList.keys()];
  }
}
