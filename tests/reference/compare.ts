import { isPrintedCursor, parsePrinted, type CursorBook } from './cursors';

/** An operation was not answered. */
export interface Refusal {
  readonly refused: string;
  readonly message: string;
}

/** What came of an operation: its data, with the text it was read from, or the code of a refusal. */
export type Outcome = { readonly data: unknown; readonly text?: string } | Refusal;

/** Where two answers part: the path, and what stands there. */
export interface Difference {
  readonly path: string;
  readonly expected: string;
  readonly got: string;
}

/** The first difference, or null when the answers agree; then what the server's cursors stand for is learned. */
export function differ(expected: Outcome, got: Outcome, book: CursorBook): Difference | null {
  if ('refused' in expected || 'refused' in got) {
    const [left, right] = [nameOf(expected), nameOf(got)];
    return left === right ? null : { path: '', expected: left, got: right };
  }
  const learned = new Map<string, string>();
  const difference = compare('data', expected.data, got.data, book, learned) ?? repeatedKeys(got.text);
  if (difference === null) for (const [cursor, printed] of learned) book.learn(cursor, printed);
  return difference;
}

function nameOf(outcome: Outcome): string {
  if (!('refused' in outcome)) return 'an answer';
  return `refused with ${outcome.refused}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function compare(
  path: string,
  expected: unknown,
  got: unknown,
  book: CursorBook,
  learned: Map<string, string>,
): Difference | null {
  if (isPrintedCursor(expected) && typeof got === 'string') {
    const earlier = learned.get(got);
    const meaning = book.find(got) ?? (earlier === undefined ? undefined : parsePrinted(earlier));
    const wanted = parsePrinted(expected);
    learned.set(got, expected);
    if (!meaning || (meaning.order === wanted.order && meaning.place === wanted.place)) return null;
    return { path, expected: `the cursor of ${show(wanted)}`, got: `the cursor of ${show(meaning)}` };
  }
  if (isObject(expected) && isObject(got) && Array.isArray(expected) === Array.isArray(got)) {
    const keys = Object.keys(expected);
    if (!Array.isArray(expected) && keys.join() !== Object.keys(got).join()) {
      return { path, expected: `keys ${keys.join()}`, got: `keys ${Object.keys(got).join()}` };
    }
    for (const key of keys) {
      if (Array.isArray(expected) && Number(key) >= (got as unknown as unknown[]).length) break;
      const difference = compare(`${path}.${key}`, expected[key], got[key], book, learned);
      if (difference) return difference;
    }
    const [left, right] = [keys.length, Object.keys(got).length];
    return left === right ? null : { path, expected: `${left} elements`, got: `${right} elements` };
  }
  return JSON.stringify(expected) === JSON.stringify(got) ? null : { path, expected: show(expected), got: show(got) };
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 600 ? `${text.slice(0, 600)}…` : text;
}

/** JSON.parse keeps the last of two equal keys and says nothing. */
function repeatedKeys(text: string | undefined): Difference | null {
  if (text === undefined) return null;
  const printed = text.match(/"(?:[^"\\]|\\.)*"\s*:?/g)?.filter((token) => token.endsWith(':')).length ?? 0;
  const parsed = countKeys(JSON.parse(text));
  return printed === parsed
    ? null
    : { path: '', expected: `${parsed} keys`, got: `${printed} keys, some of them twice in an object` };
}

function countKeys(value: unknown): number {
  if (!isObject(value)) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce<number>((sum, one) => sum + countKeys(one), own);
}
