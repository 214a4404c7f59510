/** How many records a call changed. */
export interface Changes {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** Rows by the article that they belong to. */
export function byArticle<Row extends { readonly articleId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const others = grouped.get(row.articleId);
    if (others) others.push(row);
    else grouped.set(row.articleId, [row]);
  }
  return grouped;
}
