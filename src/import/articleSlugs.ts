import { createHash } from 'node:crypto';
import { longestSlug, slugOf } from '../articles/slug';
import type { Prisma } from '../generated/prisma/client';

/** An article that needs a slug. */
export interface Unnamed {
  /** What the slug is made of. */
  readonly text: string;
  /** What it is made of where nothing can be made of the text. */
  readonly otherwise: string;
  /** What tells it from others of the same text: a uri. */
  readonly identity: string;
}

/**
 * A slug for each article: of the text, and where that one is taken already, with eight digits of the identity's SHA-256. (Counting
 * up, as for one article, would have to look through all that begin alike: wires have thousands of the same headline.)
 * @param taken gives those of some slugs that are taken
 */
export async function freeArticleSlugs(
  unnamed: readonly Unnamed[],
  taken: (slugs: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<string[]> {
  const wanted = unnamed.map(({ text, otherwise }) => slugOf(text) || otherwise);
  const gone = new Set(await taken([...new Set(wanted)]));
  return wanted.map((slug, i) => {
    const free = gone.has(slug) ? `${stemOf(slug)}-${digits(unnamed[i]!.identity)}` : slug;
    gone.add(slug);
    return free;
  });
}

function stemOf(slug: string): string {
  return slug.slice(0, longestSlug - 9).replace(/-$/, '');
}

function digits(identity: string): string {
  return createHash('sha256').update(identity).digest('hex').slice(0, 8);
}

/** Makes others who want one of the names wait until the transaction ends, so that they see who has it. */
export async function reserveAll(tx: Prisma.TransactionClient, names: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    /* reserve names */ select pg_advisory_xact_lock(key) from (
      select distinct hashtextextended(name, 0) as key from unnest(${names}::text[]) as name order by key) keys`;
}
