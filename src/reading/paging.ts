import { badInput } from '../errors/requestError';

/** How many rows a page has when nothing is said. */
const DEFAULT_PAGE = 20;
/** How many rows a page may have. */
const MAX_PAGE = 100;

/** Which page is asked for. The cursors are argument values: known, or `VariableLeaf`s. */
export interface Page {
  readonly size: number;
  /** Counted from the end of the list. */
  readonly backward: boolean;
  readonly after: unknown;
  readonly before: unknown;
}

/**
 * Reads `first`, `after`, `last` and `before` (Relay, Cursor Connections).
 * @throws GraphQLError BAD_USER_INPUT for both sizes at once or a size out of bounds
 */
export function pageOf(args: Readonly<Record<string, unknown>>, name: string): Page {
  const first = args.first as number | null | undefined;
  const last = args.last as number | null | undefined;
  if (first != null && last != null) throw badInput(`${name} takes first or last, not both.`);
  const size = first ?? last ?? DEFAULT_PAGE;
  if (size < 0 || size > MAX_PAGE) {
    throw badInput(`${name}: ${last == null ? 'first' : 'last'} must be from 0 to ${MAX_PAGE}; it is ${size}.`);
  }
  return { size, backward: last != null, after: args.after ?? null, before: args.before ?? null };
}
