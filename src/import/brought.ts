import { createHash } from 'node:crypto';
import type { CheckedItem } from './checkItem';
import type { EntityIds } from './namedEntities';
import type { Brought } from './storedItems';

/** The values of an item that go into its article's own row, by the names that they have there. */
export function columnsOf(item: CheckedItem, ids: EntityIds) {
  return {
    byline: item.byline,
    dateline: item.dateline,
    creditLine: item.creditLine,
    language: item.language,
    genre: item.genre,
    urgency: item.urgency,
    keywords: item.keywords,
    publishedAt: item.publishedAt,
    sourceId: ids.of(item.source),
    locatedId: ids.of(item.located),
  };
}

export type Columns = ReturnType<typeof columnsOf>;

/** A picture's words, as far as an item tells them. */
interface Pictured {
  readonly caption: string | null;
  readonly creditLine: string | null;
  readonly takenOn: string | null;
}

/** Equal for the same pictures in the same order. */
export function picturesKey(images: readonly Pictured[]): string | null {
  if (images.length === 0) return null;
  const told = images.map(({ caption, creditLine, takenOn }) => [caption, creditLine, takenOn]);
  return createHash('sha256').update(JSON.stringify(told)).digest('base64url').slice(0, 16);
}

/** A mention as it is known again: how, and whom or what. */
export function mentionKey(rel: string, id: string): string {
  return `${rel} ${id}`;
}

/**
 * What an item brings of an article, so that the next one can tell what an editor touched. What is empty is left out, except the
 * embargo.
 */
export function broughtBy(item: CheckedItem, embargoedUntil: Date | null, ids: EntityIds): Brought {
  const mentions = item.mentions.flatMap((mention) => {
    const id = ids.of(mention);
    return id === null ? [] : mentionKey(mention.rel, id);
  });
  const all = {
    ...columnsOf(item, ids),
    subjects: item.subjects.map(({ code }) => code),
    mentions: [...new Set(mentions)],
    images: picturesKey(item.images),
  };
  const told = Object.entries(all).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return { ...Object.fromEntries(told), embargoedUntil };
}

/** Whether an article still has what an import brought of it under a name; what nobody noted counts as touched. */
export function isUntouched(brought: Brought | null, name: string, current: unknown): boolean {
  return brought !== null && comparable(brought[name]) === comparable(current);
}

/** The strings that a list was brought with. */
export function broughtList(brought: Brought | null, name: 'subjects' | 'mentions'): readonly string[] {
  return (brought?.[name] ?? []) as readonly string[];
}

function comparable(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value);
  return value == null || (Array.isArray(value) && value.length === 0) ? 'null' : JSON.stringify(value);
}
