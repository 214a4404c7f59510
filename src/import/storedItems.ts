import type { ArticleStatus, Prisma } from '../generated/prisma/client';
import type { CheckedItem } from './checkItem';

/** What is stored of an article that has an item's uri. */
export interface StoredItem {
  readonly id: string;
  readonly uri: string;
  readonly version: number;
  readonly status: ArticleStatus;
  /** SHA-256 of what an import last brought of it; null where none did. */
  readonly digest: Uint8Array | null;
  readonly versionAt: Date | null;
  readonly extracted: boolean;
}

/** What an item would do to what is stored; CLASH where it says otherwise than one before it in the same input. */
export type Effect = 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'CLASH';

/** The articles that have one of the uris. */
export async function storedItems(
  tx: Pick<Prisma.TransactionClient, '$queryRaw'>,
  uris: readonly string[],
): Promise<Map<string, StoredItem>> {
  const rows = await tx.$queryRaw<StoredItem[]>`
    /* items by uri */ select a.id::text, a.uri, a.version, a.status::text as status, i.digest, i.version_at as "versionAt",
      coalesce(i.extracted, false) as extracted
    from article a left join imported_item i on i.article_id = a.id where a.uri = any(${uris}::text[])`;
  return new Map(rows.map((row) => [row.uri, row]));
}

/**
 * The same item again changes nothing, and neither does an older version of it that comes late. Of two in one run that differ,
 * and of which none is known to be the later one, the first counts: else each run would change the article to and fro.
 * @param isAgain whether the run had an item of this uri before
 */
export function effectOf(
  { digest, versionAt, status }: CheckedItem,
  stored: StoredItem | undefined,
  isAgain: boolean,
): Effect {
  if (!stored) return 'CREATED';
  if (status === 'WITHDRAWN' && stored.status === 'WITHDRAWN') return 'UNCHANGED';
  if (stored.digest && digest.equals(stored.digest)) return 'UNCHANGED';
  if (versionAt && stored.versionAt && versionAt < stored.versionAt) return 'UNCHANGED';
  const isLater = versionAt !== null && stored.versionAt !== null && versionAt > stored.versionAt;
  return isAgain && !isLater ? 'CLASH' : 'UPDATED';
}
