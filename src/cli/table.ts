/** Rows below their titles, each column as wide as its widest value. */
export function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [titles, ...rows];
  const widths = titles.map((_, column) => Math.max(...all.map((row) => [...row[column]!].length)));
  return all
    .map((row) =>
      row
        .map((value, column) => value + ' '.repeat(widths[column]! - [...value].length))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
