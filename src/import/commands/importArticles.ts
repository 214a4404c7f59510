import type { ImportArticlesInput } from '../../contract/schema.types';
import type { Command } from '../../writing/command';
import { UserErrors, type UserError } from '../../writing/userErrors';
import { checkItem } from '../checkItem';
import { type RunItem, storeItems } from '../importBatch';
import { itemOfNinjs } from '../readers/ninjs';

/** What became of an item, as importResult reads it. */
interface Result {
  readonly uri: string | null;
  readonly change: string;
  readonly articleId?: string | undefined;
  readonly userErrors: readonly UserError[];
  readonly warnings: readonly string[];
}

/** Brings articles in. A mistake in an item refuses that one, and the others are stored. */
export const importArticles: Command<ImportArticlesInput> = async ({ tx, viewer, userErrors }, { items }) => {
  if (items.length === 0) userErrors.stop('INVALID', 'items', 'There are no items: give one at the least.');
  const results: (Result | null)[] = items.map(() => null);
  const seen = new Set<string>();
  let together: (RunItem & { readonly place: number })[] = [];
  const store = async (): Promise<void> => {
    const stored = await storeItems(tx, together, { viewer });
    for (const [i, { item, place }] of together.entries()) {
      const one = stored[i]!;
      const userErrors = one.change === 'REFUSED' ? one.userErrors.map((error) => at(place, error)) : [];
      results[place] = { uri: item.uri, warnings: [], ...one, userErrors };
    }
    together = [];
  };
  for (const [place, value] of items.entries()) {
    const read = readItem(value, place);
    if ('change' in read) {
      results[place] = read;
      continue;
    }
    const { uri } = read.item;
    // Items of one uri are stored one after the other: the second changes what the first made.
    if (together.some(({ item }) => item.uri === uri)) await store();
    together.push({ ...read, isAgain: seen.has(uri), place });
    seen.add(uri);
  }
  await store();
  return { records: {}, kept: { results }, audit: [] };
};

function readItem(value: unknown, place: number): Result | Pick<RunItem, 'item'> {
  const given = itemOfNinjs(value);
  if (typeof given === 'string') {
    const error: UserError = { code: 'INVALID', message: given, path: [] };
    return { uri: uriIn(value), change: 'REFUSED', userErrors: [at(place, error)], warnings: [] };
  }
  const userErrors = new UserErrors();
  const item = checkItem(userErrors, given, { fallbackUri: null });
  if (!userErrors.any) return { item };
  const errors = userErrors.errors.map((error) => at(place, error));
  return { uri: given.uri, change: 'REFUSED', userErrors: errors, warnings: item.warnings };
}

function at(place: number, error: UserError): UserError {
  return { ...error, path: ['items', String(place), ...error.path] };
}

function uriIn(value: unknown): string | null {
  const uri = typeof value === 'object' && value !== null && 'uri' in value ? value.uri : null;
  return typeof uri === 'string' && uri.length <= 2000 ? uri : null;
}
