/** What is touched when an embargo ends, in milliseconds since 1970. */
export interface PendingEmbargo {
  readonly at: number;
  readonly tag: string;
}

/** Until when none are missing among those that the database names: it names those of the next thousand articles. */
export function embargoesKnownUntil(coming: readonly PendingEmbargo[]): number {
  const articles = coming.filter(({ tag }) => /^article_[^/]+$/.test(tag));
  return articles.length < 1000 ? Infinity : Math.max(...articles.map(({ at }) => at));
}
