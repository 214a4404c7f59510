/** Words that say nothing of what somebody does. */
const empty = new Set(['a', 'an', 'and', 'at', 'de', 'for', 'former', 'in', 'new', 'of', 'on', 'the', 'to', 'with']);

/**
 * Whether what is said of two people of one name speaks for their being one: some title of the one has half the words of some
 * title of the other. Null where nothing is said of one of them.
 */
export function titlesAgree(some: readonly string[], others: readonly string[]): boolean | null {
  const one = some.map(wordsOf).filter(({ size }) => size > 0);
  const other = others.map(wordsOf).filter(({ size }) => size > 0);
  if (one.length === 0 || other.length === 0) return null;
  return one.some((words) =>
    other.some((more) => {
      const common = [...words].filter((word) => more.has(word)).length;
      return common * 2 >= Math.min(words.size, more.size);
    }),
  );
}

/** The words of a title that count, without case, dots and hyphens: "U.S." and "US" are one. */
function wordsOf(title: string): ReadonlySet<string> {
  const words =
    title
      .toLowerCase()
      .replaceAll('.', '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !empty.has(word)));
}
