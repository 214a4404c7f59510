import type { UserError } from '../writing/userErrors';
import type { CheckedItem } from './checkItem';
import { type Decision, isVisible } from './stateRule';
import type { Known } from './storedItems';

/** What became of an item. */
export type ItemResult = (
  | {
      readonly change: 'CREATED' | 'UPDATED' | 'UNCHANGED';
      /** Where it is an article. */
      readonly articleId?: string;
      /** The state that it gave an article; left out where it gave none. */
      readonly state?: { readonly status: string; readonly isVisible: boolean; readonly wasVisible: boolean };
    }
  | { readonly change: 'REFUSED'; readonly userErrors: readonly UserError[] }
) & {
  /** What an editor is told of it. */
  readonly warnings?: readonly string[];
};

/** Why items were refused when they were written, by their uris. */
export type Refusals = Map<string, readonly UserError[]>;
/** What is known of a batch when it is stored. */
interface Outcome {
  readonly known: Known;
  readonly refusals: Refusals;
  readonly id: string | undefined;
  /** The ids of the articles of which findings changed anything. */
  readonly changed: ReadonlySet<string>;
}

/** What became of an item that was decided on, as it is told. */
export function resultOf(
  { item, decision }: { readonly item: CheckedItem; readonly decision: Decision },
  { known, refusals, id, changed }: Outcome,
): ItemResult {
  const warnings = [...item.warnings, ...decision.warnings];
  const userErrors = refusals.get(item.uri);
  if (userErrors) return { change: 'REFUSED', userErrors, warnings };
  if (decision.effect === 'REFUSED') {
    const { code, message } = decision;
    return { change: 'REFUSED', userErrors: [{ code, message, path: ['uri'] }], warnings };
  }
  const there = id !== undefined && { articleId: id };
  if (decision.effect !== 'CREATED' && decision.effect !== 'UPDATED') {
    const isFound = id !== undefined && changed.has(id);
    return { change: isFound ? 'UPDATED' : 'UNCHANGED', ...there, warnings };
  }
  const before = known.stored.get(item.uri);
  const state = {
    status: decision.status,
    isVisible: isVisible(decision, known.now),
    wasVisible: before !== undefined && isVisible(before, known.now),
  };
  return { change: decision.effect, ...there, state, warnings };
}
